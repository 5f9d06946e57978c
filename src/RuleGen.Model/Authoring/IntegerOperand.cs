namespace RuleGen.Model.Authoring;

/// <summary>An integer expression, as rules are written in C#: only what makes sense of numbers compiles.</summary>
public sealed class IntegerOperand
{
    internal IntegerOperand(Scalar scalar) => Scalar = scalar;

    /// <summary>The expression.</summary>
    public Scalar Scalar { get; }

    /// <summary>A number, for <c>ISNULL</c> and <c>COALESCE</c> or the left of a comparison.</summary>
    public static implicit operator IntegerOperand(long value) => FromInt64(value);

    /// <summary>A number.</summary>
    public static IntegerOperand FromInt64(long value) => new(IntegerLiteral.Of(value));

    /// <summary>The column, written as the published text writes it, such as <c>APCS.Age</c>.</summary>
    /// <exception cref="InvalidOperationException">The expression is not a column.</exception>
    public IntegerOperand Written(string text) => new(SqlColumns.Rewrite(Scalar, text));

    /// <summary>The expression in a pair of parentheses that the published text has.</summary>
    public IntegerOperand Parenthesized() => new(Scalar with { Parentheses = Scalar.Parentheses + 1 });

    /// <summary><c>this BETWEEN low AND high</c>.</summary>
    public Predicate Between(IntegerOperand low, IntegerOperand high) =>
        Model.Between.Of(Scalar, low.Scalar, high.Scalar);

    /// <summary><c>this NOT BETWEEN low AND high</c>.</summary>
    public Predicate NotBetween(IntegerOperand low, IntegerOperand high) =>
        Model.Between.Of(Scalar, low.Scalar, high.Scalar, isNegated: true);

    /// <summary><c>this IN (items)</c>.</summary>
    public Predicate In(params IntegerOperand[] items) =>
        Model.In.Of(Scalar, items.Select(item => item.Scalar).ToValueList());

    /// <summary><c>this NOT IN (items)</c>.</summary>
    public Predicate NotIn(params IntegerOperand[] items) =>
        Model.In.Of(Scalar, items.Select(item => item.Scalar).ToValueList(), isNegated: true);

    /// <summary><c>this comparison literal</c>.</summary>
    public Predicate Is(ComparisonOperator comparison, IntegerOperand literal) =>
        Comparison.Of(Scalar, comparison, literal.Scalar);

    /// <summary><c>this = literal</c>.</summary>
    public Predicate EqualTo(IntegerOperand literal) => Is(ComparisonOperator.Equal, literal);

    /// <summary><c>this &lt;&gt; literal</c>.</summary>
    public Predicate NotEqualTo(IntegerOperand literal) => Is(ComparisonOperator.NotEqual, literal);

    /// <summary><c>this IS NULL</c>.</summary>
    public Predicate IsNull() => NullTest.Of(Scalar);

    /// <summary><c>this IS NOT NULL</c>.</summary>
    public Predicate IsNotNull() => NullTest.Of(Scalar, isNegated: true);

    /// <summary><c>left &lt; right</c>; one of them is a number.</summary>
    public static Predicate operator <(IntegerOperand left, IntegerOperand right) =>
        Comparison.Of(left.Scalar, ComparisonOperator.LessThan, right.Scalar);

    /// <summary><c>left &lt;= right</c>; one of them is a number.</summary>
    public static Predicate operator <=(IntegerOperand left, IntegerOperand right) =>
        Comparison.Of(left.Scalar, ComparisonOperator.LessThanOrEqual, right.Scalar);

    /// <summary><c>left &gt; right</c>; one of them is a number.</summary>
    public static Predicate operator >(IntegerOperand left, IntegerOperand right) =>
        Comparison.Of(left.Scalar, ComparisonOperator.GreaterThan, right.Scalar);

    /// <summary><c>left &gt;= right</c>; one of them is a number.</summary>
    public static Predicate operator >=(IntegerOperand left, IntegerOperand right) =>
        Comparison.Of(left.Scalar, ComparisonOperator.GreaterThanOrEqual, right.Scalar);
}
