using RuleGen.Model;

namespace RuleGen.Proof.Mutating;

/// <summary><c>[23456]</c> ⇒ <c>[2356]</c>.</summary>
internal sealed class DropSetCharacter : PatternOperator
{
    public override string Name => "drop a character of a set";

    protected override IEnumerable<Edit<IReadOnlyList<LikeElement>>> Edits(ValueList<LikeElement> elements) =>
        elements.SelectMany(
            (element, place) =>
                element is CharacterSet { Members.Count: > 1 } set
                    ? set.Members.Select((member, dropped) => Drop(elements, place, set, member, dropped))
                    : []
        );

    private static Edit<IReadOnlyList<LikeElement>> Drop(
        ValueList<LikeElement> elements,
        int place,
        CharacterSet set,
        SetMember member,
        int dropped
    ) =>
        Replace(
            elements,
            place,
            $"without {member.First}{(member.Last is { } last ? $"-{last}" : "")}",
            set with
            {
                Members = set.Members.Where((_, index) => index != dropped).ToValueList(),
            }
        );
}
