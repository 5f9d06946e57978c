using RuleGen.Model;

namespace RuleGen.Proof.Findings;

/// <summary>RG1015: what the other checks could not decide; runs last.</summary>
internal sealed class UndecidedNotes : ICheck
{
    public IEnumerable<Predicate> Asks(IReadOnlyList<Site> roots) => [];

    public IEnumerable<Finding> Run(Examination examination) =>
        examination.Undecided.ByCondition.Select(condition => new Finding(
            FindingCodes.NotDecided,
            examination.Place(condition.First, [condition.First.Root]),
            "Not decided, because an automaton would have too many states: "
                + Words.Join([
                    .. condition.Questions.Select(each =>
                        each.Sites == 1
                            ? each.Question
                            : FormattableString.Invariant($"{each.Question} (of {each.Sites} predicates)")
                    ),
                ])
                + ". Nothing is said of it here, neither that it is so nor that it is not."
        ));
}
