using RuleGen.Languages;
using RuleGen.Model;

namespace RuleGen.Proof.Findings;

/// <summary>RG1001: clauses, and whole operands of AND and OR, without which every row has the same result.</summary>
internal sealed class RedundantClauses : ICheck
{
    public IEnumerable<Predicate> Asks(IReadOnlyList<Site> roots) => [];

    public IEnumerable<Finding> Run(Examination examination)
    {
        var influence = new Influence(examination);
        return examination.Roots.SelectMany(root => Below(examination, influence, root));
    }

    /// <summary>Of an operand that can go nothing else is said: all that is in it goes with it.</summary>
    private static IEnumerable<Finding> Below(Examination examination, Influence influence, Site site)
    {
        foreach (var child in site.Children.Where(child => !examination.Settled.Contains(child)))
        {
            var finding =
                site.Predicate is not Not && !IsIdiom(child.Predicate)
                    ? examination.Ask(
                        child,
                        "whether it can be dropped without effect",
                        () => Examine(examination, influence, child)
                    )
                    : null;
            if (finding is not null)
            {
                examination.Settled.UnionWith(child.SelfAndDescendants);
                yield return finding;
                continue;
            }

            foreach (var inner in Below(examination, influence, child))
            {
                yield return inner;
            }
        }
    }

    /// <summary>1=1 is written so that every other clause can start with AND.</summary>
    private static bool IsIdiom(Predicate predicate) => predicate is ConstantComparison { Value: true };

    private static Finding? Examine(Examination examination, Influence influence, Site site)
    {
        var isConjunct = site.Parent!.NeedsAll;
        if (IsRepeated(examination, site) || !NeverDecides(examination, influence, site))
        {
            return null;
        }

        return new Finding(
            FindingCodes.RedundantClause,
            examination.Place(site),
            $"It never decides. {Why(examination, influence, site, isConjunct)}"
                + AssumedReason.Sentence(examination, other => NeverDecides(other, new Influence(other), site))
        )
        {
            Remedy = DropRemedy.Of(examination, site),
        };
    }

    private static bool NeverDecides(Examination examination, Influence influence, Site site) =>
        influence.FindChange(site, examination.Space.Constant(site.Parent!.NeedsAll)) is null;

    /// <summary>
    /// Of several that say the same, only the last is called redundant, and not each because of another.
    /// </summary>
    private static bool IsRepeated(Examination examination, Site site) =>
        site.Parent!.Children.SkipWhile(child => child != site)
            .Skip(1)
            .Any(later => examination.Needed(later) == examination.Needed(site));

    private static string Why(Examination examination, Influence influence, Site site, bool isConjunct)
    {
        var reason = new Reason(examination);
        var constraints = influence.Constraints(site);

        // Dropping it makes a difference where it stands in the way, or where it is what lets the row through.
        (Formula Asked, string Truth)[] cases = isConjunct
            ? [(examination.Opposed(site), Word(!site.NeedsTrue)), (examination.Unknown(site), "UNKNOWN")]
            : [(examination.Needed(site), Word(site.NeedsTrue))];
        return string.Join(
            " ",
            cases
                .Where(each => !examination.Excludes([each.Asked]))
                .Select(each =>
                    $"Where it is {each.Truth}, "
                    + $"{reason.Describe(each.Asked, reason.Minimal(each.Asked, constraints))}."
                )
                .DefaultIfEmpty($"It is {Word(site.NeedsTrue)} for {(isConjunct ? "every" : "no")} row.")
        );
    }

    private static string Word(bool truth) => truth ? "TRUE" : "FALSE";
}
