using System.Globalization;
using RuleGen.Model;

namespace RuleGen.Clr;

/// <summary>Writes literals of dates and decimals as the numbers that their columns become.</summary>
internal static class TypedCode
{
    /// <summary>The number, with what it is as a comment.</summary>
    public static string Write(TypedLiteral literal)
    {
        var units = literal.Type switch
        {
            TemporalType => TemporalText.Parse(literal.Text)!.Value.Ticks,
            DecimalType type => (long)(
                decimal.Parse(literal.Text, CultureInfo.InvariantCulture) * (decimal)Math.Pow(10, type.Scale)
            ),
            _ => throw new ArgumentException($"{literal.Type} has literals of its own.", nameof(literal)),
        };
        return units < 0 ? $"({Number(units)})" : Number(units);

        string Number(long number) => $"{CSharpText.Number(number)} /* {literal.Text} */";
    }
}
