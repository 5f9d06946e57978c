namespace RuleGen.TSql.Read;

/// <summary>Where what a token opens comes to its end.</summary>
internal static class TokenSpans
{
    /// <summary>How much deeper in parentheses the text is after a token.</summary>
    public static int Depth(Token token) =>
        token.IsSymbol("(") ? 1
        : token.IsSymbol(")") ? -1
        : 0;

    /// <summary>The parenthesis that closes one; null where none does.</summary>
    public static int? FindClosing(List<Token> tokens, int open) => FindEnd(tokens, open, Depth);

    /// <summary>The END of a CASE; null where it has none.</summary>
    public static int? FindEndOfCase(List<Token> tokens, int start) =>
        FindEnd(
            tokens,
            start,
            token =>
                token.Is("CASE") ? 1
                : token.Is("END") ? -1
                : 0
        );

    /// <summary>The parenthesis that closes the IIF at a place; null where no IIF stands there, or it is not closed.</summary>
    public static int? FindEndOfIif(List<Token> tokens, int start) =>
        start + 1 < tokens.Count && tokens[start].Is("IIF") && tokens[start + 1].IsSymbol("(")
            ? FindClosing(tokens, start + 1)
            : null;

    /// <summary>The last token of the CASE or IIF at a place; null where neither stands there, or it has no end.</summary>
    public static int? FindEndOfChoice(List<Token> tokens, int start) =>
        start < tokens.Count && tokens[start].Is("CASE") ? FindEndOfCase(tokens, start) : FindEndOfIif(tokens, start);

    private static int? FindEnd(List<Token> tokens, int start, Func<Token, int> change)
    {
        var depth = 0;
        for (var i = start; i < tokens.Count; i++)
        {
            depth += change(tokens[i]);
            if (depth == 0)
            {
                return i;
            }
        }

        return null;
    }
}
