using System.Globalization;
using RuleGen.Data.Evaluation;
using RuleGen.Model;

namespace RuleGen.Cli.Evaluation;

/// <summary>Names the first rows that a run could not use, and counts the others.</summary>
/// <param name="error">The standard error.</param>
/// <param name="codings">How many codings evaluate each row.</param>
/// <param name="rest">What the others are: <c>not evaluated</c>, for instance.</param>
internal sealed class SkippedRows(TextWriter error, int codings, string rest)
{
    private const int MostNamed = 20;

    private long _count;

    /// <summary>Takes a row.</summary>
    public void Add(SkippedRow row)
    {
        if (++_count <= MostNamed)
        {
            var line = row.Line.ToString(CultureInfo.InvariantCulture);
            error.WriteLine(MessageText.OneLine($"{row.File}:{line}: {Describe(row)}"));
        }
    }

    /// <summary>Says how many more there were than are named.</summary>
    public void WriteRest()
    {
        if (_count > MostNamed)
        {
            var more = (_count - MostNamed).ToString(CultureInfo.InvariantCulture);
            error.WriteLine($"… and {more} more rows that were {rest}");
        }
    }

    private string Describe(SkippedRow row)
    {
        if (row.Reason is null)
        {
            return $"not as assumed: {row.Key}";
        }

        var by =
            codings == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" by {row.Codings} of {codings} codings");
        return $"not evaluated{by}: {row.Key}: {row.Reason}";
    }
}
