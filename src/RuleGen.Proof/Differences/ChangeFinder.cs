using RuleGen.Languages;

namespace RuleGen.Proof.Differences;

/// <summary>Finds the ways in which two codings differ.</summary>
internal sealed class ChangeFinder(
    RowQuestions questions,
    CodingFormulas old,
    CodingFormulas @new,
    IReadOnlyList<Formula> assumed
)
{
    private readonly RowSpace _space = questions.Space;

    /// <summary>
    /// Every change that some row shows, in the order of kinds and of the arms; each once. Stops after one more than so
    /// many.
    /// </summary>
    public IReadOnlyList<Change> Find(int most)
    {
        var changes = new HashSet<Change>();
        if (!ReferenceEquals(old.Keeps, @new.Keeps))
        {
            AddKept(changes, ChangeKind.NewlyKept, @new.Keeps, old.Keeps);
            AddKept(changes, ChangeKind.NewlyExcluded, old.Keeps, @new.Keeps);
        }

        var (matchedOld, matchedNew) = ArmMatching.Match(old.Outcomes.Arms, @new.Outcomes.Arms);
        AddLabels(changes, old, @new, matchedOld, most, (label, other) => Change.OfLabels(label, other, old.Type));
        AddLabels(changes, @new, old, matchedNew, most, (label, other) => Change.OfLabels(other, label, old.Type));
        var (oldLabels, newLabels) = (old.Labels.ToList(), @new.Labels.ToList());
        return
        [
            .. changes
                .OrderBy(change => change.Kind)
                .ThenBy(change => oldLabels.IndexOf(change.Old))
                .ThenBy(change => newLabels.IndexOf(change.New)),
        ];
    }

    private void AddKept(HashSet<Change> changes, ChangeKind kind, Formula kept, Formula notKept)
    {
        if (questions.Exist([.. assumed, kept, _space.Not(notKept)]))
        {
            changes.Add(new Change(kind));
        }
    }

    /// <summary>
    /// Adds what becomes of the rows of each arm without a partner; see <see cref="EquivalenceProver"/> for why no
    /// other arm need be looked at.
    /// </summary>
    private void AddLabels(
        HashSet<Change> changes,
        CodingFormulas one,
        CodingFormulas other,
        bool[] matched,
        int most,
        Func<string?, string?, Change> create
    )
    {
        for (var arm = 0; arm < matched.Length; arm++)
        {
            if (matched[arm])
            {
                continue;
            }

            var label = one.Outcomes.Arms[arm].Label;
            var taken = new Restriction(_space, [.. assumed, one.Keeps, other.Keeps, .. one.Outcomes.Takes(arm)]);
            var rest = _space.All([taken.Given, NotGiven(label)]);
            foreach (var known in other.Labels.Where(found => changes.Contains(create(label, found))))
            {
                rest = _space.All([rest, NotGiven(known)]);
            }

            while (changes.Count <= most && questions.Find(rest) is { } region)
            {
                var found = other.OutcomeOf(region.Pick(_ => []));
                changes.Add(create(label, found));
                rest = _space.All([rest, NotGiven(found)]);
            }

            Formula NotGiven(string? outcome) => taken.Simplify(_space.Not(other.Gives(outcome)));
        }
    }
}
