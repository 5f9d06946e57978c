namespace RuleGen.Model;

/// <summary>
/// The type of a list: several values of one thing that belong to one row, such as its diagnoses. No server has it: a list
/// is stored as rows of a child table or as numbered columns (<see cref="ItemList"/>).
/// </summary>
public sealed record ListType : SqlType
{
    /// <summary>The name under which conditions on items read the position.</summary>
    public const string PositionName = "Position";

    /// <summary>The highest position that an item of a row may have; the lowest is 1.</summary>
    public const int MostPositions = 9999;

    /// <summary>A list.</summary>
    /// <param name="columns">The columns of an item, one or more.</param>
    /// <param name="hasPosition">Whether items have positions, from 1; no two of a row have the same.</param>
    /// <param name="isDense">Whether positions have no gaps.</param>
    /// <param name="mostItems">The highest position that an item can have, where items stand in numbered columns; else null.</param>
    /// <exception cref="RuleGenException">
    /// RG0207: there is no column, or one is itself a list, of a type that predicates do not read, or made of a list. RG0007:
    /// texts have different collations, or are Unicode and not. RG0204: two columns have one name.
    /// </exception>
    public ListType(ValueList<Column> columns, bool hasPosition, bool isDense = false, int? mostItems = null)
    {
        Columns = columns;
        Position = hasPosition ? new Column(PositionName, IntegerType.Int, isNullable: false) : null;
        IsDense = isDense;
        MostItems = mostItems;
        Check();
    }

    /// <summary>The columns of an item, without its position.</summary>
    public ValueList<Column> Columns { get; }

    /// <summary>The column under which conditions read an item's position; null where items have none.</summary>
    public Column? Position { get; }

    /// <summary>Whether positions have no gaps.</summary>
    public bool IsDense { get; }

    /// <summary>The highest position that an item can have; null where that is not bounded.</summary>
    public int? MostItems { get; }

    /// <summary>The highest position that an item of a row can have.</summary>
    public int LastPosition => Math.Min(MostItems ?? MostPositions, MostPositions);

    /// <summary>The columns that conditions on an item may read.</summary>
    public IEnumerable<Column> ItemColumns => Position is null ? Columns : Columns.Append(Position);

    /// <summary>
    /// The condition that a position has an item, where items stand in numbered columns: that some value is not NULL. Null
    /// where each item is a row.
    /// </summary>
    public Predicate? IsThere =>
        MostItems is null
            ? null
            : Columns
                .Select(column => (Predicate)NullTest.Of(ColumnReference.Of(column), isNegated: true))
                .ToValueList() switch
            {
                [var single] => single,
                var several => Or.Of(several),
            };

    /// <summary>The type that says by which rules the texts of items are compared; null where items hold none.</summary>
    public CharacterType? Texts => Columns.Select(column => column.Type).OfType<CharacterType>().FirstOrDefault();

    /// <summary>
    /// A column of an item by its name, its own or the one that the table has for it, whatever the letter case; null where
    /// there is none.
    /// </summary>
    public Column? Find(string name) =>
        ItemColumns.FirstOrDefault(column => SqlName.Comparer.Equals(column.Name, name))
        ?? Columns.FirstOrDefault(column => SqlName.Comparer.Equals(column.StoredName, name));

    /// <summary>The place of a column among those of an item, from 0.</summary>
    /// <exception cref="ArgumentException">Items have no such column.</exception>
    public int PlaceOf(Column item)
    {
        for (var place = 0; place < Columns.Count; place++)
        {
            if (Columns[place] == item)
            {
                return place;
            }
        }

        throw new ArgumentException($"Items have no column '{item.Name}'.", nameof(item));
    }

    /// <summary>The same list with its texts under another collation.</summary>
    public ListType WithCollation(Collation collation) =>
        new(
            Columns.Select(column => column.WithCollation(collation)).ToValueList(),
            Position is not null,
            IsDense,
            MostItems
        );

    /// <summary><c>list of (Code varchar(6) NOT NULL)</c>.</summary>
    public override string ToString() => $"list of ({string.Join(", ", ItemColumns)})";

    private void Check()
    {
        if (Columns.Count == 0)
        {
            throw Refuse("A list has no columns", "Give the columns of an item, such as its code");
        }

        foreach (var column in Columns.Where(column => column.Type is not (CharacterType or OrderedType)))
        {
            throw Refuse(
                $"Column '{column.Name}' of a list is {column.Type}",
                "Leave it out: items hold text, numbers and dates"
            );
        }

        foreach (var column in Columns.Where(column => column.Derivation is not null || column.List is not null))
        {
            throw Refuse(
                $"Column '{column.Name}' of a list is itself made of a list, or holds one",
                "Give a column that holds one value"
            );
        }

        if (ItemColumns.DistinctBy(column => column.Name, SqlName.Comparer).Count() != ItemColumns.Count())
        {
            throw new RuleGenException(
                ErrorCodes.SchemaDuplicateColumn,
                $"Two columns of a list have one name ({string.Join(", ", ItemColumns.Select(column => column.Name))})",
                "Rename one; letter case does not tell names apart, and Position is the item's place"
            );
        }

        var texts = Columns.Select(column => column.Type).OfType<CharacterType>();
        if (texts.Select(type => (type.Collation, type.IsUnicode)).Distinct().Count() > 1)
        {
            throw new RuleGenException(
                ErrorCodes.CollationConflict,
                "The texts of a list differ in collation, or some are Unicode and some not",
                "Give the columns of one list one collation, and all of them or none an n before the type"
            );
        }
    }

    private static RuleGenException Refuse(string message, string remedy) =>
        new(ErrorCodes.SchemaList, message, remedy);
}
