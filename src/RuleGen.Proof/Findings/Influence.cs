using RuleGen.Languages;
using RuleGen.Model;

namespace RuleGen.Proof.Findings;

/// <summary>
/// Decides whether a change at one place of a coding changes the result of any row. A condition is a monotone function
/// of what it needs of each of its predicates, so a change at one of them shows exactly where every other operand on
/// the way up leaves the matter open: the operands of an AND that is to be TRUE hold, those of an OR do not.
/// </summary>
internal sealed class Influence(Examination examination)
{
    private RowSpace Space => examination.Space;

    /// <summary>
    /// What must hold of a row for a site to decide whether its condition is TRUE and, for an arm, for the arm to
    /// decide the row's result. Simple conditions come in their smallest parts.
    /// </summary>
    public List<Constraint> Constraints(Site site) => [.. Local(site), .. EarlierArms(site), .. SameLabels(site)];

    /// <summary>
    /// A row that has another result when what the condition needs of a site becomes another formula; null where there
    /// is none.
    /// </summary>
    /// <exception cref="LimitReachedException">An automaton would be too large.</exception>
    public Row? FindChange(Site site, Formula replacement)
    {
        var needed = examination.Needed(site);
        return needed == replacement
            ? null
            : FindChange(site, [needed, Space.Not(replacement)]) ?? FindChange(site, [replacement, Space.Not(needed)]);
    }

    private Row? FindChange(Site site, Formula[] change)
    {
        var local = Local(site).Select(constraint => constraint.Formula);
        if (examination.Find([.. change, .. local]) is not { } region)
        {
            return null;
        }

        // Mostly any such row will do, and the other arms need not be asked for all rows at once.
        var row = examination.Pick(region, site);
        return site.Path.Arm is not { } arm || Decides(arm, row) ? row
            : examination.Find([.. change, .. Constraints(site).Select(constraint => constraint.Formula)]) is { } found
                ? examination.Pick(found, site)
            : null;
    }

    /// <summary>Whether a row's result depends on whether an arm holds.</summary>
    private bool Decides(int arm, Row row)
    {
        var arms = examination.Arms;
        if (arms.Take(arm).Any(earlier => Holds(earlier).Holds(row)))
        {
            return false;
        }

        var next = arms.Skip(arm + 1).FirstOrDefault(later => Holds(later).Holds(row));
        return Label(next?.Path.Arm ?? arms.Count) != Label(arm);
    }

    private Formula Holds(Site arm) => examination.Needed(arm);

    /// <summary>The label of an arm; that of ELSE after the last.</summary>
    private string? Label(int arm) =>
        (arm < examination.Coding.Arms.Count ? examination.Coding.Arms[arm].Then : examination.Coding.Else)?.Text;

    private IEnumerable<Constraint> Local(Site site)
    {
        for (var at = site; at.Parent is { } parent; at = parent)
        {
            foreach (var other in parent.Children.Where(other => other != at))
            {
                foreach (var part in Parts(ConstraintKind.Beside, other, isNeeded: parent.NeedsAll))
                {
                    yield return part;
                }
            }
        }

        if (site.Path.Arm is not null && examination.Exclusions is { } exclusions)
        {
            foreach (var part in Parts(ConstraintKind.Exclusion, exclusions, isNeeded: true))
            {
                yield return part;
            }
        }
    }

    private IEnumerable<Constraint> EarlierArms(Site site) =>
        examination
            .Arms.Take(site.Path.Arm ?? 0)
            .Select(arm => new Constraint(
                ConstraintKind.EarlierArm,
                arm.Path.ToString(),
                Site: null,
                IsNeeded: false,
                Space.Not(Holds(arm))
            ));

    /// <summary>
    /// Where a later arm with the same label holds, one with another label stands before it and holds.
    /// </summary>
    private IEnumerable<Constraint> SameLabels(Site site)
    {
        if (site.Path.Arm is not { } arm)
        {
            yield break;
        }

        var others = new List<Formula>();
        foreach (var later in examination.Arms.Skip(arm + 1))
        {
            if (Label(later.Path.Arm!.Value) != Label(arm))
            {
                others.Add(Holds(later));
                continue;
            }

            yield return SameLabel(later.Path.ToString(), Space.Any([Space.Not(Holds(later)), .. others]));
        }

        if (Label(examination.Arms.Count) == Label(arm))
        {
            yield return SameLabel(examination.Coding.Else is null ? "the lack of an ELSE" : "ELSE", Space.Any(others));
        }

        static Constraint SameLabel(string name, Formula formula) =>
            new(ConstraintKind.SameLabel, name, Site: null, IsNeeded: false, formula);
    }

    /// <summary>The requirement that a site has, or has not, what its condition needs, in its smallest parts.</summary>
    private IEnumerable<Constraint> Parts(ConstraintKind kind, Site site, bool isNeeded)
    {
        if (site.Children.Count > 0 && site.Predicate is not Not && site.NeedsAll == isNeeded)
        {
            return site.Children.SelectMany(child => Parts(kind, child, isNeeded));
        }

        if (site.Predicate is Not)
        {
            return Parts(kind, site.Children[0], isNeeded);
        }

        var needed = examination.Needed(site);
        return [new Constraint(kind, site.Name, site, isNeeded, isNeeded ? needed : Space.Not(needed))];
    }
}
