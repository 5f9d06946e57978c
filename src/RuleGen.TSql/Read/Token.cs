namespace RuleGen.TSql.Read;

/// <summary>
/// A word, literal, symbol or comment of the text, as clean T-SQL and with its place in the text as given.
/// </summary>
/// <remarks>Compared by reference: a comment belongs to one token, not to all that look the same.</remarks>
internal sealed class Token(TokenKind kind, int start, int end, string text, int line, int lastLine)
{
    public TokenKind Kind { get; } = kind;

    /// <summary>The offset of its first character.</summary>
    public int Start { get; } = start;

    /// <summary>The offset after its last character.</summary>
    public int End { get; } = end;

    /// <summary>The token in clean T-SQL; of a comment, the text without its marks.</summary>
    public string Text { get; } = text;

    /// <summary>The line on which it starts.</summary>
    public int Line { get; } = line;

    /// <summary>The line on which it ends.</summary>
    public int LastLine { get; } = lastLine;

    /// <summary>Whether it is a literal without its closing quote; its end is a guess.</summary>
    public bool IsUnclosed { get; init; }

    /// <summary>Whether it is a given word, in any letter case.</summary>
    public bool Is(string word) =>
        Kind == TokenKind.Word && string.Equals(Text, word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it is a given symbol.</summary>
    public bool IsSymbol(string symbol) => Kind == TokenKind.Symbol && Text == symbol;

    /// <summary>Whether it is one of some words, in any letter case.</summary>
    public bool IsOneOf(HashSet<string> words) => Kind == TokenKind.Word && words.Contains(Text);

    /// <summary>Whether it can name a column of a select list.</summary>
    public bool IsAlias =>
        Kind is TokenKind.QuotedName or TokenKind.String
        || (Kind == TokenKind.Word && !IsOneOf(Keywords.OfCodings) && Text[0] != '@');

    /// <summary>A name without its brackets or quotes.</summary>
    public string Name => Text.Trim('[', ']', '"', '\'');

    /// <summary>Whether an operand can end with it.</summary>
    public bool EndsOperand =>
        Kind switch
        {
            TokenKind.String or TokenKind.Number or TokenKind.QuotedName => true,
            TokenKind.Word => !IsOneOf(Keywords.OfCodings) || Is("NULL") || Is("END"),
            _ => IsSymbol(")"),
        };

    /// <summary>Whether a predicate can start with it.</summary>
    public bool StartsPredicate =>
        Kind switch
        {
            TokenKind.String or TokenKind.Number or TokenKind.QuotedName => true,
            TokenKind.Word => !IsOneOf(Keywords.OfCodings) || Is("NOT") || Is("NULL") || Is("CASE"),
            _ => IsSymbol("("),
        };
}

internal enum TokenKind
{
    /// <summary>A name, keyword or variable.</summary>
    Word,

    /// <summary>A name in brackets or double quotes.</summary>
    QuotedName,

    /// <summary>A string literal.</summary>
    String,

    /// <summary>A number.</summary>
    Number,

    /// <summary>An operator or punctuation, or a character that T-SQL does not have.</summary>
    Symbol,

    /// <summary>A comment.</summary>
    Comment,
}
