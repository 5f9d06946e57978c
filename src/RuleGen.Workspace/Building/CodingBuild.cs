using RuleGen.Model;
using RuleGen.Proof.Fixtures;
using RuleGen.TSql;
using RuleGen.Workspaces.Verification;

namespace RuleGen.Workspaces.Building;

/// <summary>What became of one coding in a build.</summary>
/// <param name="Id">The coding's id.</param>
public sealed record CodingBuild(string Id)
{
    /// <summary>Whether its text is the coding, and there is no model in C# that the text must match.</summary>
    public bool IsText { get; init; }

    /// <summary>What was repaired, passed over or left alone in its text, with the places.</summary>
    public ValueList<string> Notes { get; init; } = [];

    /// <summary>The number of its arms.</summary>
    public int Arms { get; init; }

    /// <summary>The number of its clauses.</summary>
    public int Clauses { get; init; }

    /// <summary>Where it and its published text first part; null where they are the same token for token.</summary>
    public TextDifference? Difference { get; init; }

    /// <summary>The file that its published text would be in; null where there is one.</summary>
    public string? MissingText { get; init; }

    /// <summary>The targets that its scripts hold for.</summary>
    public ValueList<Target> ValidTargets { get; init; } = [];

    /// <summary>Why it cannot be had on servers that are not built for.</summary>
    public ValueList<Problem> Unsupported { get; init; } = [];

    /// <summary>What is wrong with it; its files stay as they are.</summary>
    public ValueList<Problem> Problems { get; init; } = [];

    /// <summary>Its fixtures; null where it did not come to that.</summary>
    public FixtureSet? Fixtures { get; init; }

    /// <summary>What the embedded engines make of it; null where it did not come to that.</summary>
    public VerificationResult? Verification { get; init; }

    /// <summary>What was proven of its texts; null where it did not come to that.</summary>
    public CodingProof? Proof { get; init; }

    /// <summary>Its labels that a spreadsheet takes for a formula where it opens the fixtures; empty where it is not written.</summary>
    public ValueList<string> FormulaLabels { get; init; } = [];

    /// <summary>The coding, and the form in which scripts write it; null where it did not come to that.</summary>
    internal FormedCoding? Formed { get; init; }

    /// <summary>Its files; empty where it is not written.</summary>
    public ValueList<FileChange> Files { get; init; } = [];

    /// <summary>
    /// Of a check, what becomes of rows where its files are not what it makes; empty where they are, or are not there.
    /// </summary>
    public ValueList<CodingChange> Changes { get; init; } = [];

    /// <summary>Whether its files are to be written.</summary>
    public bool IsWhole =>
        Difference is null
        && MissingText is null
        && Problems.Count == 0
        && Verification is not { IsAgreed: false }
        && (Proof is null || !Proof.Open.Any());
}
