using RuleGen.Model;

namespace RuleGen.TSql.Read;

/// <summary>Lines for sqlcmd in a script, such as <c>:on error exit</c>, which are no T-SQL.</summary>
internal static class SqlcmdLines
{
    private static readonly HashSet<string> Commands = new(
        [
            "setvar",
            "on",
            "r",
            "connect",
            "error",
            "out",
            "perftrace",
            "list",
            "listvar",
            "xml",
            "reset",
            "exit",
            "quit",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>The tokens without such lines.</summary>
    public static List<Token> Remove(List<Token> tokens)
    {
        var lines = new HashSet<int>();
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            var isFirst = i == 0 || tokens[i - 1].LastLine < tokens[i].Line;
            if (isFirst && tokens[i].IsSymbol(":") && tokens[i + 1].IsOneOf(Commands))
            {
                lines.Add(tokens[i].Line);
            }
        }

        return tokens.Where(token => !lines.Contains(token.Line)).ToList();
    }

    /// <summary>Notes such lines, and refuses those that bring in another file.</summary>
    /// <param name="all">The tokens.</param>
    /// <param name="rest">Those of them that are not on such lines.</param>
    /// <param name="findings">Takes what is said of them.</param>
    public static void Account(List<Token> all, List<Token> rest, Findings findings)
    {
        var kept = rest.ToHashSet();
        var lines = all.Where(token => !kept.Contains(token)).GroupBy(token => token.Line);
        foreach (var line in lines.Select(tokens => tokens.ToList()))
        {
            var name = $":{line[1].Text}";
            if (line[1].Is("r"))
            {
                findings.Report(
                    ErrorCodes.UnsupportedConstruct,
                    $"{name} is not read: sqlcmd puts another file in its place",
                    "Put the text of that file there",
                    line[0].Start,
                    line[^1].End
                );
            }
            else
            {
                findings.Note(line[0].Start, $"{name} is passed over: it is a command of sqlcmd, and no T-SQL");
            }
        }
    }
}
