using RuleGen.Model;

namespace RuleGen.Proof.Findings;

/// <summary>RG1003: arms that no row takes.</summary>
internal sealed class UnreachableArms : ICheck
{
    public IEnumerable<Predicate> Asks(IReadOnlyList<Site> roots) => [];

    public IEnumerable<Finding> Run(Examination examination)
    {
        var influence = new Influence(examination);
        foreach (var arm in examination.Arms)
        {
            var finding = examination.Ask(
                arm,
                "whether a row takes the arm",
                () => Examine(examination, influence, arm)
            );
            if (finding is not null)
            {
                examination.Settled.UnionWith(arm.SelfAndDescendants);
                yield return finding;
            }
        }
    }

    private static Finding? Examine(Examination examination, Influence influence, Site arm)
    {
        var needed = examination.Needed(arm);
        var settling = influence
            .Constraints(arm)
            .Where(constraint => constraint.Kind is ConstraintKind.Exclusion or ConstraintKind.EarlierArm)
            .ToList();
        if (!examination.Excludes([needed, .. settling.Select(constraint => constraint.Formula)]))
        {
            return null;
        }

        var reason = new Reason(examination);
        var why = examination.Excludes([needed])
            ? "its condition is TRUE for no row"
            : $"where its condition is TRUE, {reason.Describe(needed, reason.Minimal(needed, settling))}";
        return new Finding(FindingCodes.UnreachableArm, Place(examination, arm), $"No row takes it: {why}.")
        {
            Remedy = examination.Arms.Count > 1 ? Remedy.Same("Drop the arm", Without(examination.Coding, arm)) : null,
        };
    }

    private static FindingPlace Place(Examination examination, Site arm)
    {
        var written = examination.Coding.Arms[arm.Path.Arm!.Value];
        return new FindingPlace(
            arm.Path.ToString(),
            arm.Path,
            $"WHEN … THEN {Labels.Write(written.Then)}",
            written.Position
        );
    }

    private static Coding Without(Coding coding, Site arm) =>
        new(coding.Arms.Where((_, index) => index != arm.Path.Arm).ToValueList(), coding.Else, coding.Exclusions)
        {
            ElseDocumentation = coding.ElseDocumentation,
            ExclusionsDocumentation = coding.ExclusionsDocumentation,
            IsWrittenWithCase = coding.IsWrittenWithCase,
            IsWrittenWithWhere = coding.IsWrittenWithWhere,
        };
}
