using System.Globalization;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace RuleGen.TSql.Read;

/// <summary><c>CHARINDEX(sought, text)</c> or <c>PATINDEX(sought, text)</c> in a comparison with a number.</summary>
/// <param name="Name">The function.</param>
/// <param name="Sought">The text or pattern that is sought.</param>
/// <param name="Text">The text that is searched.</param>
/// <param name="IsFound">Whether the comparison says that it is found, or not; null where it says more than that.</param>
internal sealed record SearchCall(string Name, ScalarExpression Sought, ScalarExpression Text, bool? IsFound)
{
    /// <summary>The search on either side of a comparison; null where there is none.</summary>
    public static SearchCall? Find(BooleanComparisonExpression syntax) =>
        Find(syntax.FirstExpression, syntax.ComparisonType, syntax.SecondExpression)
        ?? Find(syntax.SecondExpression, Mirrored(syntax.ComparisonType), syntax.FirstExpression);

    /// <summary>A text as a pattern that matches it alone.</summary>
    public static string Escape(string text) =>
        string.Concat(text.Select(character => character is '%' or '_' or '[' ? $"[{character}]" : $"{character}"));

    private static SearchCall? Find(ScalarExpression call, BooleanComparisonType comparison, ScalarExpression other)
    {
        if (
            Syntax.Bare(call)
                is not FunctionCall
                {
                    CallTarget: null,
                    Collation: null,
                    Parameters: [var sought, var text],
                    FunctionName.Value: { } written,
                }
            || written.ToUpperInvariant() is not ("CHARINDEX" or "PATINDEX")
        )
        {
            return null;
        }

        var number = Syntax.Bare(other) is IntegerLiteral literal
            ? long.Parse(literal.Value, CultureInfo.InvariantCulture)
            : (long?)null;
        bool? isFound = (comparison, number) switch
        {
            (BooleanComparisonType.GreaterThan, 0) => true,
            (BooleanComparisonType.GreaterThanOrEqualTo, 1) => true,
            (BooleanComparisonType.NotEqualToBrackets or BooleanComparisonType.NotEqualToExclamation, 0) => true,
            (BooleanComparisonType.Equals or BooleanComparisonType.LessThanOrEqualTo, 0) => false,
            (BooleanComparisonType.LessThan, 1) => false,
            _ => null,
        };
        return new SearchCall(written.ToUpperInvariant(), sought, text, isFound);
    }

    private static BooleanComparisonType Mirrored(BooleanComparisonType comparison) =>
        comparison switch
        {
            BooleanComparisonType.LessThan => BooleanComparisonType.GreaterThan,
            BooleanComparisonType.LessThanOrEqualTo => BooleanComparisonType.GreaterThanOrEqualTo,
            BooleanComparisonType.GreaterThan => BooleanComparisonType.LessThan,
            BooleanComparisonType.GreaterThanOrEqualTo => BooleanComparisonType.LessThanOrEqualTo,
            _ => comparison,
        };
}
