using Microsoft.SqlServer.TransactSql.ScriptDom;
using RuleGen.Model;

namespace RuleGen.TSql;

/// <summary>
/// Compares published text with the fragments written from its model, token for token. White space, comments and the
/// letter case of keywords and functions do not count; names, literals and punctuation do.
/// </summary>
public static class PublishedTextComparison
{
    /// <summary>The first token that differs; null where all are the same.</summary>
    /// <param name="published">
    /// The published text as the reader repaired it: T-SQL only, with plain quotes and without headings.
    /// </param>
    /// <param name="fragments">The text of case.sql, then of where.sql.</param>
    public static TextDifference? FindFirst(string published, string fragments)
    {
        using var left = Significant(published).GetEnumerator();
        using var right = Significant(fragments).GetEnumerator();
        while (true)
        {
            var hasLeft = left.MoveNext();
            var hasRight = right.MoveNext();
            if (!hasLeft && !hasRight)
            {
                return null;
            }

            if (!hasLeft || !hasRight || left.Current.Meaning != right.Current.Meaning)
            {
                return new TextDifference(
                    hasLeft ? left.Current.Position : null,
                    hasLeft ? left.Current.Text : null,
                    hasRight ? right.Current.Position : null,
                    hasRight ? right.Current.Text : null
                );
            }
        }
    }

    private static IEnumerable<Token> Significant(string text)
    {
        var tokens = Grammar.Any.Tokens(text).Where(IsSignificant).ToList();
        for (var i = 0; i < tokens.Count; i++)
        {
            var isFunction = i + 1 < tokens.Count && tokens[i + 1].TokenType == TSqlTokenType.LeftParenthesis;
            yield return new Token(
                Meaning(tokens[i], isFunction),
                tokens[i].Text,
                new TextPosition(tokens[i].Line, tokens[i].Column)
            );
        }
    }

    private static bool IsSignificant(TSqlParserToken token) =>
        token.TokenType
            is not (
                TSqlTokenType.WhiteSpace
                or TSqlTokenType.SingleLineComment
                or TSqlTokenType.MultilineComment
                or TSqlTokenType.EndOfFile
            );

    /// <summary>What of a token counts: for a keyword, function or the N of a literal, not its letter case.</summary>
    private static string Meaning(TSqlParserToken token, bool isFunction) =>
        token.TokenType switch
        {
            TSqlTokenType.Identifier when !isFunction => token.Text,
            TSqlTokenType.QuotedIdentifier or TSqlTokenType.AsciiStringLiteral => token.Text,
            TSqlTokenType.UnicodeStringLiteral => "N" + token.Text[1..],
            _ => token.Text.ToUpperInvariant(),
        };

    private sealed record Token(string Meaning, string Text, TextPosition Position);
}
