using RuleGen.Languages;
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
        if (!IsUnreachable(examination))
        {
            return null;
        }

        var kept = Kept(examination);
        var arms = Arms(examination);

        var reason = new Reason(examination);
        var why = examination.Excludes([kept])
            ? "the exclusions keep no row"
            : reason.Describe(kept, reason.Minimal(kept, arms));
        var coding = examination.Coding;
        return new Finding(
            FindingCodes.UnreachableElse,
            new FindingPlace("ELSE", Path: null, $"ELSE {Labels.Write(otherwise)}", otherwise.Position),
            $"No row reaches it: {why}.{AssumedReason.Sentence(examination, IsUnreachable)}"
        )
        {
            Remedy = examination.Prove(
                ProposedRemedy.Drop(
                    "Drop it",
                    new Coding(coding.Arms, otherwise: null, coding.Exclusions)
                    {
                        ExclusionsDocumentation = coding.ExclusionsDocumentation,
                        IsWrittenWithCase = coding.IsWrittenWithCase,
                        IsWrittenWithWhere = coding.IsWrittenWithWhere,
                    }
                )
            ),
        };
    }

    private static bool IsUnreachable(Examination examination) =>
        examination.Excludes([Kept(examination), .. Arms(examination).Select(arm => arm.Formula)]);

    private static Formula Kept(Examination examination) =>
        examination.Exclusions is { } exclusions ? examination.Needed(exclusions) : examination.Space.Constant(true);

    private static List<Constraint> Arms(Examination examination) =>
        [
            .. examination.Arms.Select(arm => new Constraint(
                ConstraintKind.EarlierArm,
                arm.Path.ToString(),
                Site: null,
                IsNeeded: false,
                examination.Space.Not(examination.Needed(arm))
            )),
        ];
}
