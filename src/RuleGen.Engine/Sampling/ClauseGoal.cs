using RuleGen.Model;

namespace RuleGen.Engine.Sampling;

/// <summary>A truth wanted of one simple predicate.</summary>
/// <param name="Clause">The simple predicate.</param>
/// <param name="Wanted">The truth.</param>
/// <param name="Weight">How much it matters beside other goals.</param>
internal readonly record struct ClauseGoal(Predicate Clause, Truth Wanted, int Weight)
{
    /// <summary>Whether the columns must be NULL for it.</summary>
    public bool WantsNull =>
        Clause is NullTest test ? (Wanted == Truth.True) != test.IsNegated : Wanted == Truth.Unknown;

    /// <summary>Whether the value must fit what the clause names, its negation aside.</summary>
    public bool WantsFit =>
        Clause is not NullTest
        && (Wanted == Truth.True)
            != Clause
                is Like { IsNegated: true }
                    or In { IsNegated: true }
                    or Between { IsNegated: true }
                    or Comparison { Operator: ComparisonOperator.NotEqual };
}
