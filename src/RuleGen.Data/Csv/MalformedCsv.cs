using System.Globalization;
using RuleGen.Model;

namespace RuleGen.Data.Csv;

/// <summary>Refuses text that is not CSV.</summary>
internal static class MalformedCsv
{
    /// <summary>RG0301 at a place, which the message names by its line.</summary>
    public static RuleGenException At(TextPosition position, string message, string remedy) =>
        new(
            new Problem(
                ErrorCodes.MalformedCsv,
                string.Create(CultureInfo.InvariantCulture, $"Line {position.Line}: {message}"),
                remedy
            )
            {
                Position = position,
            }
        );
}
