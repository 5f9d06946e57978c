using System.Globalization;
using RuleGen.Engine;
using RuleGen.Model;
using RuleGen.Proof;

namespace RuleGen.Workspaces.Verification;

/// <summary>Some rows, which the engines take together.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Numbers">The number of each: of the row in a sample, of the line in a file.</param>
/// <param name="Prefix">What stands before a number to say where the row is from.</param>
internal sealed record RowChunk(IReadOnlyList<Row> Rows, IReadOnlyList<int> Numbers, string Prefix)
{
    /// <summary>What the coding must make of each row; null where it is not known beforehand.</summary>
    public IReadOnlyList<Result>? Expected { get; init; }

    /// <summary>The rows that are as assumed.</summary>
    public RowChunk Among(ValueList<Assumption> assumptions)
    {
        if (assumptions.Count == 0)
        {
            return this;
        }

        var evaluator = new CodingEvaluator();
        var kept = Enumerable
            .Range(0, Rows.Count)
            .Where(row => Assumption.Admit(assumptions, evaluator, Rows[row]))
            .ToList();
        return new RowChunk(kept.ConvertAll(row => Rows[row]), kept.ConvertAll(row => Numbers[row]), Prefix)
        {
            Expected = Expected is { } expected ? kept.ConvertAll(row => expected[row]) : null,
        };
    }

    /// <summary>Where a row is from, such as <c>sampled row 7</c> or <c>spells.csv:8</c>.</summary>
    public string PlaceOf(int row) => Prefix + Numbers[row].ToString(CultureInfo.InvariantCulture);
}
