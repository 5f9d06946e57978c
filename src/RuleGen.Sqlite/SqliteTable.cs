using RuleGen.Model;
using RuleGen.Sqlite.Translation;

namespace RuleGen.Sqlite;

/// <summary>The table that stands for a source: its columns, and two more that no column's name can hide.</summary>
internal sealed class SqliteTable
{
    /// <summary>
    /// The characters of rows that are <see cref="Usual"/>: printable ASCII without <c>'</c> and <c>-</c>.
    /// </summary>
    public const string UsualCharacters =
        " !\"#$%&()*+,./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~";

    /// <summary>What queries call an item of a list.</summary>
    public const string Item = "i";

    public SqliteTable(Source source)
    {
        Source = source;
        Name = StoredText.Name($"{source.Table.Schema}.{source.Table.Name}");
        Number = FreeName("#");
        Usual = FreeName("usual");
        Answer = FreeName("answer");
    }

    public Source Source { get; }

    /// <summary>The table's name in SQL.</summary>
    public string Name { get; }

    /// <summary>The column, in SQL, that numbers the rows in the order in which they are loaded, from 1.</summary>
    public string Number { get; }

    /// <summary>
    /// The column, in SQL, that is 1 where every text of the row is made of <see cref="UsualCharacters"/>: then most
    /// views need not search it for characters that they do not know.
    /// </summary>
    public string Usual { get; }

    /// <summary>The column of views' inner queries, in SQL, that says by number what a coding makes of a row.</summary>
    public string Answer { get; }

    /// <summary>The columns.</summary>
    public ValueList<Column> Columns => Source.RowColumns.Where(column => column.Type is not ListType).ToValueList();

    /// <summary>The text whose characters a need is about, in SQL: of items all of them, one after the other.</summary>
    /// <param name="need">The need.</param>
    /// <param name="row">What the query calls the row, which has its number.</param>
    public string TextOf(CharacterNeed need, string row) =>
        need.Item is not { } item
            ? $"{row}.{StoredText.Name(need.Column.Name)}"
            : $"(SELECT group_concat({ItemSql(item)}, ' ') FROM {NameOf(need.Column)} AS {Item} "
                + $"WHERE {Item}.{Number} = {row}.{Number}{AtPosition(need)})";

    private static string AtPosition(CharacterNeed need) =>
        need.Position is { } position
            ? $" AND {ItemSql(((ListType)need.Column.Type).Position!)} = {ScalarTranslator.Number(position)}"
            : "";

    /// <summary>The statements that create the table, and one for the items of each list.</summary>
    public IEnumerable<string> Definitions
    {
        get
        {
            yield return $"CREATE TABLE {Name} ({Number} INTEGER PRIMARY KEY, {Usual} INTEGER, "
                + $"{string.Join(", ", Columns.Select(Define))}) STRICT";
            foreach (var list in Source.Lists)
            {
                var columns = list.Type.ItemColumns.Select(Define).Prepend($"{Number} INTEGER");
                yield return $"CREATE TABLE {NameOf(list.Column)} ({string.Join(", ", columns)}) STRICT";
                yield return $"CREATE INDEX {StoredText.Name($"{list.Name} by row")} ON {NameOf(list.Column)} ({Number})";
            }
        }
    }

    /// <summary>The names of the tables, in SQL.</summary>
    public IEnumerable<string> Names => Source.Lists.Select(list => NameOf(list.Column)).Prepend(Name);

    /// <summary>The items of a list that belong to the row, after FROM.</summary>
    public string ItemsOf(Column list) => $"{NameOf(list)} AS {Item} WHERE {Item}.{Number} = t.{Number}";

    /// <summary>A column of the row, in SQL, also one that is made of a list.</summary>
    public string ColumnSql(Column column) =>
        column.Derivation switch
        {
            null => $"t.{StoredText.Name(column.Name)}",
            ItemAt at => $"(SELECT {ItemSql(at.Item)} FROM {ItemsOf(at.List)} AND {ItemSql(at.ListType.Position!)} = "
                + $"{ScalarTranslator.Number(at.Position)})",
            JoinedItems joined =>
                $"(SELECT {StoredText.Literal(joined.Before)} || group_concat({ItemSql(joined.Item)}, "
                    + $"{StoredText.Literal(joined.Separator)} ORDER BY {ItemSql(joined.ListType.Position!)}) || "
                    + $"{StoredText.Literal(joined.After)} FROM {ItemsOf(joined.List)})",
            _ => throw new ArgumentException($"There is no SQL for {column.Derivation}.", nameof(column)),
        };

    /// <summary>The statement that loads an item of a list; its parameters are the row's number and then the columns.</summary>
    public string InsertionOf(ItemList list)
    {
        var values = list.Type.ItemColumns.Select((column, i) => Stored(column, i + 2));
        return $"INSERT INTO {NameOf(list.Column)} VALUES (?1, {string.Join(", ", values)})";
    }

    /// <summary>The statement that loads a row; its parameters are <see cref="Usual"/> and then the columns.</summary>
    /// <remarks>char(n) is filled up with blanks (rule 1.26).</remarks>
    public string Insertion
    {
        get
        {
            var values = Columns.Select((column, i) => Stored(column, i + 2));
            return $"INSERT INTO {Name} VALUES (NULL, ?1, {string.Join(", ", values)})";
        }
    }

    /// <summary>Whether a column is kept as whole numbers: of a decimal, the units of its last digit.</summary>
    public static bool IsNumber(Column column) => column.Type is IntegerType or DecimalType;

    private static string Stored(Column column, int parameter)
    {
        var value = $"?{ScalarTranslator.Number(parameter)}";
        return column.Type is CharacterType { IsFixedLength: true }
            ? ScalarTranslator.Store(value, column.Type)
            : value;
    }

    private static string Define(Column column) =>
        $"{StoredText.Name(column.Name)} {(IsNumber(column) ? "INTEGER" : "TEXT")}";

    private static string ItemSql(Column column) => $"{Item}.{StoredText.Name(column.Name)}";

    private string NameOf(Column list) => StoredText.Name($"{Source.Table.Schema}.{Source.Table.Name}.{list.Name}");

    private string FreeName(string name)
    {
        while (
            Source.Find(name) is not null
            || Source.Lists.Any(list => list.Type.ItemColumns.Any(column => SqlName.Comparer.Equals(column.Name, name)))
        )
        {
            name += "_";
        }

        return StoredText.Name(name);
    }
}
