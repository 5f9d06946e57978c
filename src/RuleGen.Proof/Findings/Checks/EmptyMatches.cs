using RuleGen.Model;

namespace RuleGen.Proof.Findings;

/// <summary>RG1005: patterns, intervals and literals that no value of the column matches.</summary>
internal sealed class EmptyMatches : ICheck
{
    private readonly Dictionary<Site, List<Comparison>> _items = [];

    public IEnumerable<Predicate> Asks(IReadOnlyList<Site> roots)
    {
        foreach (var site in roots.SelectMany(root => root.Clauses))
        {
            if (site.Predicate is In { Items.Count: > 1 } membership)
            {
                _items.Add(
                    site,
                    [
                        .. membership.Items.Select(item =>
                            Comparison.Of(membership.Operand, ComparisonOperator.Equal, item)
                        ),
                    ]
                );
            }
        }

        return _items.Values.SelectMany(items => items);
    }

    public IEnumerable<Finding> Run(Examination examination)
    {
        var influence = new Influence(examination);
        return examination
            .Sites.Where(site => site.Predicate is Like or Comparison or Between or In)
            .SelectMany(site =>
                examination.Ask(site, "whether a value matches", () => Examine(examination, influence, site).ToList())
                ?? []
            );
    }

    private IEnumerable<Finding> Examine(Examination examination, Influence influence, Site site)
    {
        var truth = examination.Truth(site.Predicate);
        var matches = Positive.IsNegated(site.Predicate) ? truth.IsFalse : truth.IsTrue;
        if (!examination.Excludes([matches]))
        {
            return _items.TryGetValue(site, out var items) ? Items(examination, site, items) : [];
        }

        examination.Settled.Add(site);
        var consequence = Positive.IsNegated(site.Predicate)
            ? "The condition is TRUE for every value but NULL"
            : "The condition is TRUE for no row";
        return
        [
            new Finding(
                FindingCodes.MatchesNothing,
                examination.Place(site),
                $"{EmptyMatchReason.Of(site.Predicate)}. {consequence}."
            )
            {
                Remedy = DropRemedy.Of(examination, influence, site),
            },
        ];
    }

    private static IEnumerable<Finding> Items(Examination examination, Site site, List<Comparison> items)
    {
        var membership = (In)site.Predicate;
        foreach (var (item, index) in items.Select((item, index) => (item, index)))
        {
            if (!examination.Excludes([examination.Truth(item).IsTrue]))
            {
                continue;
            }

            var without = In.Of(
                membership.Operand,
                membership.Items.Where((_, at) => at != index).ToValueList(),
                membership.IsNegated
            );
            yield return new Finding(
                FindingCodes.MatchesNothing,
                examination.Place(site),
                $"{EmptyMatchReason.Of(item)}. The others in the list are not concerned."
            )
            {
                Remedy = Remedy.Same(
                    $"Write {examination.Tools.Write(without)}",
                    examination.Coding.With(site.Path, without)
                ),
            };
        }
    }
}
