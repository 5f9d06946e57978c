using System.Globalization;
using RuleGen.Model;

namespace RuleGen.TSql;

/// <summary>Writes expressions on one line, with the parentheses of the published text.</summary>
/// <param name="columns">How a column is written: as published, qualified, or as a parameter.</param>
internal sealed class ScalarWriter(Func<ColumnReference, string> columns) : IScalarVisitor<string>
{
    /// <summary>An expression.</summary>
    public string Write(Scalar scalar) => Enclose(scalar.Accept(this), scalar.Parentheses);

    /// <summary>A label: a literal, a bit, or <c>NULL</c>.</summary>
    public static string Write(Label label) =>
        Enclose(
            label.Text is null ? "NULL"
                : label.Type == LabelType.Text ? SqlText.Literal(label.Text, label.IsUnicode)
                : label.Type == LabelType.Bit ? $"CAST({label.Text} AS bit)"
                : label.Text,
            label.Parentheses
        );

    /// <summary>A text in so many pairs of parentheses.</summary>
    public static string Enclose(string text, int pairs) => new string('(', pairs) + text + new string(')', pairs);

    string IScalarVisitor<string>.Visit(ColumnReference column) => columns(column);

    string IScalarVisitor<string>.Visit(StringLiteral literal) => SqlText.Literal(literal.Value, literal.IsUnicode);

    string IScalarVisitor<string>.Visit(IntegerLiteral literal) => Number(literal.Value);

    string IScalarVisitor<string>.Visit(TypedLiteral literal) =>
        literal.Type is TemporalType ? SqlText.Literal(literal.Text, literal.IsUnicode) : literal.Text;

    string IScalarVisitor<string>.Visit(EdgeFunction function) =>
        Call(function.IsLeft ? "LEFT" : "RIGHT", Write(function.Operand), Number(function.Length));

    string IScalarVisitor<string>.Visit(SubstringFunction function) =>
        Call("SUBSTRING", Write(function.Operand), Number(function.Start), Number(function.Length));

    string IScalarVisitor<string>.Visit(LetterCaseFunction function) =>
        Call(function.IsUpper ? "UPPER" : "LOWER", Write(function.Operand));

    string IScalarVisitor<string>.Visit(TrimFunction function) =>
        Call(function.IsLeft ? "LTRIM" : "RTRIM", Write(function.Operand));

    string IScalarVisitor<string>.Visit(ReplaceFunction function) =>
        Call("REPLACE", Write(function.Operand), Write(function.Sought), Write(function.Replacement));

    string IScalarVisitor<string>.Visit(ConcatFunction function) => $"{Write(function.Left)} + {Write(function.Right)}";

    string IScalarVisitor<string>.Visit(IsNullFunction function) =>
        Call("ISNULL", Write(function.Operand), Write(function.Replacement));

    string IScalarVisitor<string>.Visit(CoalesceFunction function) =>
        Call("COALESCE", function.Operands.Select(Write).ToArray());

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Call(string name, params string[] arguments) => $"{name}({string.Join(", ", arguments)})";
}
