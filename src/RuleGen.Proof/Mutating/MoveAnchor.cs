using RuleGen.Model;

namespace RuleGen.Proof.Mutating;

/// <summary><c>'2%'</c> ⇒ <c>'%2%'</c> or <c>'2'</c>: a % at either end is forgotten or added.</summary>
internal sealed class MoveAnchor : PatternOperator
{
    public override string Name => "anchor or un-anchor a pattern";

    protected override IEnumerable<Edit<IReadOnlyList<LikeElement>>> Edits(ValueList<LikeElement> elements)
    {
        yield return elements is [AnyRun, ..]
            ? new([.. elements.Skip(1)], "without the % before it")
            : new([new AnyRun(), .. elements], "with a % before it");
        yield return elements is [.., AnyRun]
            ? new([.. elements.SkipLast(1)], "without the % after it")
            : new([.. elements, new AnyRun()], "with a % after it");
    }
}
