using RuleGen.Languages;
using RuleGen.Model;
using RuleGen.Proof.Mutating;

namespace RuleGen.Proof.Fixtures;

/// <summary>
/// Answers many questions about one coding and its mutants in one space of rows: what they have in common is translated
/// once.
/// </summary>
internal sealed class DifferenceSession
{
    private readonly RowSpace _space;
    private readonly OutcomeFormulas _original;

    /// <param name="coding">The coding.</param>
    /// <param name="mutants">Mutants that ask no more of the values' characters than the coding does.</param>
    /// <param name="limits">How large automata may become.</param>
    /// <exception cref="LimitReachedException">An automaton of the coding would be too large.</exception>
    public DifferenceSession(Coding coding, IEnumerable<Mutant> mutants, StateLimits limits)
    {
        var known = coding.Predicates.SelectMany(condition => condition.SelfAndDescendants());
        var simple = new HashSet<Predicate>(known, ReferenceEqualityComparer.Instance);
        var added = mutants
            .SelectMany(mutant => mutant.Path is { } path ? Changed(mutant.Coding, path) : [])
            .SelectMany(condition => condition.SelfAndDescendants())
            .Where(predicate => predicate.Children.Count == 0 && simple.Add(predicate))
            .ToList();
        _space = new RowSpace(coding.Predicates.Concat(added), isAllowed: null, limits);
        _original = new OutcomeFormulas(_space, coding);
    }

    /// <summary>
    /// Rows of which a mutant makes something else than the coding does, if possible such as take an arm where they are
    /// kept; null where there is no such row.
    /// </summary>
    /// <exception cref="LimitReachedException">An automaton would be too large.</exception>
    public Region? Find(Mutant mutant)
    {
        var made = new OutcomeFormulas(_space, mutant.Coding);
        var isAboutKeeping = mutant.Path is { Arm: null } && _original.Arms.Count > 1;
        return (isAboutKeeping ? Find(made, [_original.Arms[0].Holds]) : null) ?? Find(made, []);
    }

    private Region? Find(OutcomeFormulas made, List<Formula> given) =>
        EquivalenceProver.FindDifference(_space, _original, made, given);

    /// <summary>Whether two codings of the space give every row the same result.</summary>
    /// <exception cref="LimitReachedException">An automaton would be too large.</exception>
    public bool AreEquivalent(Coding left, Coding right) =>
        EquivalenceProver.FindDifference(
            _space,
            new OutcomeFormulas(_space, left),
            new OutcomeFormulas(_space, right),
            []
        )
            is null;

    /// <summary>Whether two predicates have the same truth for every row, as far as the formulas show.</summary>
    /// <exception cref="LimitReachedException">An automaton would be too large.</exception>
    public (bool IsSame, bool IsSameWhenTrue) Compare(Predicate left, Predicate right)
    {
        var (one, other) = (_space.Translate(left), _space.Translate(right));
        var isSameWhenTrue = ReferenceEquals(one.IsTrue, other.IsTrue);
        return (isSameWhenTrue && ReferenceEquals(one.IsFalse, other.IsFalse), isSameWhenTrue);
    }

    /// <summary>Kept rows that take an arm; the number of arms is ELSE. Null where there are none.</summary>
    /// <exception cref="LimitReachedException">An automaton would be too large.</exception>
    public Region? FindTaken(int arm) => new RegionSearch(_space).Find([_original.Kept, .. _original.Takes(arm)]);

    /// <summary>What stands at the place in the mutant, or around it where nothing does.</summary>
    private static IEnumerable<Predicate> Changed(Coding coding, CodingPath path) =>
        path.Arm is { } arm ? [coding.Arms[arm].When]
        : coding.Exclusions is { } exclusions ? [exclusions]
        : [];
}
