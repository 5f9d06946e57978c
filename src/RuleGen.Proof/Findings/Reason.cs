using RuleGen.Languages;
using RuleGen.Model;

namespace RuleGen.Proof.Findings;

/// <summary>
/// Says why no row is as some formulas ask: which constraints, as few as can be, leave no row. Each list is minimal:
/// with any one of its constraints gone there would be a row.
/// </summary>
internal sealed class Reason(Examination examination)
{
    /// <summary>
    /// Constraints that no row satisfies together with what is asked; one alone where one suffices, none where what is
    /// asked is impossible by itself.
    /// </summary>
    /// <exception cref="LimitReachedException">An automaton would be too large.</exception>
    public IReadOnlyList<Constraint> Minimal(Formula asked, IReadOnlyList<Constraint> constraints)
    {
        if (examination.Excludes([asked]))
        {
            return [];
        }

        if (constraints.FirstOrDefault(each => examination.Excludes([asked, each.Formula])) is { } single)
        {
            return [single];
        }

        // Those far away go first: what stands beside the place is the better reason.
        var kept = constraints.ToList();
        for (var i = kept.Count - 1; i >= 0; i--)
        {
            var fewer = kept.Where((_, index) => index != i).ToList();
            if (examination.Excludes([asked, .. fewer.Select(each => each.Formula)]))
            {
                kept = fewer;
            }
        }

        return kept;
    }

    /// <summary>The reason in a sentence that starts after "where it is …,".</summary>
    public string Describe(Formula asked, IReadOnlyList<Constraint> reason)
    {
        if (reason.Count == 0)
        {
            return "no row is so";
        }

        var parts = reason
            .GroupBy(constraint => constraint.Kind)
            .Select(group =>
                Say(group.Key, [.. group.SelectMany(constraint => Names(asked, constraint, reason)).Distinct()])
            )
            .ToList();
        return Words.Join(parts) + (reason.Count > 1 ? " (together; none of these suffices alone)" : "");
    }

    private static string Say(ConstraintKind kind, IReadOnlyList<string> names) =>
        kind switch
        {
            ConstraintKind.Beside => $"{Words.Join(names)} already settle{Plural(names)} the matter",
            ConstraintKind.Exclusion => $"{Words.Join(names)} drop{Plural(names)} the row",
            ConstraintKind.EarlierArm => $"{Words.Join(names)} take{Plural(names)} the row",
            ConstraintKind.SameLabel => $"{Words.Join(names)} give{Plural(names)} the same label",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    private static string Plural(IReadOnlyList<string> names) => names.Count == 1 ? "s" : "";

    private IEnumerable<string> Names(Formula asked, Constraint constraint, IReadOnlyList<Constraint> reason)
    {
        if (constraint.Site is not { } site)
        {
            return [constraint.Name];
        }

        var others = reason.Where(each => each != constraint).Select(each => each.Formula);
        return Clauses(examination.Space.All([asked, .. others]), site, constraint.IsNeeded).Select(examination.Quote);
    }

    /// <summary>
    /// The clauses of a constraint because of which no row is as asked. Every alternative of it is impossible: of each,
    /// the first operand that makes it so. An IS NULL is not named among others: it is what lets NULL pass.
    /// </summary>
    private IReadOnlyList<Site> Clauses(Formula asked, Site site, bool isNeeded)
    {
        if (site.Predicate is Not)
        {
            return Clauses(asked, site.Children[0], isNeeded);
        }

        if (site.Children.Count == 0)
        {
            return [site];
        }

        if (site.NeedsAll == isNeeded)
        {
            var culprit = site.Children.FirstOrDefault(child =>
                examination.Excludes([asked, Required(child, isNeeded)])
            );
            return culprit is null ? [site] : Clauses(asked, culprit, isNeeded);
        }

        var all = site.Children.SelectMany(child => Clauses(asked, child, isNeeded)).ToList();
        var telling = all.Where(clause => clause.Predicate is not NullTest).ToList();
        return telling.Count > 0 ? telling : all;
    }

    private Formula Required(Site site, bool isNeeded) =>
        isNeeded ? examination.Needed(site) : examination.Space.Not(examination.Needed(site));
}
