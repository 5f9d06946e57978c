using System.Text.RegularExpressions;
using RuleGen.Model;
using Dom = Microsoft.SqlServer.TransactSql.ScriptDom;

namespace RuleGen.TSql.Interpret.Binding;

/// <summary>Parses T-SQL with the newest grammar that ScriptDom has.</summary>
internal static partial class ScriptText
{
    /// <summary>The syntax tree of a script.</summary>
    /// <param name="text">The script.</param>
    /// <param name="start">Where it stands in the file; errors count from there.</param>
    /// <exception cref="RuleGenException">RG0101: it is not T-SQL.</exception>
    public static Dom.TSqlScript Parse(string text, TextPosition start)
    {
        var parser = Grammar.Any.CreateParser();
        using var reader = new StringReader(SqlcmdLine().Replace(text, ""));
        var tree = parser.Parse(reader, out var errors, 0, start.Line, start.Column);
        Check(errors);
        return (Dom.TSqlScript)tree;
    }

    /// <summary>The first token that is neither white space nor comment; null where there is none.</summary>
    public static Dom.TSqlTokenType? FindFirstToken(string text)
    {
        using var reader = new StringReader(text);
        var tokens = Grammar.Any.CreateParser().GetTokenStream(reader, out var errors);
        Check(errors);
        return tokens
            .Select(token => (Dom.TSqlTokenType?)token.TokenType)
            .FirstOrDefault(type =>
                type
                    is not (
                        Dom.TSqlTokenType.WhiteSpace
                        or Dom.TSqlTokenType.SingleLineComment
                        or Dom.TSqlTokenType.MultilineComment
                        or Dom.TSqlTokenType.EndOfFile
                    )
            );
    }

    private static void Check(IList<Dom.ParseError> errors)
    {
        if (errors.Count > 0)
        {
            throw new RuleGenException(
                errors
                    .Select(error => new Problem(
                        ErrorCodes.SyntaxError,
                        $"The script is not T-SQL: {error.Message.TrimEnd('.')}",
                        "Mend the script"
                    )
                    {
                        Position = new TextPosition(error.Line, error.Column),
                    })
                    .ToValueList()
            );
        }
    }

    /// <summary>A command to sqlcmd, which is no T-SQL: <c>:on error exit</c>, <c>:setvar x y</c>.</summary>
    [GeneratedRegex("^:(?:on error|setvar)[^\r\n]*", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex SqlcmdLine();
}
