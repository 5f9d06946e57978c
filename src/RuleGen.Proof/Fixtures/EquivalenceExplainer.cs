using RuleGen.Languages;
using RuleGen.Model;
using RuleGen.Proof.Mutating;

namespace RuleGen.Proof.Fixtures;

/// <summary>Finds out why a mutant is equivalent to its coding.</summary>
internal sealed class EquivalenceExplainer(Coding coding, DifferenceSession session)
{
    /// <summary>Clauses of other arms are looked at only where there are so few of them.</summary>
    private const int MostClauses = 60;

    /// <summary>More clauses than this explain nothing to a reader.</summary>
    private const int MostReasons = 3;

    private static readonly Predicate AlwaysFalse = ConstantComparison.Of(
        IntegerLiteral.Of(1),
        ComparisonOperator.Equal,
        IntegerLiteral.Of(0)
    );

    private readonly Dictionary<CodingPath, ValueList<Clause>> _known = [];
    private readonly List<Clause> _clauses = [.. coding.Clauses];

    /// <summary>The mutant with the reason.</summary>
    public EquivalentMutant Explain(Mutant mutant)
    {
        try
        {
            return mutant.Path is { } path ? Explain(mutant, path) : Proven(mutant);
        }
        catch (LimitReachedException)
        {
            return Proven(mutant);
        }
    }

    private static EquivalentMutant Proven(Mutant mutant) => new(mutant, EquivalenceReason.Proven, []);

    private EquivalentMutant Explain(Mutant mutant, CodingPath path)
    {
        var old = coding.At(path);
        if (mutant.Made is { } made)
        {
            var (isSame, isSameWhenTrue) = session.Compare(old, made);
            if (isSame || isSameWhenTrue)
            {
                var reason = isSame ? EquivalenceReason.SameTruth : EquivalenceReason.SameWhenTrue;
                return new EquivalentMutant(mutant, reason, []);
            }
        }

        if (old is ConstantComparison)
        {
            return new EquivalentMutant(mutant, EquivalenceReason.Constant, []);
        }

        var because = Because(mutant, old, path);
        return because.Count is 0 or > MostReasons
            ? Proven(mutant)
            : new EquivalentMutant(mutant, EquivalenceReason.OtherClauses, because);
    }

    /// <summary>
    /// Clauses without each of which it would change a result. Mistakes in one place mostly have one reason, so that of
    /// the first is tried for the others.
    /// </summary>
    private ValueList<Clause> Because(Mutant mutant, Predicate old, CodingPath path)
    {
        if (_known.TryGetValue(path, out var known) && known.Count > 0 && known.All(clause => Matters(mutant, clause)))
        {
            return known;
        }

        return _known[path] = Candidates(old, path)
            .Where(clause => Matters(mutant, clause))
            .Take(MostReasons + 1)
            .ToValueList();
    }

    /// <summary>Other clauses over the same columns: of the exclusions, of the same arm, then of others.</summary>
    private IEnumerable<Clause> Candidates(Predicate old, CodingPath path)
    {
        var columns = old.Columns.ToHashSet();
        var others = _clauses
            .Where(clause => !IsWithin(clause.Path, path) && clause.Predicate.Columns.Any(columns.Contains))
            .ToList();
        return others
            .Where(clause => others.Count <= MostClauses || clause.Path.Arm is null || clause.Path.Arm == path.Arm)
            .OrderBy(clause =>
                clause.Path.Arm is null ? 0
                : clause.Path.Arm == path.Arm ? 1
                : 2
            );
    }

    /// <summary>Whether the mistake would change a result if a clause were not there.</summary>
    private bool Matters(Mutant mutant, Clause clause)
    {
        var parent =
            clause.Path.Steps.Count == 0
                ? null
                : coding.At(clause.Path with { Steps = clause.Path.Steps.SkipLast(1).ToValueList() });
        var neutral = parent is Or or Not ? AlwaysFalse : ConstantComparison.AlwaysTrue;
        return !session.AreEquivalent(
            Replace(coding, clause.Predicate, neutral),
            Replace(mutant.Coding, clause.Predicate, neutral)
        );
    }

    private static bool IsWithin(CodingPath inner, CodingPath outer) =>
        inner.Arm == outer.Arm
        && inner.Steps.Count >= outer.Steps.Count
        && inner.Steps.Take(outer.Steps.Count).SequenceEqual(outer.Steps);

    /// <summary>The coding with every occurrence of a clause replaced.</summary>
    private static Coding Replace(Coding coding, Predicate clause, Predicate with) =>
        coding
            .Paths.ToList()
            .Where(path => coding.At(path) == clause)
            .Aggregate(coding, (made, path) => made.With(path, with));
}
