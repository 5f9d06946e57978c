using RuleGen.Engine.Evaluation;
using RuleGen.Languages;
using RuleGen.Model;

namespace RuleGen.Engine.Columnar;

/// <summary>Something about the value of one column that holds or does not.</summary>
internal abstract record ColumnFact
{
    /// <summary>Whether it holds for a value.</summary>
    public abstract bool Holds(SqlValue value);
}

/// <summary>The value is in a set.</summary>
internal sealed record MembershipFact(ValueSet Set) : ColumnFact
{
    public override bool Holds(SqlValue value) => Set.Contains(value);
}

/// <summary>A predicate over the column alone has a truth; for predicates that are too large for an automaton.</summary>
internal sealed record TruthFact(Column Column, Predicate Predicate, Truth Wanted) : ColumnFact
{
    public override bool Holds(SqlValue value) =>
        new PredicateEvaluation(new Row([Column], [value])).Evaluate(Predicate) == Wanted;
}
