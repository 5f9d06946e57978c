using RuleGen.Model;

namespace RuleGen.Engine.Evaluation;

/// <summary>Computes scalars over one row.</summary>
internal sealed class ScalarEvaluation(Row row) : IScalarVisitor<SqlValue>
{
    /// <summary>The column's value as the column stores it: char and nchar carry blanks (rule 1.26).</summary>
    public SqlValue Visit(ColumnReference column) => Convert(row[column.Column], column.Type);

    public SqlValue Visit(StringLiteral literal) => SqlValue.Of(literal.Value);

    public SqlValue Visit(IntegerLiteral literal) => SqlValue.Of(literal.Value);

    public SqlValue Visit(TypedLiteral literal) => literal.Value;

    public SqlValue Visit(EdgeFunction function) =>
        Evaluate(function.Operand).Text is not { } text ? SqlValue.Null
        : text.Length <= function.Length ? SqlValue.Of(text)
        : SqlValue.Of(function.IsLeft ? text[..function.Length] : text[^function.Length..]);

    public SqlValue Visit(SubstringFunction function)
    {
        if (Evaluate(function.Operand).Text is not { } text)
        {
            return SqlValue.Null;
        }

        var start = Math.Min(function.Start - 1, text.Length);
        return SqlValue.Of(text.Substring(start, Math.Min(function.Length, text.Length - start)));
    }

    /// <remarks>Letter case is modelled for ASCII only; every other modelled character has none.</remarks>
    public SqlValue Visit(LetterCaseFunction function) =>
        Evaluate(function.Operand).Text is { } text
            ? SqlValue.Of(function.IsUpper ? text.ToUpperInvariant() : text.ToLowerInvariant())
            : SqlValue.Null;

    public SqlValue Visit(TrimFunction function) =>
        Evaluate(function.Operand).Text is { } text
            ? SqlValue.Of(function.IsLeft ? text.TrimStart(' ') : text.TrimEnd(' '))
            : SqlValue.Null;

    public SqlValue Visit(ReplaceFunction function) =>
        Evaluate(function.Operand).Text is { } text
            ? SqlValue.Of(text.Replace(function.Sought.Value, function.Replacement.Value, StringComparison.Ordinal))
            : SqlValue.Null;

    public SqlValue Visit(ConcatFunction function) =>
        Evaluate(function.Left).Text is { } left && Evaluate(function.Right).Text is { } right
            ? SqlValue.Of(left + right)
            : SqlValue.Null;

    /// <summary>The replacement takes the type of the first argument, and is cut or padded to it (rules 4.1, 4.2).</summary>
    public SqlValue Visit(IsNullFunction function)
    {
        var value = Evaluate(function.Operand);
        return value.IsNull ? Convert(Evaluate(function.Replacement), function.Type) : value;
    }

    /// <summary>Every argument takes the common type (rule 4.3), which pads if it is char or nchar.</summary>
    public SqlValue Visit(CoalesceFunction function)
    {
        foreach (var operand in function.Operands.AsSpan())
        {
            var value = Evaluate(operand);
            if (!value.IsNull)
            {
                return Convert(value, function.Type);
            }
        }

        return SqlValue.Null;
    }

    public SqlValue Evaluate(Scalar scalar) => scalar.Accept(this);

    private static SqlValue Convert(SqlValue value, SqlType type) =>
        value.Text is { } text && type is CharacterType characters ? SqlValue.Of(characters.Store(text)) : value;
}
