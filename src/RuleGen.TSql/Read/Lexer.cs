using System.Text;
using RuleGen.Model;

namespace RuleGen.TSql.Read;

/// <summary>How much a <see cref="Lexer"/> takes for a blemish.</summary>
internal enum LexerMode
{
    /// <summary>Nothing: the text is T-SQL.</summary>
    Exact,

    /// <summary>What web pages do to T-SQL; every literal ends on its line, and where T-SQL ends it if it can.</summary>
    Repairing,

    /// <summary>The same, but a literal does not reach over a typographic quote to one on another literal.</summary>
    RepairingMixedQuotes,

    /// <summary>What web pages do to T-SQL; a literal in straight quotes may cross lines, as in T-SQL.</summary>
    RepairingAcrossLines,
}

/// <summary>Takes a text apart into tokens of clean T-SQL, noting what it repairs and what it cannot.</summary>
internal sealed class Lexer
{
    private static readonly string[] TwoCharacterSymbols = ["<>", "<=", ">=", "!=", "!<", "!>", "::"];

    private readonly Findings _findings;
    private readonly SourceText _source;
    private readonly LexerMode _mode;
    private readonly List<Token> _tokens = [];
    private readonly LiteralScanner _literals;

    /// <summary>The text without characters that have no shape, and for each its offset in the text as given.</summary>
    private readonly string _text;
    private readonly int[] _offsets;
    private int _next;
    private int _depth;

    private Lexer(Findings findings, LexerMode mode)
    {
        _findings = findings;
        _source = findings.Source;
        _mode = mode;
        var given = _source.Text;
        var kept = Enumerable
            .Range(0, given.Length)
            .Where(i => mode == LexerMode.Exact || !Characters.IsZeroWidth(given[i]))
            .ToArray();
        _text = string.Concat(kept.Select(i => given[i]));
        _offsets = [.. kept, given.Length];
        _literals = new LiteralScanner(_text, mode == LexerMode.RepairingMixedQuotes);
    }

    /// <summary>The tokens of a text, comments among them, in order.</summary>
    public static List<Token> Read(Findings findings, LexerMode mode)
    {
        var lexer = new Lexer(findings, mode);
        while (lexer._next < lexer._text.Length)
        {
            lexer.ReadNext();
        }

        if (mode != LexerMode.Exact)
        {
            ZeroWidthNotes.Add(lexer._tokens, findings);
        }

        return lexer._tokens;
    }

    private char Peek(int ahead = 1) => _next + ahead < _text.Length ? _text[_next + ahead] : '\0';

    private void ReadNext()
    {
        var character = _text[_next];
        if (char.IsWhiteSpace(character))
        {
            ReadBlanks();
        }
        else if (Characters.IsControl(character))
        {
            ReadControls();
        }
        else if (character == '-' && Peek() == '-')
        {
            ReadLineComment(_next + 2);
        }
        else if (character == '/' && Peek() == '*')
        {
            ReadBlockComment();
        }
        else if (IsDashForComment())
        {
            ReadDashComment();
        }
        else if (IsLiteralQuote(character))
        {
            ReadLiteral(_next, _next);
        }
        else if (character is 'N' or 'n' && IsLiteralQuote(Peek()))
        {
            ReadLiteral(_next, _next + 1);
        }
        else if (character is '[' or '"')
        {
            ReadQuotedName(character);
        }
        else if (Characters.IsNameStart(character))
        {
            ReadWhile(TokenKind.Word, Characters.IsNamePart);
        }
        else if (char.IsAsciiDigit(character))
        {
            ReadNumber();
        }
        else
        {
            ReadSymbol();
        }
    }

    private bool IsLiteralQuote(char character) =>
        character == '\'' || (_mode != LexerMode.Exact && Characters.IsTypographicQuote(character));

    private void ReadBlanks()
    {
        var start = _next;
        while (_next < _text.Length && Characters.IsUnusualBlank(_text[_next]))
        {
            _next++;
        }

        if (_next == start)
        {
            _next++;
        }
        else if (_mode != LexerMode.Exact)
        {
            var what =
                _next - start == 1 ? "is read as an ordinary blank" : "and those after it are read as ordinary blanks";
            _findings.Note(_offsets[start], $"{MessageText.CodePoint(_text[start])} {what}");
        }

        if (_mode != LexerMode.Exact && _text[start] is '\u0085' or '\u2028' or '\u2029')
        {
            _findings.Note(_offsets[start], $"{MessageText.CodePoint(_text[start])} is read as the end of a line");
        }
    }

    /// <summary>The parser of T-SQL passes over control characters; whoever pasted the text does not know of them.</summary>
    private void ReadControls()
    {
        var start = _next;
        while (_next < _text.Length && Characters.IsControl(_text[_next]))
        {
            _next++;
        }

        var what = _next - start == 1 ? "is read as a blank" : "and those after it are read as a blank";
        _findings.Note(_offsets[start], $"{MessageText.CodePoint(_text[start])} {what}");
    }

    private void ReadLineComment(int content)
    {
        var end = _literals.LineEnd(_next);
        AddComment(end, _source.Text[_offsets[Math.Min(content, end)].._offsets[end]]);
    }

    private void AddComment(int end, string content)
    {
        var start = _next;
        Add(TokenKind.Comment, start, end, content);
        for (var i = start; i < end; i++)
        {
            if (Characters.IsControl(_text[i]))
            {
                _findings.Note(_offsets[i], $"{MessageText.CodePoint(_text[i])} inside the comment is left alone");
                return;
            }
        }
    }

    private void ReadBlockComment()
    {
        var depth = 0;
        for (var i = _next; i + 1 < _text.Length; i++)
        {
            var pair = _text.AsSpan(i, 2);
            depth +=
                pair is "/*" ? 1
                : pair is "*/" ? -1
                : 0;
            i += pair is "/*" or "*/" ? 1 : 0;
            if (depth == 0)
            {
                AddComment(i + 1, _source.Text[_offsets[_next + 2].._offsets[i - 1]]);
                return;
            }
        }

        _findings.Report(
            ErrorCodes.SyntaxError,
            "The comment that '/*' opens is not closed",
            "Write '*/' where it ends",
            _offsets[_next],
            _offsets[_literals.LineEnd(_next)]
        );
        ReadLineComment(_next + 2);
    }

    /// <summary>A dash at the start of a line, not before a number: it can only be a comment.</summary>
    private bool IsDashForComment()
    {
        if (_mode == LexerMode.Exact || !Characters.IsDash(_text[_next]))
        {
            return false;
        }

        var before = _next - 1;
        while (before >= 0 && Characters.IsBlank(_text[before]))
        {
            before--;
        }

        // Only then: of a row of dashes each would go through all that follow.
        return (before < 0 || Characters.IsLineBreak(_text[before]))
            && AfterDashes() is var after
            && (after == _text.Length || !char.IsAsciiDigit(_text[after]));
    }

    private int AfterDashes()
    {
        var after = _next;
        while (
            after < _text.Length
            && (Characters.IsDash(_text[after]) || _text[after] == '-' || Characters.IsBlank(_text[after]))
        )
        {
            after++;
        }

        return after;
    }

    private void ReadDashComment()
    {
        _findings.Note(
            _offsets[_next],
            $"{MessageText.CodePoint(_text[_next])} at the start of the line is read as '--', a comment"
        );
        ReadLineComment(AfterDashes());
    }

    private void ReadLiteral(int start, int open)
    {
        var span =
            _mode == LexerMode.Exact || (_mode == LexerMode.RepairingAcrossLines && _text[open] == '\'')
                ? ScanAcrossLines(open)
                : _literals.Scan(open, _depth);
        AddLiteral(start, span, _text[start] is 'N' or 'n' ? _text[start].ToString() : "");
    }

    private LiteralSpan ScanAcrossLines(int open)
    {
        if (_mode == LexerMode.RepairingAcrossLines)
        {
            var onLine = _literals.Scan(open, _depth);
            if (onLine.Form != LiteralForm.Unclosed)
            {
                return onLine;
            }
        }

        var span = _literals.ScanExactly(open);
        if (_mode != LexerMode.Exact && span.Form == LiteralForm.Plain)
        {
            _findings.Note(_offsets[open], "The literal goes on over the end of its line, and is read so");
        }

        return span;
    }

    private void AddLiteral(int start, LiteralSpan span, string prefix)
    {
        var raw = _source.Text[(_offsets[span.ContentStart - 1] + 1).._offsets[span.ContentEnd]];
        var content = span.Form == LiteralForm.Repaired ? UnescapeQuotes(raw) : raw;
        var clean = span.Form == LiteralForm.Plain ? raw : content.Replace("'", "''", StringComparison.Ordinal);
        var token = Add(TokenKind.String, start, span.End, $"{prefix}'{clean}'", span.Form == LiteralForm.Unclosed);
        if (span.Form == LiteralForm.Unclosed)
        {
            ReportUnclosed(token, "The literal that this quote opens", "Write a quote where the literal ends");
        }
        else if (_mode != LexerMode.Exact)
        {
            NoteLiteral(token, raw, span);
        }
    }

    private void NoteLiteral(Token token, string raw, LiteralSpan span)
    {
        if (span.Form == LiteralForm.Repaired)
        {
            _findings.Note(token.Start, $"{_source.Excerpt(token.Start, token.End)} is read as {token.Text}");
        }

        var odd = raw.Where(character =>
                Characters.IsUnusualBlank(character)
                || Characters.IsZeroWidth(character)
                || Characters.IsControl(character)
                || Characters.IsTypographicQuote(character)
            )
            .Distinct()
            .ToList();
        if (odd.Count > 0 && raw.IndexOf(odd[0], StringComparison.Ordinal) is var first)
        {
            _findings.Note(
                _offsets[span.ContentStart - 1] + 1 + first,
                $"{string.Join(", ", odd.Select(MessageText.CodePoint))} inside the literal {token.Text} is left alone"
            );
        }
    }

    /// <summary>Two quotes in a row, whatever their shape, are one.</summary>
    private static string UnescapeQuotes(string raw)
    {
        var content = new StringBuilder();
        for (var i = 0; i < raw.Length; i++)
        {
            var isPair = i + 1 < raw.Length && Characters.IsQuote(raw[i]) && Characters.IsQuote(raw[i + 1]);
            content.Append(isPair ? '\'' : raw[i]);
            i += isPair ? 1 : 0;
        }

        return content.ToString();
    }

    private void ReadQuotedName(char quote)
    {
        var open = _next;
        var span =
            quote == '[' ? _literals.ScanBracketed(open, _depth)
            : _mode == LexerMode.Exact ? _literals.ScanExactly(open)
            : _literals.ScanDoubleQuoted(open, _depth);
        if (span.Form == LiteralForm.Repaired)
        {
            AddLiteral(open, span, "");
            return;
        }

        var isUnclosed = span.Form == LiteralForm.Unclosed;
        var text = isUnclosed ? $"[{_text[span.ContentStart..span.ContentEnd]}]" : _text[open..span.End];
        var token = Add(TokenKind.QuotedName, open, span.End, text, isUnclosed);
        if (isUnclosed)
        {
            ReportUnclosed(token, $"The name that '{quote}' opens", "Close the name, or write it without brackets");
        }
    }

    private void ReportUnclosed(Token token, string what, string remedy) =>
        _findings.Report(ErrorCodes.UnclosedQuote, $"{what} is not closed", remedy, token);

    private void ReadNumber()
    {
        var start = _next;
        var isHexadecimal = _text[start] == '0' && Peek() is 'x' or 'X';
        _next += isHexadecimal ? 2 : 0;
        ReadWhile(
            TokenKind.Number,
            character =>
                isHexadecimal ? char.IsAsciiHexDigit(character) : char.IsAsciiDigit(character) || character == '.',
            start
        );
    }

    private void ReadSymbol()
    {
        var length = Array.Exists(TwoCharacterSymbols, symbol => _text.AsSpan(_next).StartsWith(symbol)) ? 2 : 1;
        _depth += _text[_next] switch
        {
            '(' => 1,
            ')' => -1,
            _ => 0,
        };
        Add(TokenKind.Symbol, _next, _next + length, _text.Substring(_next, length));
    }

    private void ReadWhile(TokenKind kind, Func<char, bool> isPart, int? from = null)
    {
        var start = from ?? _next;
        while (_next < _text.Length && isPart(_text[_next]))
        {
            _next++;
        }

        Add(kind, start, _next, _text[start.._next]);
    }

    private Token Add(TokenKind kind, int start, int end, string text, bool isUnclosed = false)
    {
        var last = Math.Max(start, end - 1);
        var (first, after) = (_offsets[start], _offsets[last] + (end > start ? 1 : 0));
        var token = new Token(kind, first, after, text, _source.LineOf(first), _source.LineOf(_offsets[last]))
        {
            IsUnclosed = isUnclosed,
        };
        _tokens.Add(token);
        _next = end;
        return token;
    }
}
