using RuleGen.Model;

namespace RuleGen.Proof.Mutating;

/// <summary><c>'2%'</c> ⇒ <c>'2[0-9]%'</c>: a reader takes % for at least one more digit.</summary>
internal sealed class AskForDigit : PatternOperator
{
    public override string Name => "ask for one more digit";

    protected override IEnumerable<Edit<IReadOnlyList<LikeElement>>> Edits(ValueList<LikeElement> elements) =>
        elements is [_, .., AnyRun]
            ?
            [
                Replace(
                    elements,
                    elements.Count - 1,
                    "",
                    new CharacterSet(IsNegated: false, [new SetMember('0', '9')]),
                    new AnyRun()
                ),
            ]
            : [];
}
