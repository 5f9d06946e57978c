using RuleGen.Model;

namespace RuleGen.Proof.Mutating;

/// <summary><c>'%V404%'</c> ⇒ <c>'%V40[43]%'</c>: the code next to it is taken as well.</summary>
internal sealed class WidenCharacter : PatternOperator
{
    public override string Name => "widen a character to a set";

    protected override IEnumerable<Edit<IReadOnlyList<LikeElement>>> Edits(ValueList<LikeElement> elements)
    {
        var last = elements
            .Select((element, place) => (element, place))
            .LastOrDefault(each => each.element is not AnyRun);
        return last.element is LiteralCharacter literal
            ? Neighbours
                .Of(literal.Character)
                .Select(other =>
                    Replace(
                        elements,
                        last.place,
                        "",
                        new CharacterSet(IsNegated: false, [new SetMember(literal.Character), new SetMember(other)])
                    )
                )
            : [];
    }
}
