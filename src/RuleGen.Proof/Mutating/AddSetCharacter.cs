using RuleGen.Model;

namespace RuleGen.Proof.Mutating;

/// <summary><c>[23456]</c> ⇒ <c>[234567]</c>: a character next to one of the set.</summary>
internal sealed class AddSetCharacter : PatternOperator
{
    public override string Name => "add a character to a set";

    protected override IEnumerable<Edit<IReadOnlyList<LikeElement>>> Edits(ValueList<LikeElement> elements) =>
        elements.SelectMany(
            (element, place) =>
                element is CharacterSet set
                    ? Missing(set)
                        .Select(added =>
                            Replace(
                                elements,
                                place,
                                $"with {added} as well",
                                set with
                                {
                                    Members = set.Members.Add(new SetMember(added)),
                                }
                            )
                        )
                    : []
        );

    /// <summary>The neighbours of single members that are no members, in order.</summary>
    private static IEnumerable<char> Missing(CharacterSet set) =>
        set
            .Members.Where(member => member.Last is null)
            .SelectMany(member => Neighbours.Of(member.First))
            .Where(added => !set.Members.Any(member => Holds(member, added)))
            .Distinct()
            .Order();

    private static bool Holds(SetMember member, char character) =>
        member.First == character || (member.Last is { } last && member.First <= character && character <= last);
}
