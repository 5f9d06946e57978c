using RuleGen.Data.Csv;
using RuleGen.SqlServer;

namespace RuleGen.Workspaces.Verification;

/// <summary>On what rows, and where, codings are verified.</summary>
public sealed record VerificationOptions
{
    /// <summary>How many rows are sampled where nobody says another number.</summary>
    public const int DefaultRows = 100_000;

    /// <summary>The seed of the sample where nobody says another.</summary>
    public const ulong DefaultSeed = 1;

    /// <summary>How many rows are sampled.</summary>
    public int Rows { get; init; } = DefaultRows;

    /// <summary>The seed of the sample; the same seed gives the same rows on every machine.</summary>
    public ulong Seed { get; init; } = DefaultSeed;

    /// <summary>More rows; null for none. They are read once.</summary>
    public CsvInput? Data { get; init; }

    /// <summary>A place on a server where the codings are verified, too; null for none.</summary>
    public ScratchDatabase? Server { get; init; }

    /// <summary>Makes what is told how far the verification is; null where nobody wants to know.</summary>
    public ProgressFactory? Progress { get; init; }
}
