using RuleGen.Model;

namespace RuleGen.TSql.Read;

/// <summary>
/// Text that is converted to a whole number, where the source says that every value is so many digits: then the order of
/// the texts is that of the numbers (rules 2.7, 2.8).
/// </summary>
internal static class NumericText
{
    private const int MostDigits = 18;

    /// <summary>How many digits every value of a column has; null where the source does not say so.</summary>
    public static int? FindDigits(Scalar scalar)
    {
        if (
            scalar
            is not ColumnReference { Column: { Type: CharacterType, Shape.Patterns: { Count: > 0 } patterns } column }
        )
        {
            return null;
        }

        var widths = patterns
            .Select(pattern => Like.Of(ColumnReference.Of(column), StringLiteral.Of(pattern)).Pattern.Elements)
            .Select(elements => elements.All(IsDigit) ? elements.Count : 0)
            .Distinct()
            .ToList();
        return widths is [> 0 and <= MostDigits and var digits] ? digits : null;
    }

    /// <summary>A number as a text of so many digits; null where it has more of them, or is below 0.</summary>
    public static StringLiteral? Write(string number, int digits)
    {
        var text = number.TrimStart('0').PadLeft(digits, '0');
        return number[0] != '-' && text.Length == digits ? StringLiteral.Of(text) : null;
    }

    private static bool IsDigit(LikeElement element) =>
        element switch
        {
            LiteralCharacter literal => char.IsAsciiDigit(literal.Character),
            CharacterSet { IsNegated: false } set => set.Members.All(member =>
                char.IsAsciiDigit(member.First) && char.IsAsciiDigit(member.Last ?? member.First)
            ),
            _ => false,
        };
}
