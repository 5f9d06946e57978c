using System.Globalization;
using System.Net;
using RuleGen.Model;

namespace RuleGen.TSql.Read;

/// <summary>
/// Finds the marks of a web page's source, <c>&amp;lt;</c> and <c>&lt;br&gt;</c>: somebody has copied the page's HTML in
/// place of what the browser shows.
/// </summary>
internal static class PageSource
{
    private static readonly HashSet<string> Tags = new(
        [
            "a",
            "b",
            "br",
            "code",
            "div",
            "em",
            "font",
            "h1",
            "h2",
            "h3",
            "h4",
            "i",
            "li",
            "ol",
            "p",
            "pre",
            "span",
            "strong",
            "table",
            "tbody",
            "td",
            "th",
            "tr",
            "u",
            "ul",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>Refuses a text with such marks outside of literals and comments, as one problem at the first.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens, with the repairs for web pages.</param>
    /// <exception cref="RuleGenException">RG0114: it has them.</exception>
    public static void Check(SourceText text, List<Token> tokens)
    {
        var marks = new List<(Token First, string Text, string? Shown)>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (FindEnd(tokens, i) is { } end)
            {
                var written = text.Text[tokens[i].Start..tokens[end].End];
                marks.Add((tokens[i], written, tokens[i].IsSymbol("&") ? WebUtility.HtmlDecode(written) : null));
                i = end;
            }
        }

        if (marks.Count == 0)
        {
            return;
        }

        var remedies = marks
            .DistinctBy(mark => mark.Text)
            .Take(4)
            .Select(mark =>
                mark.Shown is null ? $"take '{mark.Text}' out" : $"write {Named(mark.Shown)} for '{mark.Text}'"
            );
        var others = marks.Count - 1;
        throw new RuleGenException(
            ErrorCodes.PageSource,
            $"'{marks[0].Text}' is HTML, not T-SQL: the text is the source of a web page"
                + others switch
                {
                    0 => "",
                    1 => ", with one more such mark",
                    _ => $", with {others.ToString(CultureInfo.InvariantCulture)} more such marks",
                },
            $"Copy it from the page as the browser shows it; or {string.Join(", ", remedies)}"
        ).At(text.PositionOf(marks[0].First.Start));
    }

    /// <summary>The last token of the mark that starts at a token; null where none does.</summary>
    private static int? FindEnd(List<Token> tokens, int start) =>
        tokens[start].IsSymbol("&") ? FindEndOfEntity(tokens, start)
        : tokens[start].IsSymbol("<") ? FindEndOfTag(tokens, start)
        : null;

    private static int? FindEndOfEntity(List<Token> tokens, int start)
    {
        var end = start + 1;
        while (end < tokens.Count && end <= start + 3 && IsAdjacent(tokens, end) && !tokens[end].IsSymbol(";"))
        {
            end++;
        }

        if (end == tokens.Count || !tokens[end].IsSymbol(";") || !IsAdjacent(tokens, end))
        {
            return null;
        }

        var text = string.Concat(tokens[start..(end + 1)].Select(token => token.Text));
        return WebUtility.HtmlDecode(text) == text ? null : end;
    }

    private static int? FindEndOfTag(List<Token> tokens, int start)
    {
        var name = start + 1;
        if (name < tokens.Count && tokens[name].IsSymbol("/") && IsAdjacent(tokens, name))
        {
            name++;
        }

        if (name >= tokens.Count || !IsAdjacent(tokens, name) || !tokens[name].IsOneOf(Tags))
        {
            return null;
        }

        // Attributes have a value each; anything else before the end is a comparison.
        var end = name + 1;
        while (
            end + 2 < tokens.Count
            && tokens[end].Kind == TokenKind.Word
            && tokens[end + 1].IsSymbol("=")
            && tokens[end + 2].Kind is TokenKind.QuotedName or TokenKind.String
        )
        {
            end += 3;
        }

        end += end < tokens.Count && tokens[end].IsSymbol("/") ? 1 : 0;
        return end < tokens.Count && tokens[end].IsSymbol(">") ? end : null;
    }

    private static bool IsAdjacent(List<Token> tokens, int index) => tokens[index - 1].End == tokens[index].Start;

    private static string Named(string shown) =>
        shown switch
        {
            [var character] when Characters.IsTypographicSingle(character) || character == '\'' => "a single quote",
            "\"" => "a double quote",
            [var character] when char.IsWhiteSpace(character) => "a blank",
            _ => $"'{shown}'",
        };
}
