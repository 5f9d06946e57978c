using RuleGen.Model;

namespace RuleGen.TSql;

/// <summary>How conditions on items of lists are written.</summary>
internal abstract class Subqueries
{
    /// <summary>What stands around the conditions on an item.</summary>
    public abstract SubqueryText Of(Any any);

    /// <summary>A column of the item that a condition reads.</summary>
    public abstract string WriteItem(Any any, ColumnReference column);
}

/// <summary>What stands around the conditions on an item.</summary>
/// <param name="Lines">What stands before them; all but the first line are set in.</param>
/// <param name="Links">The conditions that say to which row an item belongs, with their places.</param>
/// <param name="Tail">What stands after them.</param>
internal sealed record SubqueryText(ValueList<string> Lines, ValueList<AnyLink> Links, string Tail)
{
    /// <summary>Whether the last line goes up to WHERE, and the text may stand on one line.</summary>
    public bool IsPublished { get; init; }

    /// <summary>Whether the first line says the NOT that stands around it in the model.</summary>
    public bool SaysNot { get; init; }
}

/// <summary>As the published text has them; what was not read, over the list's name.</summary>
internal sealed class PublishedSubqueries : Subqueries
{
    public static PublishedSubqueries Instance { get; } = new();

    /// <summary>The form of a condition that was not read: over the list's name, which belongs to the row.</summary>
    public static AnyText Canonical(Any any) =>
        new($"EXISTS (SELECT 1 FROM {SqlText.Name(any.List.Name)}{(any.Condition is null ? "" : " WHERE")}", [], ")");

    public override SubqueryText Of(Any any)
    {
        var written = any.Written ?? Canonical(any);
        return new SubqueryText([written.Head], written.Links, written.Tail)
        {
            IsPublished = true,
            SaysNot = written.SaysNot,
        };
    }

    public override string WriteItem(Any any, ColumnReference column) =>
        column.Written ?? SqlText.Name(column.Column.Name);
}

/// <summary>Over the tables that a source has its lists in.</summary>
/// <param name="source">The source.</param>
/// <param name="writeStored">Writes a column of the row's own table.</param>
internal class StoredSubqueries(Source source, Func<Column, string> writeStored) : Subqueries
{
    /// <summary>How many numbered columns stand on one line.</summary>
    private const int ColumnsOnLine = 4;

    /// <summary>The source.</summary>
    public Source Source => source;

    /// <summary>A column of the row's own table.</summary>
    public string WriteStored(Column column) => writeStored(column);

    public override SubqueryText Of(Any any)
    {
        var list = ListOf(any);
        return list.Storage is ChildRows
            ? new SubqueryText(["EXISTS (", "SELECT 1", .. From(list)], Links(list), ")")
            : new SubqueryText(
                ["EXISTS (", "SELECT 1", .. From(list)],
                any.MayHoldOfNulls ? [new AnyLink(0, IsThere(list))] : [],
                ")"
            );
    }

    public override string WriteItem(Any any, ColumnReference column) => WriteItem(ListOf(any), column.Column);

    /// <summary>A column of an item, by the name that the table has for it.</summary>
    public string WriteItem(ItemList list, Column column) => SqlText.TwoPart(Alias(list), NameOf(list, column));

    /// <summary>FROM, over the items of all rows, or over those of one where they stand in numbered columns.</summary>
    public IEnumerable<string> From(ItemList list)
    {
        if (list.Storage is ChildRows child)
        {
            return FromChild(list, child);
        }

        var numbered = (NumberedColumns)list.Storage;
        var rows = Enumerable
            .Range(0, numbered.Count)
            .Select(i =>
                FormattableString.Invariant(
                    $"({i + 1}, {string.Join(", ", numbered.Columns.Select(names => writeStored(source.Find(names[i])!)))})"
                )
            )
            .Chunk(ColumnsOnLine)
            .Select(chunk => string.Join(", ", chunk))
            .ToList();
        var names = list.Type.Columns.Select(column => column.Name).Prepend(ListType.PositionName);
        return
        [
            "FROM (",
            "    VALUES",
            .. rows.Select((row, i) => $"        {row}{(i + 1 < rows.Count ? "," : "")}"),
            $") AS {SqlName.Bracket(Alias(list))} ({string.Join(", ", names.Select(SqlName.Bracket))})",
        ];
    }

    /// <summary>The conditions that an item belongs to the row: none where it stands in the row's own columns.</summary>
    public virtual ValueList<AnyLink> Links(ItemList list) =>
        list.Storage is ChildRows child
            ? child
                .Key.Zip(source.Key)
                .Select(pair => new AnyLink(
                    0,
                    $"{SqlText.TwoPart(Alias(list), pair.First)} = {writeStored(pair.Second)}"
                ))
                .ToValueList()
            : [];

    /// <summary>FROM, over the items of all rows.</summary>
    protected virtual IEnumerable<string> FromChild(ItemList list, ChildRows child) =>
        [$"FROM {child.Table} AS {SqlName.Bracket(Alias(list))}"];

    /// <summary>What the items of a list are called: as the list, unless the row's table is.</summary>
    protected string Alias(ItemList list) =>
        SqlName.Comparer.Equals(list.Name, source.Alias) ? list.Name + "_item" : list.Name;

    /// <summary>The name that a column of an item has in what stands after FROM.</summary>
    protected static string NameOf(ItemList list, Column column) =>
        list.Storage switch
        {
            ChildRows { Position: { } position } when column == list.Type.Position => position,
            ChildRows => column.StoredName,
            _ => column.Name,
        };

    private string IsThere(ItemList list)
    {
        var tests = list.Type.Columns.Select(column => $"{WriteItem(list, column)} IS NOT NULL").ToList();
        return tests is [var single] ? single : $"({string.Join(" OR ", tests)})";
    }

    private ItemList ListOf(Any any) =>
        source.FindList(any.List.Name)
        ?? throw new ArgumentException($"The source has no list '{any.List.Name}'.", nameof(any));
}
