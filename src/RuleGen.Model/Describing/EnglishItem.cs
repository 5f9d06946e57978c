namespace RuleGen.Model.Describing;

/// <summary>What one item of a list is called.</summary>
internal static class EnglishItem
{
    /// <summary><c>diagnosis</c> for <c>Diagnoses</c>: the singular of the name's last word, or <c>item of X</c>.</summary>
    public static string Noun(string list)
    {
        var name = list.Replace('_', ' ').ToLowerInvariant();
        return name.EndsWith("gnoses", StringComparison.Ordinal) ? name[..^2] + "is"
            : name.EndsWith("ies", StringComparison.Ordinal) && name.Length > 4 ? name[..^3] + "y"
            : name.EndsWith('s') && !name.EndsWith("ss", StringComparison.Ordinal) && name.Length > 2 ? name[..^1]
            : $"item of {list}";
    }

    /// <summary><c>a diagnosis</c>, <c>an item</c>.</summary>
    public static string WithArticle(string noun) =>
        ("aeiou".Contains(noun[0], StringComparison.Ordinal) ? "an " : "a ") + noun;
}
