using RuleGen.Model;

namespace RuleGen.Proof.Findings;

/// <summary>RG1004: an ELSE that no row reaches.</summary>
internal sealed class UnreachableElse : ICheck
{
    public IEnumerable<Predicate> Asks(IReadOnlyList<Site> roots) => [];

    public IEnumerable<Finding> Run(Examination examination) =>
        examination.Coding.Else is { } otherwise
        && examination.Ask(examination.Arms[^1], "whether a row reaches ELSE", () => Examine(examination, otherwise))
            is { } finding
            ? [finding]
            : [];

    private static Finding? Examine(Examination examination, Label otherwise)
    {
        var space = examination.Space;
        var kept = examination.Exclusions is { } exclusions ? examination.Needed(exclusions) : space.Constant(true);
        var arms = examination
            .Arms.Select(arm => new Constraint(
                ConstraintKind.EarlierArm,
                arm.Path.ToString(),
                Site: null,
                IsNeeded: false,
                space.Not(examination.Needed(arm))
            ))
            .ToList();
        if (!examination.Excludes([kept, .. arms.Select(arm => arm.Formula)]))
        {
            return null;
        }

        var reason = new Reason(examination);
        var why = examination.Excludes([kept])
            ? "the exclusions keep no row"
            : reason.Describe(kept, reason.Minimal(kept, arms));
        var coding = examination.Coding;
        return new Finding(
            FindingCodes.UnreachableElse,
            new FindingPlace("ELSE", Path: null, $"ELSE {Labels.Write(otherwise)}", otherwise.Position),
            $"No row reaches it: {why}."
        )
        {
            Remedy = Remedy.Same(
                "Drop it",
                new Coding(coding.Arms, otherwise: null, coding.Exclusions)
                {
                    ExclusionsDocumentation = coding.ExclusionsDocumentation,
                    IsWrittenWithCase = coding.IsWrittenWithCase,
                    IsWrittenWithWhere = coding.IsWrittenWithWhere,
                }
            ),
        };
    }
}
