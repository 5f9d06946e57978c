using RuleGen.Model;

namespace RuleGen.TSql.Read;

/// <summary>
/// Which comment belongs to which token: the one that it stands before, or the one that it follows on its line.
/// </summary>
internal sealed class CommentMap
{
    private readonly Dictionary<Token, List<string>> _before = [];
    private readonly Dictionary<Token, List<string>> _after = [];

    /// <param name="tokens">All that is left of the text, comments among it, in order.</param>
    public CommentMap(List<Token> tokens)
    {
        var followers = Followers(tokens);
        Token? previous = null;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind != TokenKind.Comment)
            {
                previous = tokens[i].IsSymbol(",") || tokens[i].IsSymbol(";") ? previous : tokens[i];
                continue;
            }

            var next = followers[i];
            var followsOnLine = previous is { EndsOperand: true } && previous.LastLine == tokens[i].Line;
            if (previous is not null && (followsOnLine || next is null))
            {
                Add(_after, previous, tokens[i]);
            }
            else if (next is not null)
            {
                Add(_before, next, tokens[i]);
            }
        }
    }

    /// <summary>The comments on the lines before a token, taken from the map.</summary>
    public Documentation TakeBefore(Token token) =>
        Documentation.None.Comment(Take(_before, token), CommentPlacement.Before);

    /// <summary>The comments after a token, taken from the map.</summary>
    public Documentation TakeAfter(Token token) =>
        Documentation.None.Comment(Take(_after, token), CommentPlacement.After);

    /// <summary>All comments between two tokens or at them, as comments with one placement.</summary>
    public Documentation TakeAll(IEnumerable<Token> tokens, CommentPlacement placement) =>
        Documentation.None.Comment(
            [.. tokens.SelectMany(token => (string[])[.. Take(_before, token), .. Take(_after, token)])],
            placement
        );

    private static List<string> Take(Dictionary<Token, List<string>> map, Token token) =>
        map.Remove(token, out var found) ? found : [];

    private static void Add(Dictionary<Token, List<string>> map, Token token, Token comment)
    {
        if (!map.TryGetValue(token, out var comments))
        {
            map.Add(token, comments = []);
        }

        comments.Add(comment.Text);
    }

    /// <summary>
    /// For each token, what a comment in its place stands before, AND and OR left aside; null where nothing starts
    /// after it.
    /// </summary>
    private static Token?[] Followers(List<Token> tokens)
    {
        var followers = new Token?[tokens.Count];
        Token? next = null;
        for (var i = tokens.Count - 1; i >= 0; i--)
        {
            if (tokens[i].Kind == TokenKind.Comment)
            {
                followers[i] = next;
            }
            else if (!tokens[i].Is("AND") && !tokens[i].Is("OR"))
            {
                next = StartsSomething(tokens[i]) ? tokens[i] : null;
            }
        }

        return followers;
    }

    private static bool StartsSomething(Token token) =>
        !token.Is("THEN") && !token.Is("END") && !token.IsSymbol(")") && !token.IsSymbol(",") && !token.IsSymbol(";");
}
