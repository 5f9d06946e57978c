using RuleGen.Model;

namespace RuleGen.TSql.Read;

/// <summary>Joins names that a web page has broken at their underscores: <c>Spell _ Dominant _ Procedure</c>.</summary>
internal static class NameRepair
{
    public static List<Token> Join(List<Token> tokens, Source source, Findings findings)
    {
        var joined = new List<Token>(tokens.Count);
        for (var i = 0; i < tokens.Count; i++)
        {
            var last = i;
            var text = tokens[i].Text;
            if (tokens[i].Kind == TokenKind.Word && !tokens[i].IsOneOf(Keywords.OfCodings))
            {
                while (last + 1 < tokens.Count && Continues(tokens, last, text, source))
                {
                    text += tokens[++last].Text;
                }
            }

            if (last == i)
            {
                joined.Add(tokens[i]);
                continue;
            }

            var (first, end) = (tokens[i], tokens[last]);
            findings.Note(first.Start, $"'{findings.Source.Excerpt(first.Start, end.End)}' is read as '{text}'");
            joined.Add(new Token(TokenKind.Word, first.Start, end.End, text, first.Line, end.LastLine));
            i = last;
        }

        return joined;
    }

    /// <summary>Whether the token after <paramref name="last"/> goes on with the name that ends there.</summary>
    private static bool Continues(List<Token> tokens, int last, string text, Source source)
    {
        var (left, right) = (tokens[last], tokens[last + 1]);
        if (right.Line != left.LastLine || right.Kind is not (TokenKind.Word or TokenKind.Number))
        {
            return false;
        }

        if (right.Start == left.End)
        {
            return left.Kind == TokenKind.Number;
        }

        if (right.Text[0] == '_')
        {
            return true;
        }

        // A keyword is a part of a name only where an underscore follows it too.
        var isKeywordInside =
            last + 2 < tokens.Count && tokens[last + 2] is { Kind: TokenKind.Word } next && next.Text[0] == '_';
        return text[^1] == '_' && source.Find(text) is null && (!right.IsOneOf(Keywords.OfCodings) || isKeywordInside);
    }
}
