using RuleGen.Proof.Findings;

namespace RuleGen.Cli.Linting;

/// <summary>Findings in words that both the text and the JSON use.</summary>
internal static class FindingWords
{
    /// <summary>The severities by name, the least first; what --fail-on takes besides <c>never</c>.</summary>
    public static IReadOnlyList<string> Severities { get; } = [.. Enum.GetValues<FindingSeverity>().Select(Name)];

    /// <summary>The severity of a kind of finding: <c>error</c>, <c>warning</c> or <c>info</c>.</summary>
    public static string Severity(FindingCode code) => Name(code.Severity);

    /// <summary>The name of a severity.</summary>
    public static string Name(FindingSeverity severity) =>
        severity switch
        {
            FindingSeverity.Error => "error",
            FindingSeverity.Warning => "warning",
            FindingSeverity.Info => "info",
            _ => throw new ArgumentOutOfRangeException(nameof(severity)),
        };
}
