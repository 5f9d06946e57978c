using RuleGen.Model;

namespace RuleGen.Proof.Mutating;

/// <summary><c>[^0-5]</c> ⇒ <c>[0-5]</c>, and the other way round.</summary>
internal sealed class NegateSet : PatternOperator
{
    public override string Name => "negate a set";

    protected override IEnumerable<Edit<IReadOnlyList<LikeElement>>> Edits(ValueList<LikeElement> elements) =>
        elements.SelectMany(
            (element, place) =>
                element is CharacterSet set
                    ?
                    [
                        Replace(
                            elements,
                            place,
                            set.IsNegated ? "without ^" : "with ^ in the set",
                            set with
                            {
                                IsNegated = !set.IsNegated,
                            }
                        ),
                    ]
                    : (Edit<IReadOnlyList<LikeElement>>[])[]
        );
}
