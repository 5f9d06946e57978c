namespace RuleGen.Workspaces.Linting;

/// <summary>What was found in a coding beyond a baseline.</summary>
/// <param name="Result">The findings that the baseline does not have.</param>
/// <param name="Known">How many it has.</param>
/// <param name="Gone">How many of the baseline's findings in this coding are there no more.</param>
/// <param name="IsListed">Whether the baseline says anything of the coding.</param>
public sealed record BaselinedLint(LintResult Result, int Known, int Gone, bool IsListed);
