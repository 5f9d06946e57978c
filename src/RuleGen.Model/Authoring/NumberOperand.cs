namespace RuleGen.Model.Authoring;

/// <summary>An expression of whole numbers or of decimals, as rules are written in C#: only what makes sense of numbers compiles.</summary>
public sealed class NumberOperand
{
    internal NumberOperand(Scalar scalar) => Scalar = scalar;

    /// <summary>The expression.</summary>
    public Scalar Scalar { get; }

    /// <summary>A number, for <c>ISNULL</c> and <c>COALESCE</c> or the left of a comparison.</summary>
    public static implicit operator NumberOperand(long value) => FromInt64(value);

    /// <summary>A number.</summary>
    public static NumberOperand FromInt64(long value) => new(IntegerLiteral.Of(value));

    /// <summary>A number with the digits behind the point that it is written with, for decimal columns.</summary>
    public static implicit operator NumberOperand(decimal value) => FromDecimal(value);

    /// <summary>A number with the digits behind the point that it is written with, for decimal columns.</summary>
    /// <exception cref="RuleGenException">RG0005: it has more than 18 digits.</exception>
    public static NumberOperand FromDecimal(decimal value) => new(TypedLiteral.Of(value));

    /// <summary>The column, written as the published text writes it, such as <c>APCS.Age</c>.</summary>
    /// <exception cref="InvalidOperationException">The expression is not a column.</exception>
    public NumberOperand Written(string text) => new(SqlColumns.Rewrite(Scalar, text));

    /// <summary>The expression in a pair of parentheses that the published text has.</summary>
    public NumberOperand Parenthesized() => new(Scalar with { Parentheses = Scalar.Parentheses + 1 });

    /// <summary><c>this BETWEEN low AND high</c>.</summary>
    public Predicate Between(NumberOperand low, NumberOperand high) =>
        Model.Between.Of(Scalar, low.Scalar, high.Scalar);

    /// <summary><c>this NOT BETWEEN low AND high</c>.</summary>
    public Predicate NotBetween(NumberOperand low, NumberOperand high) =>
        Model.Between.Of(Scalar, low.Scalar, high.Scalar, isNegated: true);

    /// <summary><c>this IN (items)</c>.</summary>
    public Predicate In(params NumberOperand[] items) =>
        Model.In.Of(Scalar, items.Select(item => item.Scalar).ToValueList());

    /// <summary><c>this NOT IN (items)</c>.</summary>
    public Predicate NotIn(params NumberOperand[] items) =>
        Model.In.Of(Scalar, items.Select(item => item.Scalar).ToValueList(), isNegated: true);

    /// <summary><c>this comparison other</c>, a literal or a column.</summary>
    public Predicate Is(ComparisonOperator comparison, NumberOperand literal) =>
        ComparedColumns.Compare(Scalar, comparison, literal.Scalar);

    /// <summary><c>this = other</c>, a literal or a column.</summary>
    public Predicate EqualTo(NumberOperand literal) => Is(ComparisonOperator.Equal, literal);

    /// <summary><c>this &lt;&gt; other</c>, a literal or a column.</summary>
    public Predicate NotEqualTo(NumberOperand literal) => Is(ComparisonOperator.NotEqual, literal);

    /// <summary><c>this IS NULL</c>.</summary>
    public Predicate IsNull() => NullTest.Of(Scalar);

    /// <summary><c>this IS NOT NULL</c>.</summary>
    public Predicate IsNotNull() => NullTest.Of(Scalar, isNegated: true);

    /// <summary><c>left &lt; right</c>; one of them may be a number.</summary>
    public static Predicate operator <(NumberOperand left, NumberOperand right) =>
        ComparedColumns.Compare(left.Scalar, ComparisonOperator.LessThan, right.Scalar);

    /// <summary><c>left &lt;= right</c>; one of them may be a number.</summary>
    public static Predicate operator <=(NumberOperand left, NumberOperand right) =>
        ComparedColumns.Compare(left.Scalar, ComparisonOperator.LessThanOrEqual, right.Scalar);

    /// <summary><c>left &gt; right</c>; one of them may be a number.</summary>
    public static Predicate operator >(NumberOperand left, NumberOperand right) =>
        ComparedColumns.Compare(left.Scalar, ComparisonOperator.GreaterThan, right.Scalar);

    /// <summary><c>left &gt;= right</c>; one of them may be a number.</summary>
    public static Predicate operator >=(NumberOperand left, NumberOperand right) =>
        ComparedColumns.Compare(left.Scalar, ComparisonOperator.GreaterThanOrEqual, right.Scalar);
}
