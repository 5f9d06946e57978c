using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using RuleGen.Model;

namespace RuleGen.TSql.Read;

/// <summary>
/// Reads a web page's source as what the browser shows, where it has the marks of one, <c>&amp;lt;</c> and
/// <c>&lt;br&gt;</c>: somebody has copied the page's HTML.
/// </summary>
internal static partial class PageSource
{
    /// <summary>Tags at which the browser begins a new line.</summary>
    private static readonly HashSet<string> Breaking = new(
        ["br", "div", "h1", "h2", "h3", "h4", "li", "ol", "p", "pre", "table", "td", "th", "tr", "ul"],
        StringComparer.OrdinalIgnoreCase
    );

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

    /// <summary>
    /// The text as a browser shows it, its tokens with the repairs for web pages, and a note where that is not the text as
    /// it is: only a text with such marks outside of literals and comments is taken for a page's source.
    /// </summary>
    /// <exception cref="RuleGenException">RG0114: what is shown has such marks, too.</exception>
    public static (SourceText Text, List<Token> Tokens, ReadNote? Note) Show(SourceText given)
    {
        var tokens = Read(given);
        var marks = Find(given, tokens);
        if (marks.Count == 0)
        {
            return (given, tokens, null);
        }

        var shown = Unescape(given);
        tokens = Read(shown);
        if (Find(shown, tokens) is { Count: > 0 } left)
        {
            Refuse(shown, left);
        }

        var examples = marks.DistinctBy(mark => mark.Text).Take(4).Select(Describe);
        return (
            shown,
            tokens,
            new ReadNote(
                given.PositionOf(marks[0].First.Start),
                $"The text is the source of a web page, and is read as the browser shows it: {string.Join(", ", examples)}"
            )
        );
    }

    private static string Describe((Token First, string Text, string? Shown) mark) =>
        mark.Shown is not null ? $"'{mark.Text}' is {Named(mark.Shown)}"
        : IsBreak(mark.Text) ? $"'{mark.Text}' is a new line"
        : $"'{mark.Text}' is nothing";

    private static bool IsBreak(string tag) => Breaking.Contains(NameOfTag().Match(tag).Value);

    private static SourceText Unescape(SourceText given)
    {
        var text = new StringBuilder();
        var offsets = new List<int>();
        var next = 0;
        foreach (Match mark in Mark().Matches(given.Text))
        {
            var shown =
                mark.Value[0] == '&' ? WebUtility.HtmlDecode(mark.Value)
                : !Tags.Contains(NameOfTag().Match(mark.Value).Value) ? mark.Value
                : IsBreak(mark.Value) ? "\n"
                : "";
            if (shown == mark.Value)
            {
                continue;
            }

            for (; next < mark.Index; next++)
            {
                text.Append(given.Text[next]);
                offsets.Add(next);
            }

            text.Append(shown);
            offsets.AddRange(Enumerable.Repeat(next, shown.Length));
            next = mark.Index + mark.Length;
        }

        text.Append(given.Text.AsSpan(next));
        offsets.AddRange(Enumerable.Range(next, given.Text.Length - next + 1));
        return given.Nested(text.ToString(), [.. offsets]);
    }

    [GeneratedRegex(
        """&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);|</?[A-Za-z][A-Za-z0-9]*(?:\s+[\w-]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*/?>"""
    )]
    private static partial Regex Mark();

    [GeneratedRegex("[A-Za-z][A-Za-z0-9]*")]
    private static partial Regex NameOfTag();

    private static List<Token> Read(SourceText text) => Lexer.Read(new Findings(text), LexerMode.Repairing);

    private static List<(Token First, string Text, string? Shown)> Find(SourceText text, List<Token> tokens)
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

        return marks;
    }

    private static void Refuse(SourceText text, List<(Token First, string Text, string? Shown)> marks)
    {
        var remedies = marks
            .DistinctBy(mark => mark.Text)
            .Take(4)
            .Select(mark =>
                mark.Shown is null ? $"take '{mark.Text}' out" : $"write {Named(mark.Shown)} for '{mark.Text}'"
            );
        var others = marks.Count - 1;
        throw new RuleGenException(
            ErrorCodes.PageSource,
            $"'{marks[0].Text}' is HTML, not T-SQL: the text is the source of a web page, twice over"
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
