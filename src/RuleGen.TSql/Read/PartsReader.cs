using RuleGen.Model;

namespace RuleGen.TSql.Read;

/// <summary>Divides a text into the parts of a coding at CASE, WHEN, THEN, ELSE, END and WHERE.</summary>
internal sealed class PartsReader
{
    private readonly List<Token> _tokens;
    private readonly Source _source;
    private readonly Findings _findings;
    private readonly List<ArmPart> _arms = [];
    private readonly List<Token> _afterArms = [];
    private Token? _case;
    private Token? _end;
    private List<Token> _compared = [];
    private LabelPart? _else;
    private LabelPart? _label;
    private ConditionPart? _exclusions;
    private int _next;

    private PartsReader(List<Token> tokens, Source source, Findings findings)
    {
        _tokens = tokens;
        _source = source;
        _findings = findings;
    }

    private Token Current => _tokens[_next];

    /// <summary>The parts of a text, given its tokens without comments and headings.</summary>
    public static CodingParts Read(List<Token> tokens, Source source, Findings findings)
    {
        var reader = new PartsReader(tokens, source, findings);
        while (reader._next < tokens.Count)
        {
            reader.ReadPart();
        }

        if (reader._case is { } start && reader._end is null)
        {
            findings.Report(ErrorCodes.SyntaxError, "'CASE' has no END", "Write END after the last arm or ELSE", start);
        }

        return new CodingParts(
            reader._case,
            reader._arms,
            reader._else,
            reader._afterArms,
            reader._label,
            reader._exclusions
        );
    }

    private void ReadPart()
    {
        if (Current.Is("CASE"))
        {
            ReadCase();
        }
        else if (Current.Is("WHEN"))
        {
            ReadArm();
        }
        else if (TokenSpans.FindEndOfIif(_tokens, _next) is { } closing)
        {
            ReadIif(closing);
        }
        else if (Current.Is("ELSE"))
        {
            ReadElse();
        }
        else if (Current.Is("END"))
        {
            ReadEnd();
        }
        else if (Current.Is("WHERE"))
        {
            var keyword = _tokens[_next++];
            AddExclusions(new ConditionPart(keyword, TakeToBoundary()), keyword);
        }
        else if (Current.Is("THEN"))
        {
            Report(ErrorCodes.SyntaxError, "'THEN' has no WHEN", "Write WHEN and the condition before it");
            _next++;
            TakeLabel();
        }
        else if (StartsClauseOfQuery(_next))
        {
            PassOverClauseOfQuery();
        }
        else if (Current.IsSymbol(";") || IsCommaAtStart() || IsCommaAtEnd())
        {
            _findings.Note(Current.Start, $"'{Current.Text}' is passed over");
            _next++;
        }
        else if (IsAliasOfCase())
        {
            _findings.Note(Current.Start, $"The alias {Current.Text} before CASE is passed over");
            _next += 2;
        }
        else if (FindLabelColumn() is { } column)
        {
            _findings.Note(column.Alias.Start, $"The alias {column.Alias.Text} of the label is passed over");
            _label = new LabelPart(column.Label, [column.Label]);
            _next = column.End;
        }
        else if (Current.IsOneOf(Keywords.StartingStatements))
        {
            ReportStatement();
        }
        else
        {
            ReadConditionByItself();
        }
    }

    /// <summary>A statement beside the coding; where it ends, the text does not always say.</summary>
    private void ReportStatement()
    {
        _findings.Report(
            ErrorCodes.UnsupportedStatement,
            $"'{Current.Text.ToUpperInvariant()}' starts a statement beside the coding",
            "Give the coding by itself, or a whole script",
            Current.Start,
            _tokens[^1].End
        );
        _next = _tokens.Count;
    }

    private void ReadCase()
    {
        var keyword = Current;
        if (_case is not null || _arms.Count > 0)
        {
            Report(
                ErrorCodes.UnsupportedConstruct,
                "A second 'CASE' stands beside the arms",
                "A coding has one list of arms; read the other by itself"
            );
            _next = (TokenSpans.FindEndOfCase(_tokens, _next) ?? _tokens.Count - 1) + 1;
            return;
        }

        if (_next + 1 < _tokens.Count && !_tokens[_next + 1].Is("WHEN"))
        {
            // CASE x WHEN 'a' is CASE WHEN x = 'a' (rule 5.16).
            _next++;
            _compared = TakeToBoundary();
            if (_compared.Count == 0 || _next == _tokens.Count || !Current.Is("WHEN"))
            {
                _findings.Report(
                    ErrorCodes.SyntaxError,
                    "'CASE' has no WHEN",
                    "Write WHEN and a condition after it",
                    keyword
                );
            }
            else
            {
                var written = _findings.Source.Excerpt(_compared[0].Start, _compared[^1].End);
                _findings.Note(keyword.Start, $"CASE {written} WHEN … is read as CASE WHEN {written} = …");
            }

            _next--;
        }

        _case = keyword;
        _next++;
    }

    /// <summary>Reads the IIF up to its closing parenthesis.</summary>
    private void ReadIif(int end)
    {
        var keyword = Current;
        if (_case is not null || _arms.Count > 0)
        {
            Report(
                ErrorCodes.UnsupportedConstruct,
                "'IIF' stands beside the arms",
                "A coding has one list of arms; read the other by itself"
            );
            _next = end + 1;
            return;
        }

        _findings.Note(keyword.Start, "IIF is read as CASE WHEN … THEN … ELSE … END");
        var parts = IifParts.Read(_tokens, _next, _findings);
        _case = keyword;
        _arms.AddRange(parts.Arms);
        _else = parts.Else;
        _end = _tokens[end];
        _afterArms.Add(_end);
        _next = end + 1;
        TakeAlias();
    }

    private void ReadArm()
    {
        var when = Current;
        if (_else is not null || _end is not null)
        {
            Report(ErrorCodes.SyntaxError, "'WHEN' stands after the last arm", "Put it before ELSE and END");
        }

        _next++;
        var condition = new ConditionPart(when, Compared(TakeToBoundary()));
        if (_next == _tokens.Count || !Current.Is("THEN"))
        {
            _findings.Report(ErrorCodes.SyntaxError, "'WHEN' has no THEN", "Write THEN and the label after it", when);
            _arms.Add(new ArmPart(condition, null));
            return;
        }

        var then = _tokens[_next++];
        _arms.Add(new ArmPart(condition, new LabelPart(then, TakeLabel())));
    }

    /// <summary>The condition of an arm: of a CASE that compares one expression, that it equals the value.</summary>
    private List<Token> Compared(List<Token> tokens) =>
        _compared.Count == 0 || tokens.Count == 0
            ? tokens
            :
            [
                .. _compared,
                new Token(TokenKind.Symbol, tokens[0].Start, tokens[0].Start, "=", tokens[0].Line, tokens[0].Line),
                .. tokens,
            ];

    private void ReadElse()
    {
        var keyword = Current;
        if (_else is not null || _arms.Count == 0)
        {
            Report(ErrorCodes.SyntaxError, "'ELSE' has no place here", "Write one ELSE, after the last arm");
        }

        _next++;
        _else = new LabelPart(keyword, TakeLabel());
    }

    private void ReadEnd()
    {
        if (_case is null || _end is not null)
        {
            Report(ErrorCodes.SyntaxError, "'END' has no CASE", "Write CASE before the first arm, or leave END out");
        }

        _end = Current;
        _afterArms.Add(_tokens[_next++]);
        TakeAlias();
    }

    /// <summary>Passes over the alias after the arms, where there is one.</summary>
    private void TakeAlias()
    {
        var hasAs = _next < _tokens.Count && Current.Is("AS");
        var name = _next + (hasAs ? 1 : 0);
        var isAlias =
            name < _tokens.Count
            && _tokens[name].Kind is TokenKind.Word or TokenKind.QuotedName or TokenKind.String
            && !_tokens[name].IsOneOf(Keywords.OfCodings)
            && (hasAs || IsBoundary(name + 1) || _tokens[name + 1].IsSymbol(","));
        if (isAlias && (hasAs || !IsBoundary(name)))
        {
            _findings.Note(Current.Start, $"The alias {_tokens[name].Text} after END is passed over");
            _afterArms.AddRange(_tokens[_next..(name + 1)]);
            _next = name + 1;
        }
    }

    private void ReadConditionByItself()
    {
        var first = Current;
        var isAfterEnd = _next > 0 && _tokens[_next - 1] == _end;
        var tokens = TakeToBoundary();
        if (SelectedItem.Find(tokens, isAfterEnd) is { } item)
        {
            _findings.Report(
                ErrorCodes.UnsupportedItem,
                item.What,
                item.Remedy,
                (isAfterEnd ? _case! : first).Start,
                tokens[^1].End
            );
            return;
        }

        if (_case is not null && _end is null)
        {
            _findings.Report(
                ErrorCodes.SyntaxError,
                $"'{_findings.Source.Excerpt(first.Start, tokens[^1].End)}' stands where WHEN, ELSE or END is due",
                "Put conditions after WHEN, and exclusions after END and WHERE",
                first.Start,
                tokens[^1].End
            );
            return;
        }

        AddExclusions(new ConditionPart(null, tokens), first);
    }

    private void AddExclusions(ConditionPart part, Token first)
    {
        if (_exclusions is null)
        {
            _exclusions = part;
            return;
        }

        _findings.Report(
            ErrorCodes.SyntaxError,
            part.Keyword is null
                ? "A second condition stands beside the WHERE"
                : "A second 'WHERE' stands beside the exclusions",
            "A coding has one WHERE; join the two with AND",
            first
        );
    }

    private void PassOverClauseOfQuery()
    {
        var (first, last) = (
            Current,
            _next + 1 < _tokens.Count && _tokens[_next + 1].Is("BY") ? _tokens[_next + 1] : Current
        );
        var name = _findings.Source.Excerpt(first.Start, last.End).ToUpperInvariant();
        _next++;
        var tokens = TakeToBoundary();
        _findings.Report(
            ErrorCodes.UnsupportedConstruct,
            $"'{name}' is no part of a coding",
            "Give the arms and the WHERE only, or a whole query that starts with SELECT",
            first.Start,
            tokens.Count > 0 ? tokens[^1].End : first.End
        );
    }

    private void Report(ErrorCode code, string message, string remedy) =>
        _findings.Report(code, message, remedy, Current);

    private List<Token> TakeToBoundary()
    {
        var start = _next;
        _next = FindBoundary(start);
        return _tokens[start.._next];
    }

    /// <summary>
    /// One literal, with its sign, one CAST, or one pair of parentheses; anything else up to the next keyword.
    /// </summary>
    private List<Token> TakeLabel()
    {
        var start = _next;
        var boundary = FindBoundary(start);
        var end = boundary;
        if (start < boundary && (Current.Kind is TokenKind.String or TokenKind.Number || Current.Is("NULL")))
        {
            end = start + 1;
        }
        else if (start + 1 < boundary && Current.IsSymbol("-") && _tokens[start + 1].Kind == TokenKind.Number)
        {
            end = start + 2;
        }
        else if (
            start + 1 < boundary
            && Current.Is("CAST")
            && _tokens[start + 1].IsSymbol("(")
            && TokenSpans.FindClosing(_tokens, start + 1) is { } last
            && last < boundary
        )
        {
            end = last + 1;
        }
        else if (
            start < boundary
            && Current.IsSymbol("(")
            && TokenSpans.FindClosing(_tokens, start) is { } close
            && close < boundary
        )
        {
            end = close + 1;
        }

        var goesOn =
            end < boundary && (_tokens[end].Is("COLLATE") || _tokens[end].Text is "+" or "-" or "*" or "/" or "%");
        _next = goesOn ? boundary : end;
        return _tokens[start.._next];
    }

    /// <summary>A comma before all else, as it stands before an item of a select list.</summary>
    private bool IsCommaAtStart() => _next == 0 && Current.IsSymbol(",");

    /// <summary><c>name =</c> before a CASE that is all there is before the WHERE: an alias, not a comparison.</summary>
    private bool IsAliasOfCase() =>
        _case is null
        && _arms.Count == 0
        && _next + 2 < _tokens.Count
        && IsFreeAlias(Current)
        && _tokens[_next + 1].IsSymbol("=")
        && TokenSpans.FindEndOfChoice(_tokens, _next + 2) is { } end
        && IsBoundary(end + 1);

    /// <summary>
    /// <c>'label' AS name</c> or <c>name = 'label'</c> before the WHERE, as it stands in a select list; null where no such
    /// thing starts here. What is named as a column of the source is a condition.
    /// </summary>
    private (Token Label, Token Alias, int End)? FindLabelColumn()
    {
        if (_label is not null || _case is not null || _arms.Count > 0 || _exclusions is not null)
        {
            return null;
        }

        var rest = _tokens[_next..];
        (Token Label, Token Alias, int Count)? found = rest switch
        {
            [{ Kind: TokenKind.String } label, var word, var alias, ..] when word.Is("AS") && alias.IsAlias => (
                label,
                alias,
                3
            ),
            [{ Kind: TokenKind.String } label, var alias, ..] when alias.IsAlias => (label, alias, 2),
            [var alias, var sign, { Kind: TokenKind.String } label, ..] when sign.IsSymbol("=") && IsFreeAlias(alias) =>
                (label, alias, 3),
            _ => null,
        };
        if (found is not { } column)
        {
            return null;
        }

        var end = _next + column.Count;
        var isItem =
            end < _tokens.Count && (_tokens[end].Is("WHERE") || (_tokens[end].IsSymbol(",") && IsBoundary(end + 1)));
        return isItem ? (column.Label, column.Alias, end) : null;
    }

    /// <summary>Whether a name is not that of a column, so that <c>name =</c> is no comparison.</summary>
    private bool IsFreeAlias(Token name) =>
        name.IsAlias && (name.Kind == TokenKind.String || _source.Find(name.Name) is null);

    private bool IsCommaAtEnd() =>
        Current.IsSymbol(",") && (IsBoundary(_next + 1) || (_end is not null && _tokens[_next + 1].Is("CASE")));

    private bool IsBoundary(int index) => FindBoundary(index) == index;

    /// <summary>The next keyword that ends a part, those within a subquery or an inner CASE passed over.</summary>
    private int FindBoundary(int from)
    {
        for (var i = from; i < _tokens.Count; i++)
        {
            if (_tokens[i].IsSymbol("(") && HoldsClauses(i))
            {
                i = TokenSpans.FindClosing(_tokens, i) ?? i + 1;
            }
            else if (_tokens[i].Is("CASE") && TokenSpans.FindEndOfCase(_tokens, i) is { } end)
            {
                i = end;
            }
            else if (EndsPart(_tokens[i]) || StartsClauseOfQuery(i))
            {
                return i;
            }
        }

        return _tokens.Count;
    }

    /// <summary>Whether a parenthesis opens what has clauses of its own: a subquery, or the window of a function.</summary>
    private bool HoldsClauses(int open) =>
        (open + 1 < _tokens.Count && _tokens[open + 1].Is("SELECT"))
        || (open > 0 && (_tokens[open - 1].Is("OVER") || _tokens[open - 1].Is("GROUP")));

    private static bool EndsPart(Token token) =>
        token.Is("WHEN")
        || token.Is("THEN")
        || token.Is("ELSE")
        || token.Is("END")
        || token.Is("WHERE")
        || token.IsSymbol(";");

    private bool StartsClauseOfQuery(int index)
    {
        var token = _tokens[index];
        var needsBy = token.Is("GROUP") || token.Is("ORDER");
        return token.IsOneOf(Keywords.OfQueries)
            && (!needsBy || (index + 1 < _tokens.Count && _tokens[index + 1].Is("BY")));
    }
}
