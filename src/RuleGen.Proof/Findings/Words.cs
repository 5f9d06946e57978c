namespace RuleGen.Proof.Findings;

/// <summary>Lists in the words of a sentence.</summary>
internal static class Words
{
    /// <summary>Joined by commas and "and".</summary>
    public static string Join(IReadOnlyList<string> names) =>
        names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";
}
