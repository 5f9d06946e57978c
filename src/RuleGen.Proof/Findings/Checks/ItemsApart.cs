using RuleGen.Model;

namespace RuleGen.Proof.Findings;

/// <summary>
/// RG1019: two conditions on items of a list, side by side, of which one asks for what the other does not: a position and a
/// code, a code and a date. Each may be met by another item.
/// </summary>
internal sealed class ItemsApart : ICheck
{
    private readonly List<(Site First, Site Second, Any Together)> _pairs = [];

    public IEnumerable<Predicate> Asks(IReadOnlyList<Site> roots)
    {
        foreach (var site in roots.SelectMany(root => root.SelfAndDescendants).Where(site => site.Predicate is And))
        {
            var asked = site.Children.Where(child => child.Predicate is Any { Condition: not null }).ToList();
            _pairs.AddRange(
                from second in Enumerable.Range(1, Math.Max(0, asked.Count - 1))
                from first in Enumerable.Range(0, second)
                let together = Together((Any)asked[first].Predicate, (Any)asked[second].Predicate)
                where together is not null
                select (asked[first], asked[second], together)
            );
        }

        return _pairs.Select(pair => pair.Together);
    }

    public IEnumerable<Finding> Run(Examination examination) =>
        from pair in _pairs
        where !examination.Settled.Contains(pair.First) && !examination.Settled.Contains(pair.Second)
        let finding = examination.Ask(
            pair.Second,
            "whether two conditions may be met by two items",
            () => Examine(examination, pair.First, pair.Second, pair.Together)
        )
        where finding is not null
        select finding;

    /// <summary>
    /// Both conditions on one item, where they ask for different columns of it; null where they do not, or an item has only
    /// one.
    /// </summary>
    private static Any? Together(Any first, Any second)
    {
        var (one, other) = (first.Condition!.NamedColumns.ToHashSet(), second.Condition!.NamedColumns.ToHashSet());
        return first.List == second.List && !one.Overlaps(other)
            ? Any.Of(first.List, And.Of([Grouped(first.Condition), Grouped(second.Condition)]))
            : null;
    }

    private static Predicate Grouped(Predicate condition) => condition is Or ? condition.Grouped() : condition;

    private static Finding? Examine(Examination examination, Site first, Site second, Any together)
    {
        var region = examination.Find([
            examination.Truth(first.Predicate).IsTrue,
            examination.Truth(second.Predicate).IsTrue,
            examination.Truth(together).IsFalse,
        ]);
        if (region is null)
        {
            return null;
        }

        var row = examination.Pick(region, second);
        row = new Row([together.List], [row[together.List]]);
        var both = And.Of([first.Predicate, second.Predicate]);
        return new Finding(
            FindingCodes.ItemsApart,
            examination.Place(second, [first, second]),
            $"{first.Name} and {second.Name} each ask for an item of {together.List.Name}, and two items can meet them. "
                + $"Where one item is meant, ask once: {examination.Tools.Write(together)}."
        )
        {
            Witness = new FindingWitness(
                row,
                [
                    new WitnessResult("as written", examination.Tools.Truth(both, row)),
                    new WitnessResult("of one item", examination.Tools.Truth(together, row)),
                ]
            ),
        };
    }
}
