using RuleGen.Engine.Sampling;
using RuleGen.Model;

namespace RuleGen.Engine;

/// <summary>Makes synthetic rows that look like spells and exercise every clause of codings.</summary>
public static class Sampler
{
    /// <summary>
    /// Rows of a source. Among them, as far as the values allow and the number of rows suffices: each arm taken, each
    /// part of the exclusions excluding alone, each clause TRUE, FALSE and UNKNOWN. No value holds a character that the
    /// codings could not evaluate.
    /// </summary>
    /// <param name="source">The source; every column gets a value, the key a number.</param>
    /// <param name="codings">Codings bound to the source; none gives plausible rows only.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="seed">The same seed gives the same rows on every machine.</param>
    /// <exception cref="RuleGenException">RG0005: the key cannot number so many rows.</exception>
    public static IEnumerable<Row> Sample(Source source, IReadOnlyList<Coding> codings, int rows, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        var key = KeySequence.Of(source, rows);
        return Enumerate();

        IEnumerable<Row> Enumerate()
        {
            var sample = new SampleRun(source, codings, key, seed);
            for (var number = 1; number <= rows; number++)
            {
                yield return sample.Next(number, rows);
            }
        }
    }

    /// <summary>Whether a column of the source's key can number so many rows.</summary>
    public static bool CanNumber(Source source, int rows) => KeySequence.Find(source, rows) is not null;
}
