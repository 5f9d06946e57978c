using System.Globalization;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using RuleGen.Model;
using StringLiteral = RuleGen.Model.StringLiteral;

namespace RuleGen.TSql.Read;

/// <summary>
/// Conditions on <c>LEN(x)</c>, the characters of x without the blanks after them, as LIKE says them over
/// <c>RTRIM(x)</c> (rule 3.12).
/// </summary>
internal static class LengthCall
{
    /// <summary>The most characters that a pattern of this kind has.</summary>
    private const int MostPlaces = 3999;

    /// <summary>What is measured; null where an expression is no call of LEN.</summary>
    public static ScalarExpression? Find(ScalarExpression expression) =>
        Syntax.Bare(expression)
            is FunctionCall
            {
                CallTarget: null,
                Collation: null,
                OverClause: null,
                Parameters: [var measured],
                FunctionName.Value: var name,
            }
        && SqlName.Comparer.Equals(name, "LEN")
            ? measured
            : null;

    /// <summary>The number that a length is compared with; null where it is none, or too great to be written out.</summary>
    public static long? Number(ScalarExpression expression, Scalar measured) =>
        Syntax.WholeNumber(Syntax.Bare(expression)) is { } digits
        && long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        && Clamp(number, measured) is <= MostPlaces and var clamped
            ? clamped
            : null;

    /// <summary>LEN(x) compared with a number.</summary>
    public static Predicate Compare(Scalar measured, ComparisonOperator comparison, long number) =>
        comparison switch
        {
            ComparisonOperator.Equal => Like(measured, Exactly(number), isNegated: number < 0),
            ComparisonOperator.NotEqual => Like(measured, Exactly(number), isNegated: number >= 0),
            ComparisonOperator.GreaterThanOrEqual => Like(measured, AtLeast(number), isNegated: false),
            ComparisonOperator.GreaterThan => Like(measured, AtLeast(number + 1), isNegated: false),
            ComparisonOperator.LessThan => Like(measured, AtLeast(number), isNegated: true),
            _ => Like(measured, AtLeast(number + 1), isNegated: true),
        };

    /// <summary>LEN(x) between two numbers, or not.</summary>
    public static Predicate Between(Scalar measured, long low, long high, bool isNegated) =>
        isNegated
            ? Or.Of([
                Compare(measured, ComparisonOperator.LessThan, low),
                Compare(measured, ComparisonOperator.GreaterThan, high),
            ])
            : And.Of([
                Compare(measured, ComparisonOperator.GreaterThanOrEqual, low),
                Compare(measured, ComparisonOperator.LessThanOrEqual, high),
            ]);

    /// <summary>LEN(x) among some numbers, or not.</summary>
    public static Predicate In(Scalar measured, IEnumerable<long> numbers, bool isNegated)
    {
        var parts = numbers
            .Distinct()
            .Select(number =>
                Compare(measured, isNegated ? ComparisonOperator.NotEqual : ComparisonOperator.Equal, number)
            )
            .ToValueList();
        return parts.Count == 1 ? parts[0]
            : isNegated ? And.Of(parts)
            : Or.Of(parts);
    }

    /// <summary>A number beyond every length of the text says as much as the next one above.</summary>
    private static long Clamp(long number, Scalar measured) =>
        measured.Type is CharacterType { Length: { } longest }
            ? Math.Clamp(number, -1, longest + 1)
            : Math.Max(number, -1);

    /// <summary>No length is below 0: then the pattern of all texts is negated.</summary>
    private static string Exactly(long number) => number < 0 ? "%" : new string('_', (int)number);

    private static string AtLeast(long number) => new string('_', (int)Math.Max(number, 0)) + "%";

    private static Like Like(Scalar measured, string pattern, bool isNegated) =>
        Model.Like.Of(TrimFunction.Of(isLeft: false, measured), StringLiteral.Of(pattern), escape: null, isNegated);
}
