using RuleGen.Model;

namespace RuleGen.Proof.Mutating;

/// <summary><c>'%V404%'</c> ⇒ <c>'%V44%'</c>, <c>'%V38[23456]%'</c> ⇒ <c>'%V38%'</c>.</summary>
internal sealed class DropPatternCharacter : PatternOperator
{
    public override string Name => "drop a character of a pattern";

    protected override IEnumerable<Edit<IReadOnlyList<LikeElement>>> Edits(ValueList<LikeElement> elements) =>
        elements
            .Select((element, place) => (element, place))
            .Where(each => each.element is not AnyRun)
            .Select(each => Replace(elements, each.place, ""));
}
