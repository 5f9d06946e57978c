namespace RuleGen.Model.Authoring;

/// <summary>Comparisons as C# writes them, of an expression with a literal or of two columns.</summary>
internal static class ComparedColumns
{
    public static Predicate Compare(Scalar left, ComparisonOperator comparison, Scalar right) =>
        left.Columns.Any() && right.Columns.Any()
            ? ColumnComparison.Of(left, comparison, right)
            : Comparison.Of(left, comparison, right);
}
