using RuleGen.Model;

namespace RuleGen.Proof.Mutating;

/// <summary><c>'%V404%'</c> ⇒ <c>'%V405%'</c>; <c>_</c> ⇒ <c>%</c>, and a % inside a pattern ⇒ <c>_</c>.</summary>
internal sealed class ChangePatternCharacter : PatternOperator
{
    public override string Name => "change a character of a pattern";

    protected override IEnumerable<Edit<IReadOnlyList<LikeElement>>> Edits(ValueList<LikeElement> elements) =>
        elements.SelectMany(
            (element, place) =>
                element switch
                {
                    LiteralCharacter literal when Neighbours.Other(literal.Character) is { } other =>
                    [
                        Replace(elements, place, "", new LiteralCharacter(other)),
                    ],
                    AnyCharacter => [Replace(elements, place, "", new AnyRun())],
                    AnyRun when place > 0 && place < elements.Count - 1 =>
                    [
                        Replace(elements, place, "", new AnyCharacter()),
                    ],
                    _ => (Edit<IReadOnlyList<LikeElement>>[])[],
                }
        );
}
