using RuleGen.Model;
using RuleGen.TSql;

namespace RuleGen.SqlServer;

/// <summary>Finds the line in which an object that was changed by hand differs from what RuleGen made.</summary>
internal static class ModuleDifference
{
    private const int LongestLine = 100;

    /// <summary>
    /// The first such line, in words; less where the server does not show its text, or where RuleGen no longer has the
    /// text that was deployed.
    /// </summary>
    public static string Describe(ISqlSession session, CodingObject wanted, string deployedHash, SeenModule seen)
    {
        if (seen.Hash is null)
        {
            return "the server does not show its text";
        }

        if (deployedHash != wanted.DefinitionHash)
        {
            return "an older edition was changed";
        }

        var query = $"""
            -- rulegen: the text of an object
            SELECT m.definition FROM sys.sql_modules AS m WHERE m.object_id = OBJECT_ID({SqlText.Unicode(
                wanted.QualifiedName
            )});

            """;
        return session.Query(query) is [var row] && row.Text(0) is { } text ? Describe(text, wanted.Script) : "";
    }

    /// <summary>What differs in two texts; comments count only where nothing else differs.</summary>
    private static string Describe(string found, string made)
    {
        var (code, other) = (Code(found), Code(made));
        for (var line = 0; line < Math.Max(code.Count, other.Count); line++)
        {
            var (mine, theirs) = (other.ElementAtOrDefault(line), code.ElementAtOrDefault(line));
            if (mine != theirs)
            {
                return theirs is null ? $"it lacks the line '{Shorten(mine!)}'"
                    : mine is null ? $"it has the line '{Shorten(theirs)}' at its end"
                    : $"it has the line '{Shorten(theirs)}' in the place of '{Shorten(mine)}'";
            }
        }

        return "it differs in comments or white space only";
    }

    // The server keeps the words of the CREATE in its own way (rule 10.12).
    private static List<string> Code(string text) =>
        [
            .. text.ReplaceLineEndings("\n")
                .Split('\n')
                .Select(line => line.Trim())
                .Where(line => line.Length > 0 && !line.StartsWith("--", StringComparison.Ordinal))
                .Where(line => !line.StartsWith("CREATE", StringComparison.OrdinalIgnoreCase)),
        ];

    private static string Shorten(string line)
    {
        var shown = MessageText.OneLine(line);
        return shown.Length <= LongestLine ? shown : shown[..LongestLine] + "…";
    }
}
