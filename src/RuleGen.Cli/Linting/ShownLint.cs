using RuleGen.Workspaces.Linting;

namespace RuleGen.Cli.Linting;

/// <summary>Findings as they are shown: all of them, or those that a baseline does not have.</summary>
/// <param name="Title">What the command line calls the coding.</param>
/// <param name="Result">The findings that are shown.</param>
/// <param name="Baselined">What the baseline has; null without one.</param>
internal sealed record ShownLint(string Title, LintResult Result, BaselinedLint? Baselined);
