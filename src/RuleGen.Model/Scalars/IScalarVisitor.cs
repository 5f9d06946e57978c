namespace RuleGen.Model;

/// <summary>Does one job for every kind of scalar. A new kind adds a method, and the compiler names every place to extend.</summary>
public interface IScalarVisitor<out TResult>
{
    /// <summary>A column.</summary>
    TResult Visit(ColumnReference column);

    /// <summary>A string literal.</summary>
    TResult Visit(StringLiteral literal);

    /// <summary>An integer literal.</summary>
    TResult Visit(IntegerLiteral literal);

    /// <summary>A literal of a date or a decimal.</summary>
    TResult Visit(TypedLiteral literal);

    /// <summary><c>LEFT</c> or <c>RIGHT</c>.</summary>
    TResult Visit(EdgeFunction function);

    /// <summary><c>SUBSTRING</c>.</summary>
    TResult Visit(SubstringFunction function);

    /// <summary><c>UPPER</c> or <c>LOWER</c>.</summary>
    TResult Visit(LetterCaseFunction function);

    /// <summary><c>LTRIM</c> or <c>RTRIM</c>.</summary>
    TResult Visit(TrimFunction function);

    /// <summary><c>REPLACE</c>.</summary>
    TResult Visit(ReplaceFunction function);

    /// <summary><c>+</c> of text.</summary>
    TResult Visit(ConcatFunction function);

    /// <summary><c>ISNULL</c>.</summary>
    TResult Visit(IsNullFunction function);

    /// <summary><c>COALESCE</c>.</summary>
    TResult Visit(CoalesceFunction function);
}
