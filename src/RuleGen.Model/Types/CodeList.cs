namespace RuleGen.Model;

/// <summary>How a column holds several codes in one text, such as <c>M545,Z921</c>.</summary>
/// <param name="Items">
/// LIKE patterns, of which each code matches one; none where nothing is known of the codes.
/// </param>
/// <param name="Separators">
/// What may stand between two codes; the empty text where they may follow each other directly. One or more.
/// </param>
public sealed record CodeList(ValueList<string> Items, ValueList<string> Separators)
{
    /// <summary>What stands before the first code, such as <c>||</c>; empty where nothing does.</summary>
    public string Before { get; init; } = "";

    /// <summary>What stands after the last code; empty where nothing does.</summary>
    public string After { get; init; } = "";

    /// <summary>The text of a list of codes.</summary>
    /// <param name="codes">The codes and what stands between them, in order.</param>
    public string Write(params IEnumerable<string> codes) => $"{Before}{string.Concat(codes)}{After}";

    /// <summary>The condition that a text of a column's type is a code; null where any text may be one.</summary>
    public Predicate? IsItem(Column column) =>
        Items
            .Select(item => (Predicate)Like.Of(ColumnReference.Of(column), StringLiteral.Of(item)))
            .ToValueList() switch
        {
            [] => null,
            [var single] => single,
            var several => Or.Of(several),
        };

    /// <summary>Checks that a column can hold such a list.</summary>
    /// <exception cref="RuleGenException">RG0001 to RG0005: it cannot, or a text in it is not modelled.</exception>
    internal void Check(Column column)
    {
        var type = Typing.RequireCharacter(ColumnReference.Of(column), "A list of codes");
        _ = IsItem(column);
        foreach (var text in Separators.Append(Before).Append(After))
        {
            Typing.CheckModelled(StringLiteral.Of(text), type.Collation!, type.IsUnicode, CharacterUse.Pattern);
        }
    }
}
