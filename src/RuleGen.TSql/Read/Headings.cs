using RuleGen.Model;

namespace RuleGen.TSql.Read;

/// <summary>
/// Passes over lines of prose between the parts of a coding, such as <c>Exclusions</c> or <c>Global cancer
/// exclusion</c>.
/// </summary>
/// <remarks>
/// A line is prose only where T-SQL is complete before it and starts anew after it, and when nothing in it could be
/// meant as T-SQL: no operator, quote, parenthesis, underscore or known column. Before a condition in parentheses it is
/// prose in the midst of a condition, too: no function takes a condition for its argument.
/// </remarks>
internal sealed class Headings
{
    private static readonly HashSet<string> WordsOfPredicates = new(
        ["WHEN", "THEN", "WHERE", "LIKE", "BETWEEN", "NULL", "ESCAPE"],
        StringComparer.OrdinalIgnoreCase
    );

    private static readonly HashSet<string> WordsBeforeWhich = new(
        ["WHEN", "CASE", "WHERE", "AND", "OR", "ELSE", "END", "THEN"],
        StringComparer.OrdinalIgnoreCase
    );

    private readonly List<Token> _tokens;
    private readonly Source _source;
    private readonly Findings _findings;

    private Headings(List<Token> tokens, Source source, Findings findings)
    {
        _tokens = tokens.Where(token => token.Kind != TokenKind.Comment).ToList();
        _source = source;
        _findings = findings;
    }

    /// <summary>The tokens without those of headings, each of which is noted.</summary>
    public static List<Token> Remove(List<Token> tokens, Source source, Findings findings)
    {
        var headings = new Headings(tokens, source, findings).Find();
        return tokens.Where(token => !headings.Contains(token)).ToList();
    }

    private HashSet<Token> Find()
    {
        var found = new HashSet<Token>();
        var state = new State();
        for (var i = 0; i < _tokens.Count; )
        {
            var end = state.Depth == 0 && IsFirstOfLine(i) ? FindBlockEnd(i, state) : i;
            if (end == i)
            {
                state.Pass(_tokens[i++]);
                continue;
            }

            for (; i < end; i = LineEnd(i))
            {
                var excerpt = _findings.Source.Excerpt(_tokens[i].Start, _tokens[LineEnd(i) - 1].End);
                _findings.Note(_tokens[i].Start, $"'{excerpt}' is no T-SQL, and is passed over as a heading");
                found.UnionWith(_tokens[i..LineEnd(i)]);
            }
        }

        return found;
    }

    private bool IsFirstOfLine(int index) => index == 0 || _tokens[index - 1].LastLine < _tokens[index].Line;

    private int LineEnd(int index)
    {
        var line = _tokens[index].Line;
        while (index < _tokens.Count && _tokens[index].Line == line)
        {
            index++;
        }

        return index;
    }

    /// <summary>The end of the heading lines that start here; the start where there are none.</summary>
    private int FindBlockEnd(int start, State state)
    {
        var isWithin = state.Last is { EndsOperand: false } && !state.IsAfterPunctuation;
        var ends = new List<int>();
        for (var i = start; i < _tokens.Count && ReadsAsProse(i, LineEnd(i)); i = LineEnd(i))
        {
            ends.Add(LineEnd(i));
        }

        return ends.LastOrDefault(
            end =>
                isWithin
                    ? !HasUnderscore(start, end) && StartsGroup(end)
                    : CanStandBefore(start, end, state) || (!HasUnderscore(start, end) && StartsGroup(end)),
            start
        );
    }

    private bool CanStandBefore(int start, int end, State state)
    {
        var hasUnderscore = HasUnderscore(start, end);
        if (end == _tokens.Count)
        {
            return !hasUnderscore;
        }

        var next = _tokens[end];
        if (next.IsOneOf(WordsBeforeWhich))
        {
            // The name of the coding may head it; elsewhere a word with an underscore is rather a column, misspelt.
            var startsCoding = next.Is("WHEN") || next.Is("CASE") || next.Is("WHERE");
            return !hasUnderscore || (state.Last is null && startsCoding);
        }

        var isCall = next.IsSymbol("(") && _tokens[end - 1].IsOneOf(Keywords.Functions);
        var isNegatedOperator =
            next.Is("NOT") && end + 1 < _tokens.Count && _tokens[end + 1].IsOneOf(Keywords.OfCodings);
        return state.IsBetweenParts && next.StartsPredicate && !isCall && !isNegatedOperator && !hasUnderscore;
    }

    private bool HasUnderscore(int start, int end) =>
        _tokens[start..end].Exists(token => token.Text.Contains('_', StringComparison.Ordinal));

    /// <summary>Whether a condition in parentheses starts there, which cannot be what a function is called with.</summary>
    private bool StartsGroup(int start)
    {
        if (start == _tokens.Count || !_tokens[start].IsSymbol("("))
        {
            return false;
        }

        var depth = 0;
        var end = _tokens.FindIndex(
            start,
            token =>
                (
                    depth +=
                        token.IsSymbol("(") ? 1
                        : token.IsSymbol(")") ? -1
                        : 0
                ) == 0
        );
        return end > 0 && ScriptDomParser.ParsePredicate(new CleanText(_tokens[start..(end + 1)]).Text).IsComplete;
    }

    private bool ReadsAsProse(int start, int end)
    {
        var line = _tokens[start..end];
        var first = line[0];
        var last = line[^1].IsSymbol(":") || line[^1].IsSymbol(".") ? line[Math.Max(line.Count - 2, 0)] : line[^1];
        return line[^1].LastLine == line[^1].Line
            && line.Exists(token => token.Kind == TokenKind.Word)
            && !first.IsOneOf(Keywords.OfCodings)
            && !IsClauseOfQuery(line)
            && !(first.Is("GO") && line.Count > 1)
            && !last.IsOneOf(Keywords.OfCodings)
            && Enumerable.Range(start, end - start).All(IsPartOfProse);
    }

    /// <summary><c>FROM</c>, <c>GROUP BY</c> and the like: T-SQL that a coding does not have, and is told so.</summary>
    private static bool IsClauseOfQuery(List<Token> line) =>
        line[0].IsOneOf(Keywords.OfQueries)
        && (!(line[0].Is("GROUP") || line[0].Is("ORDER")) || (line.Count > 1 && line[1].Is("BY")));

    private bool IsPartOfProse(int index)
    {
        var token = _tokens[index];
        return token.Kind switch
        {
            TokenKind.Word => !token.IsOneOf(WordsOfPredicates)
                && token.Text[0] is not ('@' or '#')
                && _source.Find(token.Text) is null,
            TokenKind.Number => true,
            TokenKind.Symbol => token.Text switch
            {
                ":" or "," or "&" or "•" or "…" => true,
                "." => !IsAdjacent(index, index + 1),
                "-" => IsAdjacent(index - 1, index) && IsAdjacent(index, index + 1),
                [var symbol] => Characters.IsDash(symbol),
                _ => false,
            },
            _ => false,
        };
    }

    private bool IsAdjacent(int left, int right) =>
        left >= 0 && right < _tokens.Count && _tokens[left].End == _tokens[right].Start;

    /// <summary>How far the text has come.</summary>
    private sealed class State
    {
        private Token? _keyword;
        private int _afterKeyword;

        public Token? Last { get; private set; }

        public int Depth { get; private set; }

        /// <summary>Whether a condition without WHERE may start here: at the start, or after a label or END.</summary>
        public bool IsBetweenParts =>
            Last is null
            || (
                _keyword is not null && (_keyword.Is("END") || (!_keyword.Is("WHEN") && _afterKeyword is >= 1 and <= 3))
            );

        /// <summary>Whether a semicolon, or a comma after END and its alias, was last.</summary>
        public bool IsAfterPunctuation =>
            Last!.IsSymbol(";") || (Last.IsSymbol(",") && _keyword is not null && _keyword.Is("END"));

        public void Pass(Token token)
        {
            _afterKeyword++;
            if (token.Is("WHEN") || token.Is("THEN") || token.Is("ELSE") || token.Is("END") || token.Is("WHERE"))
            {
                // A parenthesis that is not closed does not reach beyond its part.
                Depth = 0;
                _keyword = token.Is("WHERE") ? null : token;
                _afterKeyword = 0;
            }

            Depth +=
                token.IsSymbol("(") ? 1
                : token.IsSymbol(")") && Depth > 0 ? -1
                : 0;
            Last = token;
        }
    }
}
