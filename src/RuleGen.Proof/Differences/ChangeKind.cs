namespace RuleGen.Proof.Differences;

/// <summary>What becomes of a row whose result differs. A row has exactly one kind.</summary>
public enum ChangeKind
{
    /// <summary>Both codings keep the row; the old one gives NULL, the new one a label.</summary>
    Gained,

    /// <summary>Both codings keep the row; the old one gives a label, the new one NULL.</summary>
    Lost,

    /// <summary>Both codings keep the row, and give it different labels.</summary>
    Relabelled,

    /// <summary>Only the new coding keeps the row, whatever its outcome.</summary>
    NewlyKept,

    /// <summary>Only the old coding keeps the row, whatever its outcome was.</summary>
    NewlyExcluded,
}
