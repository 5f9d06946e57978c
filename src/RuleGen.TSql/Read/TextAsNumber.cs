using System.Globalization;
using RuleGen.Model;

namespace RuleGen.TSql.Read;

/// <summary>
/// A text column that is compared with a number: SQL Server converts every value of the column, and fails on one that is no
/// number (rules 2.7 to 2.10). Said with texts, for values that are digits alone: a number is the same with zeros before it,
/// and of two texts of one length the greater number sorts last.
/// </summary>
internal static class TextAsNumber
{
    /// <summary>The longest column whose texts are written out.</summary>
    private const int LongestText = 10;

    /// <summary>Whether an expression and a literal are such a comparison.</summary>
    public static bool Is(Scalar operand, Scalar literal) =>
        operand is ColumnReference { Type: CharacterType } && literal is IntegerLiteral;

    /// <summary>Whether a column is short enough.</summary>
    public static bool IsShort(Scalar column) => ((CharacterType)column.Type).Length <= LongestText;

    /// <summary>The column compared with a number.</summary>
    /// <exception cref="RuleGenException">As the factories of predicates.</exception>
    public static Predicate Compare(Scalar column, ComparisonOperator comparison, long number) =>
        comparison switch
        {
            ComparisonOperator.Equal => In(column, [number], isNegated: false),
            ComparisonOperator.NotEqual => In(column, [number], isNegated: true),
            ComparisonOperator.GreaterThanOrEqual => AtLeast(column, number),
            ComparisonOperator.GreaterThan => AtLeast(column, number + 1),
            ComparisonOperator.LessThan => Not.Of(AtLeast(column, number)),
            _ => Not.Of(AtLeast(column, number + 1)),
        };

    /// <summary>The column between two numbers, or not.</summary>
    /// <exception cref="RuleGenException">As <see cref="Compare"/>.</exception>
    public static Predicate Between(Scalar column, long low, long high, bool isNegated)
    {
        var inside = And.Of([AtLeast(column, low), Not.Of(AtLeast(column, high + 1))]).Grouped();
        return isNegated ? Not.Of(inside) : inside;
    }

    /// <summary>The column among some numbers, or not.</summary>
    /// <exception cref="RuleGenException">As <see cref="Compare"/>.</exception>
    public static Predicate In(Scalar column, IEnumerable<long> numbers, bool isNegated)
    {
        var texts = numbers.SelectMany(number => Texts(column, number)).Distinct().Select(Literal).ToValueList();
        return texts.Count == 0
            ? isNegated
                ? Not.Of(Never(column))
                : Never(column)
            : texts is [var single]
                ? Comparison.Of(column, isNegated ? ComparisonOperator.NotEqual : ComparisonOperator.Equal, single)
                : Model.In.Of(column, texts, isNegated);
    }

    /// <summary>Of each length the texts that are no less.</summary>
    private static Predicate AtLeast(Scalar column, long number)
    {
        if (number <= 0)
        {
            return Not.Of(Never(column)).Grouped();
        }

        var texts = Texts(column, number).ToList();
        var parts = texts
            .Select(text =>
                (Predicate)
                    And.Of([
                            Like.Of(column, StringLiteral.Of(new string('_', text.Length))),
                            Comparison.Of(column, ComparisonOperator.GreaterThanOrEqual, Literal(text)),
                        ])
                        .Grouped()
            )
            .ToValueList();
        return parts switch
        {
            [] => Never(column),
            [var single] => single,
            _ => Or.Of(parts).Grouped(),
        };
    }

    /// <summary>The number as text, of each length that the column holds; below 0 there is none of digits alone.</summary>
    private static IEnumerable<string> Texts(Scalar column, long number)
    {
        var digits = number.ToString(CultureInfo.InvariantCulture);
        var type = (CharacterType)column.Type;
        return number < 0 || digits.Length > type.Length ? []
            : type.IsFixedLength ? [digits.PadLeft(type.Length!.Value, '0')]
            : Enumerable
                .Range(digits.Length, type.Length!.Value - digits.Length + 1)
                .Select(length => digits.PadLeft(length, '0'));
    }

    private static Scalar Literal(string text) => StringLiteral.Of(text);

    /// <summary>FALSE for every value, UNKNOWN for NULL.</summary>
    private static Predicate Never(Scalar column) =>
        And.Of([
                Comparison.Of(column, ComparisonOperator.Equal, Literal("")),
                Comparison.Of(column, ComparisonOperator.NotEqual, Literal("")),
            ])
            .Grouped();
}
