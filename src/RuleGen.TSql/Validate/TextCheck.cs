using Microsoft.SqlServer.TransactSql.ScriptDom;
using RuleGen.Model;

namespace RuleGen.TSql;

/// <summary>Checks what tools see before a server does: marks that they replace, lines that end batches.</summary>
internal static class TextCheck
{
    /// <summary>Checks a text.</summary>
    public static void Run(string text, ScriptReport report)
    {
        if (ToolMarks.FindIn(text) is { } mark)
        {
            report.Add($"it holds '{mark.Text}', which {mark.Reason}");
        }

        if (HiddenCharacters.FindIn(text) is { } hidden)
        {
            report.Add($"it holds {HiddenCharacters.Describe(hidden)}");
        }

        report.Require(
            !text.Any(character => character is not ('\n' or '\r' or '\t') && SqlText.IsBreak(character)),
            "it holds a control character"
        );
        report.Require(
            !text.Contains('\r', StringComparison.Ordinal) && text.EndsWith('\n'),
            "its lines do not end with LF"
        );
        report.Require(IsUnicode(text), "it is not Unicode");
        CheckTokens(text, report);
    }

    /// <summary>
    /// A line inside a literal or comment is still read by sqlcmd, which takes <c>GO</c>, <c>:r</c> and <c>!!</c> at
    /// its start for commands. So a token of several lines must hold no such line, at any depth of quoting.
    /// </summary>
    private static void CheckTokens(string text, ScriptReport report)
    {
        foreach (
            var token in Grammar
                .Any.Tokens(text)
                .Where(token => token.Text?.Contains('\n', StringComparison.Ordinal) is true)
        )
        {
            if (token.TokenType is TSqlTokenType.WhiteSpace)
            {
                continue;
            }

            var isCommand = token.Text.Split('\n').Skip(1).Any(IsCommand);
            report.Require(!isCommand, "a literal or comment holds a line that sqlcmd takes for a command");
            report.Require(
                token.TokenType is TSqlTokenType.UnicodeStringLiteral,
                $"a token goes over several lines: {token.TokenType}"
            );
        }
    }

    private static bool IsCommand(string line)
    {
        var word = line.TrimStart().Split(' ', '\t', ';')[0];
        return word.StartsWith(':')
            || word.StartsWith("!!", StringComparison.Ordinal)
            || word.Equals("GO", StringComparison.OrdinalIgnoreCase)
            || word.Equals("EXIT", StringComparison.OrdinalIgnoreCase)
            || word.Equals("QUIT", StringComparison.OrdinalIgnoreCase)
            || word.Equals("RESET", StringComparison.OrdinalIgnoreCase)
            || word.Equals("ED", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsUnicode(string text) => string.Concat(text.EnumerateRunes()) == text;
}
