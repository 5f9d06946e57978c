namespace RuleGen.Proof.Findings;

/// <summary>A kind of finding.</summary>
/// <param name="Id">Its stable name, <c>RG1001</c> and so on.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Meaning">What it means, in a few words.</param>
public sealed record FindingCode(string Id, FindingSeverity Severity, string Meaning);

/// <summary>How much a finding matters; the greater, the more.</summary>
public enum FindingSeverity
{
    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>Probably not what was meant, or worth a change.</summary>
    Warning,

    /// <summary>A part of the coding can never do anything.</summary>
    Error,
}
