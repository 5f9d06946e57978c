namespace RuleGen.Model.Authoring;

/// <summary>A character expression, as rules are written in C#: only what makes sense of text compiles.</summary>
public sealed class CharacterOperand
{
    internal CharacterOperand(Scalar scalar) => Scalar = scalar;

    /// <summary>The expression.</summary>
    public Scalar Scalar { get; }

    /// <summary>The column, written as the published text writes it, such as <c>apcs.Administrative_Category</c>.</summary>
    /// <exception cref="InvalidOperationException">The expression is not a column.</exception>
    public CharacterOperand Written(string text) => new(SqlColumns.Rewrite(Scalar, text));

    /// <summary>The expression in a pair of parentheses that the published text has.</summary>
    public CharacterOperand Parenthesized() => new(Scalar with { Parentheses = Scalar.Parentheses + 1 });

    /// <summary><c>LEFT(this, length)</c>.</summary>
    public CharacterOperand Left(int length) => new(EdgeFunction.Of(isLeft: true, Scalar, length));

    /// <summary><c>RIGHT(this, length)</c>.</summary>
    public CharacterOperand Right(int length) => new(EdgeFunction.Of(isLeft: false, Scalar, length));

    /// <summary><c>SUBSTRING(this, start, length)</c>; the first character is 1.</summary>
    public CharacterOperand Substring(int start, int length) => new(SubstringFunction.Of(Scalar, start, length));

    /// <summary><c>UPPER(this)</c>.</summary>
    public CharacterOperand Upper() => new(LetterCaseFunction.Of(isUpper: true, Scalar));

    /// <summary><c>LOWER(this)</c>.</summary>
    public CharacterOperand Lower() => new(LetterCaseFunction.Of(isUpper: false, Scalar));

    /// <summary><c>LTRIM(this)</c>.</summary>
    public CharacterOperand LTrim() => new(TrimFunction.Of(isLeft: true, Scalar));

    /// <summary><c>RTRIM(this)</c>.</summary>
    public CharacterOperand RTrim() => new(TrimFunction.Of(isLeft: false, Scalar));

    /// <summary><c>REPLACE(this, sought, replacement)</c>; one blank or punctuation mark is sought.</summary>
    public CharacterOperand Replace(CharacterLiteral sought, CharacterLiteral replacement) =>
        new(ReplaceFunction.Of(Scalar, sought.Scalar, replacement.Scalar));

    /// <summary><c>this + 'text'</c>.</summary>
    public CharacterOperand Before(CharacterLiteral text) => new(ConcatFunction.Of(Scalar, text.Scalar));

    /// <summary><c>'text' + this</c>.</summary>
    public CharacterOperand After(CharacterLiteral text) => new(ConcatFunction.Of(text.Scalar, Scalar));

    /// <summary><c>this LIKE pattern</c>.</summary>
    public Predicate Like(CharacterLiteral pattern, CharacterLiteral? escape = null) =>
        Model.Like.Of(Scalar, pattern.Scalar, escape?.Scalar);

    /// <summary><c>this NOT LIKE pattern</c>.</summary>
    public Predicate NotLike(CharacterLiteral pattern, CharacterLiteral? escape = null) =>
        Model.Like.Of(Scalar, pattern.Scalar, escape?.Scalar, isNegated: true);

    /// <summary><c>this IN (items)</c>.</summary>
    public Predicate In(params CharacterLiteral[] items) =>
        Model.In.Of(Scalar, items.Select(item => (Scalar)item.Scalar).ToValueList());

    /// <summary><c>this NOT IN (items)</c>.</summary>
    public Predicate NotIn(params CharacterLiteral[] items) =>
        Model.In.Of(Scalar, items.Select(item => (Scalar)item.Scalar).ToValueList(), isNegated: true);

    /// <summary><c>this BETWEEN low AND high</c>.</summary>
    public Predicate Between(CharacterLiteral low, CharacterLiteral high) =>
        Model.Between.Of(Scalar, low.Scalar, high.Scalar);

    /// <summary><c>this NOT BETWEEN low AND high</c>.</summary>
    public Predicate NotBetween(CharacterLiteral low, CharacterLiteral high) =>
        Model.Between.Of(Scalar, low.Scalar, high.Scalar, isNegated: true);

    /// <summary><c>this comparison literal</c>.</summary>
    public Predicate Is(ComparisonOperator comparison, CharacterLiteral literal) =>
        Comparison.Of(Scalar, comparison, literal.Scalar);

    /// <summary><c>this = literal</c>.</summary>
    public Predicate EqualTo(CharacterLiteral literal) => Is(ComparisonOperator.Equal, literal);

    /// <summary><c>this &lt;&gt; literal</c>.</summary>
    public Predicate NotEqualTo(CharacterLiteral literal) => Is(ComparisonOperator.NotEqual, literal);

    /// <summary><c>this = other</c>, of two columns.</summary>
    public Predicate EqualTo(CharacterOperand other) =>
        ColumnComparison.Of(Scalar, ComparisonOperator.Equal, other.Scalar);

    /// <summary><c>this &lt;&gt; other</c>, of two columns.</summary>
    public Predicate NotEqualTo(CharacterOperand other) =>
        ColumnComparison.Of(Scalar, ComparisonOperator.NotEqual, other.Scalar);

    /// <summary><c>this IS NULL</c>.</summary>
    public Predicate IsNull() => NullTest.Of(Scalar);

    /// <summary><c>this IS NOT NULL</c>.</summary>
    public Predicate IsNotNull() => NullTest.Of(Scalar, isNegated: true);
}
