using Microsoft.SqlServer.TransactSql.ScriptDom;
using RuleGen.Model;

namespace RuleGen.TSql.Read;

/// <summary>Reads the condition of a part, and where it is not T-SQL, finds everything that is wrong with it.</summary>
internal sealed class ConditionReader(ReadingContext context)
{
    /// <summary>How many tokens are looked at first for the place of an error.</summary>
    private const int FirstWindow = 64;

    /// <summary>
    /// How many tokens are looked at for all that is wrong: each problem takes a look at the rest of its clause, which
    /// of thousands without a connective between them is nearly the whole text.
    /// </summary>
    private const long MostLooks = 50_000_000;

    private long _looks;
    private bool _isCut;

    /// <summary>
    /// Tokens beside a parenthesis without its partner; what is wrong with their clause may follow from it.
    /// </summary>
    private readonly HashSet<Token> _scarred = [];

    /// <summary>The predicate; null where something is wrong, which is reported.</summary>
    public Predicate? Read(List<Token> tokens)
    {
        var unmatched = FindUnmatched(tokens);
        if (unmatched.Count == 0 && !tokens.Exists(token => token.IsUnclosed))
        {
            var text = new CleanText(tokens);
            var parsed = ScriptDomParser.ParsePredicate(text.Text);
            if (parsed.IsComplete)
            {
                return new PredicateConverter(text, context).Convert(parsed.Syntax!);
            }
        }

        ReportUnmatched(tokens, unmatched);
        DiagnoseChain(tokens.Where(token => !unmatched.Contains(token)).ToList());
        return null;
    }

    /// <summary>Whether no more is looked for, which is told once.</summary>
    /// <param name="next">The token that comes next.</param>
    /// <param name="rest">How many tokens it takes to look at.</param>
    private bool IsEnough(Token next, int rest)
    {
        _looks += rest;
        if (_looks > MostLooks && !_isCut)
        {
            _isCut = true;
            context.Findings.Report(
                ErrorCodes.SyntaxError,
                "The rest of the condition is not looked at: too much is wrong before it",
                "Mend that first",
                next
            );
        }

        return _isCut;
    }

    private static HashSet<Token> FindUnmatched(List<Token> tokens)
    {
        var unmatched = new HashSet<Token>();
        var open = new Stack<Token>();
        foreach (var token in tokens)
        {
            if (token.IsSymbol("("))
            {
                open.Push(token);
            }
            else if (token.IsSymbol(")") && !open.TryPop(out _))
            {
                unmatched.Add(token);
            }
        }

        unmatched.UnionWith(open);
        return unmatched;
    }

    private void ReportUnmatched(List<Token> tokens, HashSet<Token> unmatched)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!unmatched.Contains(tokens[i]))
            {
                continue;
            }

            if (IsEnough(tokens[i], tokens.Count))
            {
                return;
            }

            _scarred.UnionWith(tokens[Math.Max(i - 1, 0)..Math.Min(i + 2, tokens.Count)]);
            if (tokens.Exists(token => token.IsUnclosed && token.Line == tokens[i].Line))
            {
                // The missing quote has swallowed the partner.
                continue;
            }

            var isOpening = tokens[i].IsSymbol("(");
            var (start, end) = isOpening
                ? (tokens[i].Start, tokens[Math.Min(i + 12, tokens.Count - 1)].End)
                : (tokens[i].Start, tokens[i].End);
            context.Findings.Report(
                ErrorCodes.UnbalancedParenthesis,
                isOpening ? "'(' is not closed" : "')' closes nothing",
                isOpening ? "Write ')' where it ends" : "Take it out, or write '(' where it begins",
                start,
                end
            );
        }
    }

    /// <summary>Finds what is wrong in each operand of AND and OR.</summary>
    private void DiagnoseChain(List<Token> tokens)
    {
        var (start, depth) = (0, 0);
        Token? connective = null;
        for (var i = 0; i < tokens.Count; i++)
        {
            depth +=
                tokens[i].IsSymbol("(") ? 1
                : tokens[i].IsSymbol(")") ? -1
                : 0;
            if (depth != 0 || !(tokens[i].Is("AND") || tokens[i].Is("OR")) || IsOfBetween(tokens, start, i))
            {
                continue;
            }

            DiagnoseOperand(tokens[start..i], connective, tokens[i]);
            connective = tokens[i];
            start = i + 1;
        }

        DiagnoseOperand(tokens[start..], connective, null);
    }

    /// <summary>Whether an AND is BETWEEN's: what stands between the two is one operand.</summary>
    private static bool IsOfBetween(List<Token> tokens, int start, int and)
    {
        var between = tokens.FindLastIndex(and, and - start + 1, token => token.Is("BETWEEN"));
        return between >= 0
            && tokens[and].Is("AND")
            && ScriptDomParser.ParseScalar(new CleanText(tokens[(between + 1)..and]).Text).IsComplete;
    }

    private void DiagnoseOperand(List<Token> tokens, Token? before, Token? after)
    {
        var start = 0;
        while (start < tokens.Count)
        {
            if (IsEnough(tokens[start], tokens.Count - start))
            {
                return;
            }

            var opening = tokens.FindIndex(start, token => !token.Is("NOT"));
            if (
                opening >= 0
                && tokens[opening].IsSymbol("(")
                && TokenSpans.FindClosing(tokens, opening) == tokens.Count - 1
            )
            {
                DiagnoseGroup(tokens[opening..]);
                return;
            }

            start += DiagnoseFirst(tokens[start..]);
        }

        if (tokens.Count == 0 && (before ?? after) is { } connective)
        {
            context.Findings.Report(
                ErrorCodes.SyntaxError,
                $"'{connective.Text}' has no condition {(before is null ? "before" : "after")} it",
                "Write the condition, or take the word out",
                connective
            );
        }
    }

    private void DiagnoseGroup(List<Token> tokens)
    {
        if (tokens.Count > 2)
        {
            DiagnoseChain(tokens[1..^1]);
            return;
        }

        context.Findings.Report(
            ErrorCodes.SyntaxError,
            "'()' has nothing in it",
            "Write a condition between the parentheses, or take them out",
            tokens[0].Start,
            tokens[1].End
        );
    }

    /// <summary>
    /// Finds what is wrong with the condition at the start; the result is how many tokens it is made of.
    /// </summary>
    private int DiagnoseFirst(List<Token> tokens)
    {
        var parsed = ParseStart(tokens, out var text);
        if (parsed.IsComplete)
        {
            ConvertForProblems(parsed, text);
            return tokens.Count;
        }

        var place = PlaceOfError(parsed, text, tokens);
        if (FindNextCondition(tokens, place) is { } next)
        {
            DiagnoseFirst(tokens[..next]);
            ReportMissingConnective(tokens, next);
            return next;
        }

        if (!tokens.Exists(token => token.IsUnclosed || _scarred.Contains(token)))
        {
            ReportSyntax(tokens, place);
        }

        return tokens.Count;
    }

    /// <summary>The index of the token that the parser does not take; their number where it asks for more.</summary>
    private static int PlaceOfError(ParsedSyntax<BooleanExpression> parsed, CleanText text, List<Token> tokens)
    {
        var offset = parsed.Errors[0].Offset;
        return offset < text.Text.Length ? text.IndexAt(offset) : tokens.Count;
    }

    /// <summary>
    /// Where a second condition starts, with no connective before it; null where none does. The parser's place is
    /// that, or one a few tokens before it.
    /// </summary>
    private static int? FindNextCondition(List<Token> tokens, int place)
    {
        var candidates = Enumerable
            .Range(place, Math.Max(Math.Min(tokens.Count - place, FirstWindow), 0))
            .Where(i => i == place || (i > 0 && tokens[i - 1].EndsOperand && !tokens[i].IsSymbol("(")))
            .Take(3);
        foreach (var i in candidates)
        {
            if (StartsWithCondition(tokens[i..]) && IsCondition(tokens.Take(i)))
            {
                return i;
            }
        }

        return null;
    }

    private static bool IsCondition(IEnumerable<Token> tokens) =>
        ScriptDomParser.ParsePredicate(new CleanText(tokens).Text).IsComplete;

    private static bool StartsWithCondition(List<Token> tokens)
    {
        if (tokens.Count == 0 || !tokens[0].StartsPredicate)
        {
            return false;
        }

        var parsed = ParseStart(tokens, out var text);
        return parsed.IsComplete || IsCondition(tokens.Take(PlaceOfError(parsed, text, tokens)));
    }

    /// <summary>Parses no more than is needed to see the first error.</summary>
    private static ParsedSyntax<BooleanExpression> ParseStart(List<Token> tokens, out CleanText text)
    {
        for (var window = FirstWindow; ; window *= 2)
        {
            text = new CleanText(tokens.Take(window));
            var parsed = ScriptDomParser.ParsePredicate(text.Text);
            var isSeen = !parsed.IsComplete && text.IndexAt(parsed.Errors[0].Offset) < text.Tokens.Count - 2;
            if (isSeen || window >= tokens.Count)
            {
                return parsed;
            }
        }
    }

    /// <summary>Converts a condition for the sake of what is wrong with it, such as an unknown column.</summary>
    private void ConvertForProblems(ParsedSyntax<BooleanExpression> parsed, CleanText text)
    {
        var apart = context.Findings.Apart();
        new PredicateConverter(text, context.With(apart)).Convert(parsed.Syntax!);

        // The text of a literal that is not closed is a guess: nothing is said of it.
        var isGuess = text.Tokens.Exists(token => token.IsUnclosed);
        context.Findings.AddProblems(apart, problem => !isGuess || problem.Code == ErrorCodes.UnknownColumn);
    }

    private void ReportMissingConnective(List<Token> tokens, int place) =>
        context.Findings.Report(
            ErrorCodes.MissingConnective,
            $"'{tokens[place].Text}' starts a condition, and no AND or OR stands between it and the one before",
            "Write AND or OR before it",
            tokens[place].Start,
            tokens[^1].End
        );

    private void ReportSyntax(List<Token> tokens, int place)
    {
        var (start, end) = (tokens[0].Start, tokens[^1].End);
        var isValue = ScriptDomParser.ParseScalar(new CleanText(tokens).Text).IsComplete;
        if (isValue)
        {
            context.Findings.Report(
                ErrorCodes.SyntaxError,
                $"'{context.Findings.Source.Excerpt(start, end)}' is a value, not a condition",
                "Compare it: with =, <>, LIKE, IN, BETWEEN or IS NULL",
                start,
                end
            );
        }
        else if (FindProse(tokens, place) is { } prose)
        {
            context.Findings.Report(
                ErrorCodes.SyntaxError,
                $"'{context.Findings.Source.Excerpt(prose[0].Start, prose[^1].End)}' is no T-SQL",
                "If it is a heading, write '--' before it or take the line out",
                prose[0].Start,
                end
            );
        }
        else if (place >= tokens.Count)
        {
            context.Findings.Report(
                ErrorCodes.SyntaxError,
                $"The condition breaks off after '{tokens[^1].Text}'",
                "Write the rest of it",
                tokens[^1].Start,
                end
            );
        }
        else
        {
            var isDash = tokens[place].Kind == TokenKind.Symbol && Characters.IsDash(tokens[place].Text[0]);
            context.Findings.Report(
                ErrorCodes.SyntaxError,
                $"T-SQL does not take '{tokens[place].Text}' here",
                isDash
                    ? "Write '--' before a comment, and '-' before a negative number"
                    : "Write a column or function, an operator and a literal, with AND or OR between conditions",
                tokens[place].Start,
                end
            );
        }
    }

    /// <summary>
    /// A line of words, with the place of an error in it or right after it, that names no column and compares nothing;
    /// null where there is none.
    /// </summary>
    private List<Token>? FindProse(List<Token> tokens, int place)
    {
        var at = tokens[Math.Min(place, tokens.Count - 1)];
        var before = tokens.FindLast(token => token.LastLine < at.Line);
        foreach (var line in (int?[])[at.Line, before?.Line])
        {
            var words = tokens.Where(token => token.Line == line).ToList();
            if (
                words.Count > 1
                && words[0].Kind == TokenKind.Word
                && words.Skip(1).Any(token => token.Kind == TokenKind.Word)
                && words.TrueForAll(IsPartOfProse)
                && !words[^1].IsOneOf(Keywords.OfCodings)
                && !Keywords.Functions.Contains(words[0].Text)
            )
            {
                return words;
            }
        }

        return null;
    }

    private bool IsPartOfProse(Token token) =>
        token.Kind switch
        {
            TokenKind.Word => !token.IsOneOf(Keywords.OfCodings)
                && !token.Text.Contains('_', StringComparison.Ordinal)
                && token.Text[0] is not ('@' or '#')
                && context.Source.Find(token.Text) is null,
            TokenKind.Number => true,
            TokenKind.Symbol => token.Text is ":" or "," or "." or "&" or "-" or "/" or "(" or ")"
                || Characters.IsDash(token.Text[0]),
            _ => false,
        };
}
