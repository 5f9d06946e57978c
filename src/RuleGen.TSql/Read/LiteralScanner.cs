namespace RuleGen.TSql.Read;

/// <summary>
/// Finds the end of a string literal in text from a web page, where the quotes may be typographic, mixed, doubled or
/// missing. What T-SQL itself closes is closed there; only the rest is judged by what stands after a quote.
/// </summary>
internal sealed class LiteralScanner(string text, bool mixesQuotes)
{
    /// <summary>
    /// The most characters of a literal or name whose end is guessed: as many as nvarchar(n) holds. Every quote of a
    /// line could else ask for the rest of the line.
    /// </summary>
    private const int MostGuessed = 4000;

    /// <summary>Whether T-SQL can go on after a literal that ends before a character; null where nobody asked.</summary>
    private readonly bool?[] _canFollow = new bool?[text.Length + 1];

    /// <summary>A stretch without a line break, up to the end of its line: every literal on the line asks for it.</summary>
    private (int Start, int End) _line = (0, -1);

    /// <summary>How many straight quotes stand from a place to the end of its line.</summary>
    private (int Start, int End, int Count) _quotes = (0, -1, 0);

    /// <summary>The literal as T-SQL has it; it may cross lines.</summary>
    public LiteralSpan ScanExactly(int open)
    {
        var close = FindStraight(open + 1, text.Length, text[open]);
        return close < 0
            ? new LiteralSpan(open + 1, text.Length, text.Length, LiteralForm.Unclosed)
            : new LiteralSpan(open + 1, close, close + 1, LiteralForm.Plain);
    }

    /// <summary>The literal as its author meant it; it ends on its line.</summary>
    /// <param name="open">The offset of the opening quote, of any kind but <c>"</c>.</param>
    /// <param name="depth">How many parentheses are open, so that a literal that is not closed leaves theirs
    /// alone.</param>
    public LiteralSpan Scan(int open, int depth)
    {
        var reach = Reach(open);
        return ScanDoubled(open, reach)
            ?? (text[open] == '\'' ? ScanStraight(open, reach, depth) : ScanTypographic(open, reach, depth));
    }

    /// <summary>A name in <c>"</c>, or text that starts with it and ends with a typographic quote.</summary>
    public LiteralSpan ScanDoubleQuoted(int open, int depth)
    {
        var reach = Reach(open);
        var close = FindStraight(open + 1, reach, '"');
        if (close >= 0)
        {
            return new LiteralSpan(open + 1, close, close + 1, LiteralForm.Plain);
        }

        close = FindTypographic(open + 1, reach);
        return close >= 0 ? Repaired(open, close) : Unclosed(open, reach, depth);
    }

    /// <summary>A name in brackets.</summary>
    public LiteralSpan ScanBracketed(int open, int depth)
    {
        var reach = Reach(open);
        var close = FindStraight(open + 1, reach, ']');
        return close >= 0
            ? new LiteralSpan(open + 1, close, close + 1, LiteralForm.Plain)
            : Unclosed(open, reach, depth);
    }

    public int LineEnd(int from)
    {
        if (from >= _line.Start && from <= _line.End)
        {
            return _line.End;
        }

        var end = from;
        while (end < text.Length && !Characters.IsLineBreak(text[end]))
        {
            end++;
        }

        _line = (from, end);
        return end;
    }

    /// <summary>The closing quote, doubled ones within skipped; negative where there is none.</summary>
    private int FindStraight(int from, int to, char quote)
    {
        for (var i = from; i < to; i++)
        {
            if (text[i] != quote)
            {
                continue;
            }

            if (i + 1 < to && text[i + 1] == quote)
            {
                i++;
            }
            else
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary><c>''text''</c> and <c>‘‘text’’</c>: two single quotes that stand for one mark.</summary>
    private LiteralSpan? ScanDoubled(int open, int reach)
    {
        var content = open + 2;
        var isDoubled =
            content < reach
            && (text[open] == '\'' ? text[open + 1] == '\'' : Characters.IsQuote(text[open + 1]))
            && !Characters.IsQuote(text[content])
            && !CanFollowLiteral(content);
        for (var i = content; isDoubled && i + 1 < reach; i++)
        {
            if (Characters.IsQuote(text[i]) && Characters.IsQuote(text[i + 1]) && CanFollowLiteral(i + 2))
            {
                return new LiteralSpan(content, i, i + 2, LiteralForm.Repaired);
            }
        }

        return null;
    }

    private LiteralSpan ScanStraight(int open, int reach, int depth)
    {
        // What T-SQL closes may be longer than what is guessed.
        var lineEnd = LineEnd(open);
        var close = FindStraight(open + 1, lineEnd, '\'');
        var mixed = FindTypographic(open + 1, close < 0 ? reach : Math.Min(close, reach));
        if (close >= 0 && CanFollowLiteral(close + 1) && !(mixesQuotes && HasOpening(mixed, close)))
        {
            return new LiteralSpan(open + 1, close, close + 1, LiteralForm.Plain);
        }

        if (mixed >= 0)
        {
            return Repaired(open, mixed);
        }

        if (close < 0)
        {
            return Unclosed(open, reach, depth);
        }

        var quotes = CountQuotes(open, lineEnd);
        var cut = FindCut(open + 1, close) ?? FindListEnd(open + 1, close);
        return quotes % 2 == 1 && cut is { } end
            ? new LiteralSpan(open + 1, end, end, LiteralForm.Unclosed)
            : new LiteralSpan(open + 1, close, close + 1, LiteralForm.Plain);
    }

    /// <summary>How many straight quotes stand on a line from a place on.</summary>
    private int CountQuotes(int from, int lineEnd)
    {
        var isKnown = lineEnd == _quotes.End && from >= _quotes.Start;
        var count = isKnown
            ? _quotes.Count - text.AsSpan(_quotes.Start, from - _quotes.Start).Count('\'')
            : text.AsSpan(from, lineEnd - from).Count('\'');
        _quotes = (from, lineEnd, count);
        return count;
    }

    /// <summary>
    /// Whether another literal opens between a quote that may end this one and the one that ends it in T-SQL.
    /// </summary>
    private bool HasOpening(int mixed, int close)
    {
        for (var i = mixed + 1; mixed >= 0 && i < close; i++)
        {
            if (Characters.IsQuote(text[i]) && LooksOpening(i, mixed + 1))
            {
                return true;
            }
        }

        return false;
    }

    private LiteralSpan ScanTypographic(int open, int reach, int depth)
    {
        if (open + 1 < reach && Characters.IsQuote(text[open + 1]) && CanFollowLiteral(open + 2))
        {
            return Repaired(open, open + 1);
        }

        var close = FindClosing(open + 1, reach, Characters.IsQuote, out var nextOpening);
        if (close >= 0)
        {
            return Repaired(open, close);
        }

        return nextOpening >= 0 && FindCut(open + 1, nextOpening) is { } cut
            ? new LiteralSpan(open + 1, cut, cut, LiteralForm.Unclosed)
            : Unclosed(open, reach, depth);
    }

    /// <summary>How far a literal or name may reach whose end is guessed.</summary>
    private int Reach(int open) => Math.Min(LineEnd(open), open + MostGuessed + 2);

    private int FindTypographic(int from, int to) => FindClosing(from, to, Characters.IsTypographicQuote, out _);

    /// <summary>
    /// The first quote after which T-SQL can go on; else, before another literal or at the end of the line, one that
    /// does not stand before a letter as an apostrophe does. Negative where there is none.
    /// </summary>
    private int FindClosing(int from, int to, Func<char, bool> isClosing, out int nextOpening)
    {
        var likely = -1;
        nextOpening = -1;
        var (hasCut, searched) = (false, from);
        for (var i = NextQuote(from, to); i < to; i = NextQuote(i + 1, to))
        {
            if (LooksOpening(i, from))
            {
                // A blank and "--" may stand across the place up to which was searched before.
                hasCut = hasCut || (likely < 0 && FindCut(Math.Max(from, searched - 3), i) is not null);
                searched = i;
                if (likely >= 0 || hasCut)
                {
                    nextOpening = i;
                    return likely;
                }
            }

            if (i + 1 < to && Characters.IsQuote(text[i + 1]) && !CanFollowLiteral(i + 1))
            {
                i++;
            }
            else if (isClosing(text[i]) && CanFollowLiteral(i + 1))
            {
                return i;
            }
            else if (isClosing(text[i]) && likely < 0 && (i + 1 == to || !Characters.IsNamePart(text[i + 1])))
            {
                likely = i;
            }
        }

        return likely;
    }

    /// <summary>The place of the next quote of any kind; the end where there is none.</summary>
    private int NextQuote(int from, int to)
    {
        var found = from < to ? text.AsSpan(from, to - from).IndexOfAny(Characters.Quotes) : -1;
        return found < 0 ? to : from + found;
    }

    private bool LooksOpening(int quote, int from) =>
        quote > from
        && (Characters.IsBlank(text[quote - 1]) || text[quote - 1] is '(' or ',' or '=' or '>' or '<')
        && quote + 1 < text.Length
        && !char.IsWhiteSpace(text[quote + 1])
        && !CanFollowLiteral(quote + 1);

    /// <summary>Whether T-SQL can go on here after a literal.</summary>
    private bool CanFollowLiteral(int at) => _canFollow[at] ??= FindWhetherCanFollow(at);

    private bool FindWhetherCanFollow(int at)
    {
        while (at < text.Length && Characters.IsBlank(text[at]))
        {
            at++;
        }

        if (at == text.Length || Characters.IsLineBreak(text[at]) || Characters.IsDash(text[at]))
        {
            return true;
        }

        return char.IsLetter(text[at])
            ? Keywords.AfterLiterals.Contains(WordAt(at))
            : text[at] is ')' or ',' or ';' or '=' or '<' or '>' or '!' or '+' or '/' or '-';
    }

    private string WordAt(int at)
    {
        var end = at;
        while (end < text.Length && Characters.IsNamePart(text[end]))
        {
            end++;
        }

        return text[at..end];
    }

    private static LiteralSpan Repaired(int open, int close) => new(open + 1, close, close + 1, LiteralForm.Repaired);

    /// <summary>A literal without an end: up to the next keyword or comment, else the end of the line.</summary>
    private LiteralSpan Unclosed(int open, int lineEnd, int depth)
    {
        var end = FindCut(open + 1, lineEnd) ?? lineEnd;
        while (end > open + 1 && (Characters.IsBlank(text[end - 1]) || (depth > 0 && text[end - 1] == ')')))
        {
            depth -= text[--end] == ')' ? 1 : 0;
        }

        return new LiteralSpan(open + 1, end, end, LiteralForm.Unclosed);
    }

    /// <summary>Where a keyword or a comment ends a literal that is not closed; null where there is none.</summary>
    private int? FindCut(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (!Characters.IsBlank(text[i]))
            {
                continue;
            }

            var isEnd =
                Keywords.EndingUnclosed.Contains(WordAt(i + 1)) || text.AsSpan(i + 1, to - i - 1).StartsWith("--");
            if (isEnd)
            {
                return i;
            }
        }

        return null;
    }

    private int? FindListEnd(int from, int to)
    {
        var found = text.AsSpan(from, to - from).IndexOfAny(',', ')');
        return found < 0 ? null : from + found;
    }
}

/// <summary>Where a literal stands.</summary>
/// <param name="ContentStart">After its opening quote.</param>
/// <param name="ContentEnd">Before its closing quote.</param>
/// <param name="End">After its closing quote.</param>
/// <param name="Form">How it is written.</param>
internal readonly record struct LiteralSpan(int ContentStart, int ContentEnd, int End, LiteralForm Form);

internal enum LiteralForm
{
    /// <summary>As T-SQL writes it.</summary>
    Plain,

    /// <summary>With other quotes; two in a row within it are one that was escaped.</summary>
    Repaired,

    /// <summary>Without its closing quote.</summary>
    Unclosed,
}
