using RuleGen.Model;

namespace RuleGen.TSql.Read;

/// <summary>
/// Which comment belongs to which token: the one that it stands before, or the one that it follows on its line.
/// </summary>
internal sealed class CommentMap
{
    private readonly Dictionary<Token, Documentation> _before = [];
    private readonly Dictionary<Token, Documentation> _after = [];

    /// <param name="tokens">All that is left of the text, comments among it, in order.</param>
    public CommentMap(List<Token> tokens)
    {
        Token? previous = null;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind != TokenKind.Comment)
            {
                previous = tokens[i].IsSymbol(",") || tokens[i].IsSymbol(";") ? previous : tokens[i];
                continue;
            }

            var next = FindNext(tokens, i);
            var followsOnLine = previous is { EndsOperand: true } && previous.LastLine == tokens[i].Line;
            if (previous is not null && (followsOnLine || next is null))
            {
                Add(_after, previous, tokens[i], CommentPlacement.After);
            }
            else if (next is not null)
            {
                Add(_before, next, tokens[i], CommentPlacement.Before);
            }
        }
    }

    /// <summary>The comments on the lines before a token, taken from the map.</summary>
    public Documentation TakeBefore(Token token) => Take(_before, token);

    /// <summary>The comments after a token, taken from the map.</summary>
    public Documentation TakeAfter(Token token) => Take(_after, token);

    /// <summary>All comments between two tokens or at them, as comments with one placement.</summary>
    public Documentation TakeAll(IEnumerable<Token> tokens, CommentPlacement placement) =>
        tokens
            .SelectMany(token => TakeBefore(token).Then(TakeAfter(token)).Comments)
            .Aggregate(Documentation.None, (all, comment) => all.Comment(comment.Text, placement));

    private static Documentation Take(Dictionary<Token, Documentation> map, Token token) =>
        map.Remove(token, out var found) ? found : Documentation.None;

    private static void Add(
        Dictionary<Token, Documentation> map,
        Token token,
        Token comment,
        CommentPlacement placement
    ) => map[token] = map.GetValueOrDefault(token, Documentation.None).Comment(comment.Text, placement);

    /// <summary>What a comment stands before, AND and OR left aside; null where nothing starts after it.</summary>
    private static Token? FindNext(List<Token> tokens, int comment)
    {
        var next = tokens
            .Skip(comment)
            .FirstOrDefault(token => token.Kind != TokenKind.Comment && !token.Is("AND") && !token.Is("OR"));
        var startsNothing =
            next is null
            || next.Is("THEN")
            || next.Is("END")
            || next.IsSymbol(")")
            || next.IsSymbol(",")
            || next.IsSymbol(";");
        return startsNothing ? null : next;
    }
}
