namespace RuleGen.Model.Authoring;

/// <summary>An expression of dates, with or without times, as rules are written in C#: only what makes sense of them compiles.</summary>
public sealed class DateOperand
{
    internal DateOperand(Scalar scalar) => Scalar = scalar;

    /// <summary>The expression.</summary>
    public Scalar Scalar { get; }

    /// <summary><c>'yyyymmdd'</c>, for <c>ISNULL</c> and <c>COALESCE</c> or the left of a comparison.</summary>
    public static implicit operator DateOperand(string value) => FromString(value);

    /// <summary><c>'yyyymmdd'</c>, or another form that no language changes (rule 6.21).</summary>
    public static DateOperand FromString(string value) => new(StringLiteral.Of(value));

    /// <summary><c>N'yyyymmdd'</c>.</summary>
    public static DateOperand Unicode(string value) => new(StringLiteral.Of(value, isUnicode: true));

    /// <summary>The column, written as the published text writes it, such as <c>APCS.Age</c>.</summary>
    /// <exception cref="InvalidOperationException">The expression is not a column.</exception>
    public DateOperand Written(string text) => new(SqlColumns.Rewrite(Scalar, text));

    /// <summary>The expression in a pair of parentheses that the published text has.</summary>
    public DateOperand Parenthesized() => new(Scalar with { Parentheses = Scalar.Parentheses + 1 });

    /// <summary><c>this BETWEEN low AND high</c>.</summary>
    public Predicate Between(DateOperand low, DateOperand high) => Model.Between.Of(Scalar, low.Scalar, high.Scalar);

    /// <summary><c>this NOT BETWEEN low AND high</c>.</summary>
    public Predicate NotBetween(DateOperand low, DateOperand high) =>
        Model.Between.Of(Scalar, low.Scalar, high.Scalar, isNegated: true);

    /// <summary><c>this IN (items)</c>.</summary>
    public Predicate In(params DateOperand[] items) =>
        Model.In.Of(Scalar, items.Select(item => item.Scalar).ToValueList());

    /// <summary><c>this NOT IN (items)</c>.</summary>
    public Predicate NotIn(params DateOperand[] items) =>
        Model.In.Of(Scalar, items.Select(item => item.Scalar).ToValueList(), isNegated: true);

    /// <summary><c>this comparison other</c>, a literal or a column.</summary>
    public Predicate Is(ComparisonOperator comparison, DateOperand literal) =>
        ComparedColumns.Compare(Scalar, comparison, literal.Scalar);

    /// <summary><c>this = other</c>, a literal or a column.</summary>
    public Predicate EqualTo(DateOperand literal) => Is(ComparisonOperator.Equal, literal);

    /// <summary><c>this &lt;&gt; other</c>, a literal or a column.</summary>
    public Predicate NotEqualTo(DateOperand literal) => Is(ComparisonOperator.NotEqual, literal);

    /// <summary><c>this IS NULL</c>.</summary>
    public Predicate IsNull() => NullTest.Of(Scalar);

    /// <summary><c>this IS NOT NULL</c>.</summary>
    public Predicate IsNotNull() => NullTest.Of(Scalar, isNegated: true);

    /// <summary><c>left &lt; right</c>; one of them may be a literal.</summary>
    public static Predicate operator <(DateOperand left, DateOperand right) =>
        ComparedColumns.Compare(left.Scalar, ComparisonOperator.LessThan, right.Scalar);

    /// <summary><c>left &lt;= right</c>; one of them may be a literal.</summary>
    public static Predicate operator <=(DateOperand left, DateOperand right) =>
        ComparedColumns.Compare(left.Scalar, ComparisonOperator.LessThanOrEqual, right.Scalar);

    /// <summary><c>left &gt; right</c>; one of them may be a literal.</summary>
    public static Predicate operator >(DateOperand left, DateOperand right) =>
        ComparedColumns.Compare(left.Scalar, ComparisonOperator.GreaterThan, right.Scalar);

    /// <summary><c>left &gt;= right</c>; one of them may be a literal.</summary>
    public static Predicate operator >=(DateOperand left, DateOperand right) =>
        ComparedColumns.Compare(left.Scalar, ComparisonOperator.GreaterThanOrEqual, right.Scalar);
}
