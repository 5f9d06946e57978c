namespace RuleGen.Model;

/// <summary>A comparison operator of T-SQL.</summary>
public enum ComparisonOperator
{
    /// <summary><c>=</c>.</summary>
    Equal,

    /// <summary><c>&lt;&gt;</c>, also written <c>!=</c>.</summary>
    NotEqual,

    /// <summary><c>&lt;</c>.</summary>
    LessThan,

    /// <summary><c>&lt;=</c>.</summary>
    LessThanOrEqual,

    /// <summary><c>&gt;</c>.</summary>
    GreaterThan,

    /// <summary><c>&gt;=</c>.</summary>
    GreaterThanOrEqual,
}

/// <summary>Questions about <see cref="ComparisonOperator"/>.</summary>
public static class ComparisonOperators
{
    /// <summary>The operator in T-SQL.</summary>
    public static string ToSql(this ComparisonOperator comparison) =>
        comparison switch
        {
            ComparisonOperator.Equal => "=",
            ComparisonOperator.NotEqual => "<>",
            ComparisonOperator.LessThan => "<",
            ComparisonOperator.LessThanOrEqual => "<=",
            ComparisonOperator.GreaterThan => ">",
            ComparisonOperator.GreaterThanOrEqual => ">=",
            _ => throw new ArgumentOutOfRangeException(nameof(comparison)),
        };

    /// <summary>The operator that says the same with the sides swapped: <c>19 &lt;= x</c> is <c>x &gt;= 19</c>.</summary>
    public static ComparisonOperator Mirrored(this ComparisonOperator comparison) =>
        comparison switch
        {
            ComparisonOperator.LessThan => ComparisonOperator.GreaterThan,
            ComparisonOperator.LessThanOrEqual => ComparisonOperator.GreaterThanOrEqual,
            ComparisonOperator.GreaterThan => ComparisonOperator.LessThan,
            ComparisonOperator.GreaterThanOrEqual => ComparisonOperator.LessThanOrEqual,
            _ => comparison,
        };

    /// <summary>Whether it needs an order, not just equality.</summary>
    public static bool NeedsOrder(this ComparisonOperator comparison) =>
        comparison is not (ComparisonOperator.Equal or ComparisonOperator.NotEqual);

    /// <summary>Whether it holds for two values, given how they compare (negative, zero, positive).</summary>
    public static bool Holds(this ComparisonOperator comparison, int order) =>
        comparison switch
        {
            ComparisonOperator.Equal => order == 0,
            ComparisonOperator.NotEqual => order != 0,
            ComparisonOperator.LessThan => order < 0,
            ComparisonOperator.LessThanOrEqual => order <= 0,
            ComparisonOperator.GreaterThan => order > 0,
            ComparisonOperator.GreaterThanOrEqual => order >= 0,
            _ => throw new ArgumentOutOfRangeException(nameof(comparison)),
        };
}
