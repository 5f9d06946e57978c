using RuleGen.Languages;
using RuleGen.Model;

namespace RuleGen.Proof.Findings;

/// <summary>
/// RG1011, RG1012 and RG1013: conditions that keep an index from being searched (rules 11.1, 11.3), with what says the
/// same and does not. Only of conditions of the WHERE, for an arm of a CASE in a select list is computed for rows that
/// are read already; and only of those that look for something: no index finds what is not there.
/// </summary>
/// <param name="inArms">Whether arms are looked at all the same, as somebody may search by their conditions elsewhere.</param>
internal sealed class PreventedSeeks(bool inArms = false) : ICheck
{
    private readonly Dictionary<Site, (List<Predicate> Candidates, List<Predicate> Assumptions)> _rewrites = [];

    public IEnumerable<Predicate> Asks(IReadOnlyList<Site> roots)
    {
        foreach (var site in roots.Where(root => inArms || root.Path.Arm is null).SelectMany(root => root.Clauses))
        {
            // No index is on a text that is joined while it is read: JoinedPatterns has those.
            var isJoined = site.Predicate.NamedColumns.Any(column => column.Derivation is JoinedItems);
            if (!isJoined && SeekRewrite.Prevents(site.Predicate) && Positive.IsNeeded(site))
            {
                _rewrites.Add(
                    site,
                    ([.. SeekRewrite.Candidates(site.Predicate)], [.. SeekRewrite.Assumptions(site.Predicate)])
                );
            }
        }

        return _rewrites.Values.SelectMany(each => each.Candidates.Concat(each.Assumptions));
    }

    public IEnumerable<Finding> Run(Examination examination)
    {
        var without = new List<Site>();
        foreach (var (site, rewrites) in _rewrites.Where(each => !examination.Settled.Contains(each.Key)))
        {
            var isUndecided = true;
            var finding = examination.Ask(
                site,
                "whether a condition that can use an index says the same",
                () =>
                {
                    var found = Examine(examination, site, rewrites.Candidates, rewrites.Assumptions);
                    isUndecided = false;
                    return found;
                }
            );
            if (finding is not null)
            {
                yield return finding;
            }
            else if (!isUndecided)
            {
                without.Add(site);
            }
        }

        foreach (var group in without.GroupBy(site => site.Predicate.NamedColumns.First()))
        {
            yield return Anyway(examination, [.. group]);
        }
    }

    private static Finding? Examine(
        Examination examination,
        Site site,
        List<Predicate> candidates,
        List<Predicate> assumptions
    )
    {
        foreach (var candidate in candidates)
        {
            if (
                Difference(examination, site, candidate, null) is null
                && Always(examination, site, candidate) is { } finding
            )
            {
                return finding;
            }
        }

        // Nobody can know of a list that it is as short as one code.
        if (site.Predicate.NamedColumns.Any(column => column.List is not null))
        {
            return null;
        }

        return (
            from assumption in assumptions
            from candidate in candidates
            where Difference(examination, site, candidate, assumption) is null
            where !examination.Excludes([examination.Needed(site), AsAssumed(examination, assumption)])
            let finding = Assuming(examination, site, candidate, assumption)
            where finding is not null
            select finding
        ).FirstOrDefault();
    }

    /// <summary>Rows on which a candidate has what is needed and the clause has not, or the reverse.</summary>
    private static Region? Difference(Examination examination, Site site, Predicate candidate, Predicate? assumption)
    {
        var space = examination.Space;
        var (needed, other) = (examination.Needed(site), examination.Needed(site, candidate));
        if (needed == other)
        {
            return null;
        }

        var given = assumption is null ? space.Constant(true) : AsAssumed(examination, assumption);
        return examination.Find([given, needed, space.Not(other)])
            ?? examination.Find([given, other, space.Not(needed)]);
    }

    /// <summary>As of a CHECK constraint: NULL passes.</summary>
    private static Formula AsAssumed(Examination examination, Predicate assumption) =>
        examination.Space.Not(examination.Truth(assumption).IsFalse);

    /// <summary>The finding; null where the remedy is not proven.</summary>
    private static Finding? Always(Examination examination, Site site, Predicate candidate) =>
        examination.Prove(ProposedRemedy.Write(examination, site, candidate)) is { } remedy
            ? new Finding(
                FindingCodes.PreventsSeek,
                examination.Place(site),
                $"{Cause(site.Predicate)} Whatever {Words.Join([.. site.Predicate.NamedColumns.Select(Describe)])} can hold, "
                    + "the remedy has the same effect."
            )
            {
                Remedy = remedy,
            }
            : null;

    /// <summary>The finding; null where the remedy is not proven.</summary>
    private static Finding? Assuming(Examination examination, Site site, Predicate candidate, Predicate assumption)
    {
        var text = examination.Tools.Write(assumption);
        var proposed = ProposedRemedy.Write(examination, site, candidate, ", once that is known to hold") with
        {
            Preconditions = [Assumption.Holds(assumption, text)],
        };
        if (examination.Prove(proposed) is not { } remedy)
        {
            return null;
        }

        var row = examination.Pick(Difference(examination, site, candidate, null)!, site);
        var shown = site.Predicate.Columns.ToValueList();
        row = new Row(shown, shown.Select(column => row[column]).ToValueList());
        return new Finding(
            FindingCodes.PreventsSeekUnlessAssumed,
            examination.Place(site),
            $"{Cause(site.Predicate)} The remedy has the same effect only where, for every row, {text}: "
                + $"{Meaning(assumption)}. The value shown is one for which it does not."
        )
        {
            Witness = new FindingWitness(
                row,
                [
                    new WitnessResult("as written", examination.Tools.Truth(site.Predicate, row)),
                    new WitnessResult(examination.Tools.Write(candidate), examination.Tools.Truth(candidate, row)),
                ]
            ),
            Remedy = remedy,
        };
    }

    private static Finding Anyway(Examination examination, IReadOnlyList<Site> sites)
    {
        var others = sites.Count == 1 ? "" : $" So do {Words.Join([.. sites.Skip(1).Select(site => site.Name)])}.";
        return new Finding(
            FindingCodes.PreventsSeekAnyway,
            examination.Place(sites[0], sites),
            $"{Cause(sites[0].Predicate)}{others} No condition of those tried that an index could answer says the same."
        );
    }

    private static string Cause(Predicate predicate) =>
        Positive.Operand(predicate) is ColumnReference column
            ? $"As a filter it reads every row: no index on {column.Column.Name} can be searched for a pattern "
                + "with % first."
            : "As a filter it reads every row: no index on "
                + $"{Words.Join([.. predicate.NamedColumns.Select(each => each.Name)])} can be searched through a function.";

    private static string Describe(Column column) =>
        column.Type is CharacterType { Collation: { } collation }
            ? $"{column.Name} ({column.Type}, {collation})"
            : $"{column.Name} ({column.Type})";

    /// <summary>An assumption in words: they are all NOT LIKE.</summary>
    private static string Meaning(Predicate assumption)
    {
        var pattern = ((Like)assumption).PatternText.Value;
        return pattern switch
        {
            " %" => "no value starts with a blank",
            "% " => "no value ends with a blank",
            "% %" => "no value holds a blank",
            _ => FormattableString.Invariant($"no value has more than {pattern.Length - 2} characters"),
        };
    }
}
