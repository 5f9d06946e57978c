namespace RuleGen.Model;

/// <summary>How a column of a source is made of the items of a list, so that no table has to store it.</summary>
/// <param name="List">The list.</param>
/// <param name="Item">The column of its items that is taken.</param>
public abstract record Derivation(Column List, Column Item)
{
    /// <summary>The list's type.</summary>
    public ListType ListType => (ListType)List.Type;

    /// <summary>The type of the column that is made.</summary>
    internal abstract SqlType Type { get; }

    /// <summary>The value that a row has in the column that is made.</summary>
    public abstract SqlValue ValueOf(ListItems items);

    /// <summary>The same over the list with another type.</summary>
    internal Derivation Over(Column list) => this with { List = list, Item = ((ListType)list.Type).Find(Item.Name)! };

    /// <exception cref="RuleGenException">RG0207: the list has no such column, or no positions.</exception>
    private protected void Check()
    {
        if (List.Type is not ListType type || !type.Columns.Contains(Item))
        {
            throw new RuleGenException(
                ErrorCodes.SchemaList,
                $"'{List.Name}.{Item.Name}' is no column of a list's items",
                "Give the name of a list and of a column of its items, as in Diagnoses.Code"
            );
        }

        if (type.Position is null)
        {
            throw new RuleGenException(
                ErrorCodes.SchemaList,
                $"The items of '{List.Name}' have no position: which is the first is not known",
                "Say which column of the child table is the 'position'"
            );
        }
    }
}

/// <summary>The item at one position; NULL where there is none (<c>"first"</c> in the schema file, and a numbered column).</summary>
public sealed record ItemAt : Derivation
{
    /// <summary>The item at a position.</summary>
    /// <exception cref="RuleGenException">
    /// RG0207: the list has no such column, or no positions. RG0005: no item has the position.
    /// </exception>
    public ItemAt(Column list, Column item, int position)
        : base(list, item)
    {
        Check();
        var most = ListType.LastPosition;
        Position =
            position >= 1 && position <= most
                ? position
                : throw new RuleGenException(
                    ErrorCodes.OutOfRange,
                    FormattableString.Invariant($"No item has the position {position}"),
                    FormattableString.Invariant($"Positions go from 1 to {most}")
                );
    }

    /// <summary>The position, from 1.</summary>
    public int Position { get; }

    internal override SqlType Type => Item.Type;

    /// <inheritdoc/>
    public override SqlValue ValueOf(ListItems items) =>
        items.Items.FirstOrDefault(item => item.Position == Position) is { } found
            ? found.Values[ListType.PlaceOf(Item)]
            : SqlValue.Null;
}

/// <summary>
/// All items that are not NULL, in the order of their positions, joined into one text; NULL where there are none
/// (<c>"joined"</c> in the schema file).
/// </summary>
public sealed record JoinedItems : Derivation
{
    /// <summary>Joined items.</summary>
    /// <exception cref="RuleGenException">
    /// RG0207: the list has no such column, or no positions; the column holds no text; or LIKE may look past a separator
    /// (rule 1.41). RG0003: a separator holds a character that is not modelled.
    /// </exception>
    public JoinedItems(Column list, Column item, string separator, string before = "", string after = "")
        : base(list, item)
    {
        Check();
        Separator = separator;
        Before = before;
        After = after;
        var type = Typing.RequireCharacter(ColumnReference.Of(item), "A joined text");
        foreach (var text in new[] { separator, before, after })
        {
            Typing.CheckModelled(StringLiteral.Of(text), type.Collation!, type.IsUnicode, CharacterUse.Pattern);
            Typing.RequireCertain(type, StringLiteral.Of(text), "What stands between or around items");
        }
    }

    /// <summary>What stands between two items.</summary>
    public string Separator { get; }

    /// <summary>What stands before the first.</summary>
    public string Before { get; }

    /// <summary>What stands after the last.</summary>
    public string After { get; }

    internal override SqlType Type => ((CharacterType)Item.Type).Varying(null).WithLength(null);

    /// <inheritdoc/>
    public override SqlValue ValueOf(ListItems items)
    {
        var place = ListType.PlaceOf(Item);
        var texts = items.Items.Select(item => item.Values[place].Text).OfType<string>().ToList();
        return texts.Count == 0 ? SqlValue.Null : SqlValue.Of(Before + string.Join(Separator, texts) + After);
    }
}
