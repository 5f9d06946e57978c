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
        if (!IsUnreachable(examination, influence, arm))
        {
            return null;
        }

        var needed = examination.Needed(arm);
        var settling = Settling(influence, arm);
        var reason = new Reason(examination);
        var why = examination.Excludes([needed])
            ? "its condition is TRUE for no row"
            : $"where its condition is TRUE, {reason.Describe(needed, reason.Minimal(needed, settling))}";
        var assumed = AssumedReason.Sentence(examination, other => IsUnreachable(other, new Influence(other), arm));
        return new Finding(FindingCodes.UnreachableArm, Place(examination, arm), $"No row takes it: {why}.{assumed}")
        {
            Remedy =
                examination.Arms.Count > 1
                    ? examination.Prove(ProposedRemedy.Drop("Drop the arm", Without(examination.Coding, arm)))
                    : null,
        };
    }

    private static bool IsUnreachable(Examination examination, Influence influence, Site arm) =>
        examination.Excludes([
            examination.Needed(arm),
            .. Settling(influence, arm).Select(constraint => constraint.Formula),
        ]);

    private static List<Constraint> Settling(Influence influence, Site arm) =>
        [
            .. influence
                .Constraints(arm)
                .Where(constraint => constraint.Kind is ConstraintKind.Exclusion or ConstraintKind.EarlierArm),
        ];

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
