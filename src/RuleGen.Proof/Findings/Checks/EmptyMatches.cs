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

    public IEnumerable<Finding> Run(Examination examination) =>
        examination
            .Sites.Where(site => site.Predicate is Like or Comparison or Between or In)
            .SelectMany(site =>
                examination.Ask(site, "whether a value matches", () => Examine(examination, site).ToList()) ?? []
            );

    private IEnumerable<Finding> Examine(Examination examination, Site site)
    {
        if (!MatchesNothing(examination, site.Predicate))
        {
            return _items.TryGetValue(site, out var items) ? Items(examination, site, items) : [];
        }

        examination.Settled.Add(site);
        var assumed = Assumed(examination, site.Predicate);
        var consequence = (Positive.IsNegated(site.Predicate), assumed.Count > 0) switch
        {
            (true, true) => "As assumed, the condition is TRUE for every value but NULL",
            (true, false) => "The condition is TRUE for every value but NULL",
            (false, true) => "The condition is TRUE for no row as assumed",
            (false, false) => "The condition is TRUE for no row",
        };
        return
        [
            new Finding(
                FindingCodes.MatchesNothing,
                examination.Place(site),
                $"{Reason(site.Predicate, assumed)}. {consequence}."
            )
            {
                Remedy = DropRemedy.Of(examination, site),
            },
        ];
    }

    private static IEnumerable<Finding> Items(Examination examination, Site site, List<Comparison> items)
    {
        var membership = (In)site.Predicate;
        foreach (var (item, index) in items.Select((item, index) => (item, index)))
        {
            if (!MatchesNothing(examination, item))
            {
                continue;
            }

            examination.SettledMembers.Add((site, index));
            var without = In.Of(
                membership.Operand,
                membership.Items.Where((_, at) => at != index).ToValueList(),
                membership.IsNegated
            );
            yield return new Finding(
                FindingCodes.MatchesNothing,
                examination.Place(site),
                $"{Reason(item, Assumed(examination, item))}. The others in the list are not concerned."
            )
            {
                Remedy = examination.Prove(ProposedRemedy.Write(examination, site, without)),
            };
        }
    }

    /// <summary>Whether no row as assumed has a value that a predicate asks about.</summary>
    private static bool MatchesNothing(Examination examination, Predicate predicate)
    {
        var truth = examination.Truth(predicate);
        return examination.Excludes([Positive.IsNegated(predicate) ? truth.IsFalse : truth.IsTrue]);
    }

    private static ValueList<Assumption> Assumed(Examination examination, Predicate predicate) =>
        AssumedReason.Of(examination, other => MatchesNothing(other, predicate));

    private static string Reason(Predicate predicate, ValueList<Assumption> assumed) =>
        assumed.Count > 0 ? EmptyMatchReason.Of(predicate, assumed) : EmptyMatchReason.Of(predicate);
}
