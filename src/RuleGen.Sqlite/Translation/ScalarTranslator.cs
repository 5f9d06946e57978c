using System.Globalization;
using RuleGen.Model;

namespace RuleGen.Sqlite.Translation;

/// <summary>Writes a scalar as an expression of SQLite. NULL where SQL Server has NULL.</summary>
/// <param name="columnSql">SQL for a column.</param>
/// <param name="useColumn">Told of each character column, and whether UPPER or LOWER is applied to it.</param>
internal sealed class ScalarTranslator(Func<Column, string> columnSql, Action<Column, bool> useColumn)
    : IScalarVisitor<string>
{
    private int _letterCaseDepth;

    public string Translate(Scalar scalar) => scalar.Accept(this);

    string IScalarVisitor<string>.Visit(ColumnReference column)
    {
        if (column.Column.Type is CharacterType)
        {
            useColumn(column.Column, _letterCaseDepth > 0);
        }

        return columnSql(column.Column);
    }

    string IScalarVisitor<string>.Visit(StringLiteral literal) => StoredText.Literal(literal.Value);

    string IScalarVisitor<string>.Visit(IntegerLiteral literal) => Number(literal.Value);

    string IScalarVisitor<string>.Visit(TypedLiteral literal) =>
        literal.Type is TemporalType type
            ? StoredText.Quote(StoredMoment.Of(literal.Text, type))
            : StoredDecimal.Of(literal.Text, ((DecimalType)literal.Type).Scale);

    /// <remarks>substr() counts from the right where the start is negative; 0, of <c>RIGHT(x, 0)</c>, is not.</remarks>
    string IScalarVisitor<string>.Visit(EdgeFunction function)
    {
        var operand = Translate(function.Operand);
        return function.IsLeft || function.Length == 0
            ? $"substr({operand}, 1, {Number(function.Length)})"
            : $"substr({operand}, -{Number(function.Length)})";
    }

    string IScalarVisitor<string>.Visit(SubstringFunction function) =>
        $"substr({Translate(function.Operand)}, {Number(function.Start)}, {Number(function.Length)})";

    /// <remarks>upper() and lower() change ASCII letters only, as far as the case of characters is modelled.</remarks>
    string IScalarVisitor<string>.Visit(LetterCaseFunction function)
    {
        _letterCaseDepth++;
        var operand = Translate(function.Operand);
        _letterCaseDepth--;
        return $"{(function.IsUpper ? "upper" : "lower")}({operand})";
    }

    /// <remarks>ltrim() and rtrim() remove U+0020 only.</remarks>
    string IScalarVisitor<string>.Visit(TrimFunction function) =>
        $"{(function.IsLeft ? "ltrim" : "rtrim")}({Translate(function.Operand)})";

    /// <remarks>replace() tells letters of another case apart; there is none among what is sought.</remarks>
    string IScalarVisitor<string>.Visit(ReplaceFunction function) =>
        $"replace({Translate(function.Operand)}, {Translate(function.Sought)}, {Translate(function.Replacement)})";

    string IScalarVisitor<string>.Visit(ConcatFunction function) =>
        $"({Translate(function.Left)} || {Translate(function.Right)})";

    /// <remarks>The replacement is stored as the type of the first argument holds it (rules 4.1, 4.2).</remarks>
    string IScalarVisitor<string>.Visit(IsNullFunction function) =>
        $"coalesce({Translate(function.Operand)}, {Store(function.Replacement, function.Type)})";

    /// <remarks>Every argument becomes the common type: only char(n) changes it, with blanks (rule 4.3).</remarks>
    string IScalarVisitor<string>.Visit(CoalesceFunction function)
    {
        var operands = function.Operands.Select(operand => Store(operand, function.Type));
        return $"coalesce({string.Join(", ", operands)})";
    }

    internal static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// SQL for a text as a column of a type holds it: cut at the length, char(n) filled up with blanks.
    /// </summary>
    internal static string Store(string sql, SqlType type) =>
        type switch
        {
            CharacterType { IsFixedLength: true, Length: { } length } =>
                $"substr({sql} || '{new string(' ', length)}', 1, {Number(length)})",
            CharacterType { Length: { } length } => $"substr({sql}, 1, {Number(length)})",
            _ => sql,
        };

    private string Store(Scalar scalar, SqlType type)
    {
        var fits =
            scalar.Type is not CharacterType from
            || type is not CharacterType to
            || (!to.IsFixedLength && (to.Length ?? int.MaxValue) >= (from.Length ?? int.MaxValue));
        return fits ? Translate(scalar) : Store(Translate(scalar), type);
    }
}
