using RuleGen.Model;

namespace RuleGen.Proof.Findings;

/// <summary>
/// RG1006 and RG1007: conditions that are TRUE for every row, for every value but NULL, or for no row.
/// </summary>
internal sealed class ConstantConditions : ICheck
{
    public IEnumerable<Predicate> Asks(IReadOnlyList<Site> roots) => [];

    public IEnumerable<Finding> Run(Examination examination)
    {
        // Of what matches nothing all is said already, and of what it is in.
        var settled = examination.Settled.ToHashSet();
        foreach (var root in examination.Roots.Where(root => !settled.Contains(root)))
        {
            foreach (var found in Below(examination, root, settled))
            {
                examination.Settled.UnionWith(found.Site.SelfAndDescendants);
                yield return found.Finding;
            }
        }
    }

    /// <summary>
    /// The findings on what is inside say why the whole is as it is, and nothing is said of the whole; but where inside
    /// NULL alone fails, and nothing fails the whole, that is what there is to say.
    /// </summary>
    private static List<Found> Below(Examination examination, Site site, HashSet<Site> settled)
    {
        var inner = site.Children.SelectMany(child => Below(examination, child, settled)).ToList();
        if (
            IsIdiom(site.Predicate)
            || site.SelfAndDescendants.Any(settled.Contains)
            || !inner.All(found => found.Truth == Constancy.TrueUnlessNull)
        )
        {
            return inner;
        }

        var own = examination.Ask(
            site,
            "whether it is TRUE for every row or for none",
            () => Examine(examination, site)
        );
        return own is not null && (inner.Count == 0 || own.Truth == Constancy.True) ? [own] : inner;
    }

    /// <summary>1=1 is written so that every other clause can start with AND.</summary>
    private static bool IsIdiom(Predicate predicate) => predicate is ConstantComparison { Value: true };

    private static Found? Examine(Examination examination, Site site)
    {
        if (Of(examination, site.Predicate) is not { } truth)
        {
            return null;
        }

        var code = truth is Constancy.True or Constancy.TrueUnlessNull
            ? FindingCodes.AlwaysTrue
            : FindingCodes.NeverTrue;
        var explanation = truth switch
        {
            Constancy.True => "It is TRUE for every row.",
            Constancy.TrueUnlessNull => $"It is TRUE for every value but NULL of {Columns(site.Predicate)}: "
                + "all that it can do is to fail on NULL.",
            Constancy.False => "It is FALSE for every row.",
            Constancy.FalseUnlessNull => "It is FALSE for every row, or UNKNOWN where a NULL is compared.",
            Constancy.Unknown => "It is UNKNOWN for every row.",
            _ => throw new ArgumentOutOfRangeException(nameof(site)),
        };
        var assumed = AssumedReason.Sentence(examination, other => Of(other, site.Predicate) == truth);
        return new Found(
            site,
            truth,
            new Finding(code, examination.Place(site), explanation + assumed)
            {
                Remedy = DropRemedy.Of(examination, site),
            }
        );
    }

    private static Constancy? Of(Examination examination, Predicate predicate)
    {
        var truth = examination.Truth(predicate);
        var (isNeverTrue, isNeverFalse) = (examination.Excludes([truth.IsTrue]), examination.Excludes([truth.IsFalse]));
        if (!isNeverTrue && !isNeverFalse)
        {
            return null;
        }

        var space = examination.Space;
        var isNeverUnknown = examination.Excludes([space.Not(truth.IsTrue), space.Not(truth.IsFalse)]);
        return (isNeverTrue, isNeverFalse, isNeverUnknown) switch
        {
            (true, true, _) => Constancy.Unknown,
            (true, _, true) => Constancy.False,
            (true, _, false) => Constancy.FalseUnlessNull,
            (_, _, true) => Constancy.True,
            _ => Constancy.TrueUnlessNull,
        };
    }

    private static string Columns(Predicate predicate) =>
        Words.Join([.. predicate.NamedColumns.Where(column => column.IsNullable).Select(column => column.Name)]);

    /// <summary>The truths that a predicate does not go beyond.</summary>
    private enum Constancy
    {
        True,
        TrueUnlessNull,
        False,
        FalseUnlessNull,
        Unknown,
    }

    private sealed record Found(Site Site, Constancy Truth, Finding Finding);
}
