using System.Globalization;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using RuleGen.Model;

namespace RuleGen.TSql.Read;

/// <summary>Reads what stands after THEN or ELSE.</summary>
internal static class LabelReader
{
    /// <summary>The label; null where something is wrong, which is reported.</summary>
    public static Label? Read(LabelPart part, Findings findings)
    {
        if (part.Tokens.Count == 0)
        {
            findings.Report(
                ErrorCodes.SyntaxError,
                $"'{part.Keyword.Text}' has no label after it",
                "Write the label in single quotes, or NULL",
                part.Keyword
            );
            return null;
        }

        if (part.Tokens.Exists(token => token.IsUnclosed))
        {
            return null;
        }

        var (start, end) = (part.Tokens[0].Start, part.Tokens[^1].End);
        var parsed = ScriptDomParser.ParseScalar(new CleanText(part.Tokens).Text);
        if (!parsed.IsComplete)
        {
            var excerpt = findings.Source.Excerpt(start, end);
            findings.Report(
                ErrorCodes.SyntaxError,
                $"'{excerpt}' is no label",
                "Write the label in single quotes, or NULL",
                start,
                end
            );
            return null;
        }

        try
        {
            return Convert(parsed.Syntax!, findings, start, end) is { } label
                ? label with
                {
                    Position = findings.Source.PositionOf(start),
                }
                : null;
        }
        catch (RuleGenException exception)
        {
            findings.Report(exception, start, end);
            return null;
        }
    }

    private static Label? Convert(ScalarExpression syntax, Findings findings, int start, int end)
    {
        var parentheses = 0;
        while (syntax is ParenthesisExpression { Collation: null } parenthesis)
        {
            parentheses++;
            syntax = parenthesis.Expression;
        }

        switch (syntax)
        {
            case Microsoft.SqlServer.TransactSql.ScriptDom.StringLiteral { Collation: null } literal:
                return Label.Of(literal.Value, literal.IsNational) with { Parentheses = parentheses };
            case NullLiteral { Collation: null }:
                return Label.Null with { Parentheses = parentheses };
            case CastCall { Collation: null, Parameter: var operand } cast
                when cast.DataType is SqlDataTypeReference { SqlDataTypeOption: SqlDataTypeOption.Bit }
                    && Syntax.WholeNumber(operand) is { } bit and ("0" or "1"):
                return Label.OfBit(bit == "1") with { Parentheses = parentheses };
        }

        if (Syntax.WholeNumber(syntax) is { } digits)
        {
            return (
                long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                    ? Label.Of(number)
                    : Label.Of(long.MaxValue)
            ) with
            {
                Parentheses = parentheses,
            };
        }

        findings.Report(
            ErrorCodes.UnsupportedConstruct,
            $"The label '{findings.Source.Excerpt(start, end)}' is neither text, a whole number, a bit nor NULL",
            syntax is ColumnReferenceExpression
                ? "Name the rows that get each value: a label is the same for every row"
                : "Write the label in single quotes, a whole number, CAST(1 AS bit), or NULL",
            start,
            end
        );
        return null;
    }
}
