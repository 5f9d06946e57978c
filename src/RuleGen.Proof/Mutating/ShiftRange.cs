using RuleGen.Model;

namespace RuleGen.Proof.Mutating;

/// <summary><c>[0-9]</c> ⇒ <c>[1-9]</c> or <c>[0-8]</c>, <c>[2-5]</c> ⇒ <c>[1-5]</c> or <c>[2-6]</c>.</summary>
internal sealed class ShiftRange : PatternOperator
{
    public override string Name => "shift the end of a range";

    protected override IEnumerable<Edit<IReadOnlyList<LikeElement>>> Edits(ValueList<LikeElement> elements) =>
        elements.SelectMany(
            (element, place) =>
                element is CharacterSet set
                    ? set.Members.SelectMany(
                        (member, index) =>
                            Shifted(member)
                                .Select(made =>
                                    Replace(
                                        elements,
                                        place,
                                        "",
                                        set with
                                        {
                                            Members = set
                                                .Members.Select((each, i) => i == index ? made : each)
                                                .ToValueList(),
                                        }
                                    )
                                )
                    )
                    : []
        );

    private static IEnumerable<SetMember> Shifted(SetMember member) =>
        member.Last is not { } last
            ? []
            : ((int[])[-1, 1])
                .SelectMany(by =>
                    new[]
                    {
                        (First: Neighbours.Shift(member.First, by), Last: (char?)last),
                        (member.First, Neighbours.Shift(last, by)),
                    }
                )
                .Where(ends => ends.First is not null && ends.Last is not null)
                .Select(ends => new SetMember(ends.First!.Value, ends.Last));
}
