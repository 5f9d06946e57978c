using System.Globalization;
using RuleGen.Model;
using RuleGen.TSql;

namespace RuleGen.SqlServer;

/// <summary>
/// One statement for the rows of a table, what deployed objects make of each, and the items that belong to it: a record for
/// a row, then one for each item that stands in a child table.
/// </summary>
internal sealed class DeployedQuery
{
    private readonly Source _source;
    private readonly ValueList<CodingObject> _objects;
    private readonly ValueList<Column> _arguments;

    /// <summary>A query.</summary>
    /// <param name="coding">The coding, over the source's columns.</param>
    /// <param name="source">The source, whose table is the one that is asked.</param>
    /// <param name="objects">The objects.</param>
    public DeployedQuery(Coding coding, Source source, ValueList<CodingObject> objects)
    {
        _source = source;
        _objects = objects;
        _arguments = source.StoredFor(coding.NamedColumns);
        Columns = source.Key.Concat(coding.Columns).Distinct().ToValueList();
        var lists = source.Lists.Where(list => Columns.Contains(list.Column)).ToList();
        Numbered = lists.Where(list => list.Storage is NumberedColumns).ToValueList();
        Children = lists.Where(list => list.Storage is ChildRows).ToValueList();
        Stored = Columns
            .Where(column => column.Type is not ListType)
            .Concat(source.NumberedColumns.Where(column => Numbered.Any(list => list.Column == column.InRow)))
            .ToValueList();
    }

    /// <summary>The columns of the rows: the key, then the columns and lists that the coding reads.</summary>
    public ValueList<Column> Columns { get; }

    /// <summary>The columns that each record starts with: those of the row's own table, the key first.</summary>
    public ValueList<Column> Stored { get; }

    /// <summary>The lists that stand in numbered columns.</summary>
    public ValueList<ItemList> Numbered { get; }

    /// <summary>The lists that stand in child tables.</summary>
    public ValueList<ItemList> Children { get; }

    /// <summary>Where a record says whether an object keeps the row; its outcome follows.</summary>
    public int PlaceOfResult(int place) => Stored.Count + (2 * place);

    /// <summary>Where a record says what it is: 0 for a row, else the number of a child list, from 1; the position follows.</summary>
    public int PlaceOfPart => PlaceOfResult(_objects.Count);

    /// <summary>Where a record has the columns of an item of a child list.</summary>
    public int PlaceOfItem(int list) => PlaceOfPart + 2 + Children.Take(list).Sum(each => each.Type.Columns.Count);

    /// <summary>The statement.</summary>
    public string Write()
    {
        var (columns, joins) = WriteResults();
        if (Children.Count == 0)
        {
            return $"""
                -- rulegen verify: rows, and what the deployed objects make of them
                SELECT {string.Join(", ", columns)}
                FROM {_source.Table} AS t
                {string.Join('\n', joins)};

                """;
        }

        columns.AddRange(["0", "CAST(NULL AS int)"]);
        columns.AddRange(
            Children.SelectMany(list => list.Type.Columns).Select(column => $"CAST(NULL AS {column.Type})")
        );
        var order = Enumerable.Range(1, _source.Key.Count).Concat([PlaceOfPart + 1, PlaceOfPart + 2]);
        return $"""
            -- rulegen verify: rows, and what the deployed objects make of them; after each row its items
            SELECT {string.Join(", ", columns)}
            FROM {_source.Table} AS t
            {string.Join('\n', joins)}
            {string.Concat(Children.Select(WriteItems))}ORDER BY {string.Join(", ", order.Select(Number))};

            """;
    }

    private (List<string> Columns, List<string> Joins) WriteResults()
    {
        var firstOfKey = SqlName.Bracket(_source.Key[0].Name);
        var arguments = string.Join(", ", _arguments.Select(Read));
        var columns = Stored.Select(Read).ToList();
        var joins = new List<string>();
        foreach (var (place, each) in _objects.Index())
        {
            var alias = $"o{Number(place)}";
            var isView = each.Kind == ObjectKind.View;
            columns.Add(isView ? $"CASE WHEN {alias}.{firstOfKey} IS NULL THEN 0 ELSE 1 END" : $"{alias}.Kept");
            var outcome = SqlName.Bracket(each.OutcomeColumn);
            columns.Add($"{alias}.{outcome}");
            joins.Add(
                isView
                    ? $"LEFT JOIN {each.QualifiedName} AS {alias}\n"
                        + $"    ON {string.Join(" AND ", _source.Key.Select(column => IsSame(alias, column)))}"
                    : $"OUTER APPLY (SELECT 1 AS Kept, x.{outcome} FROM {each.QualifiedName}({arguments}) AS x) AS {alias}"
            );
        }

        return (columns, joins);
    }

    /// <summary>A record for each item of a child list that belongs to a row.</summary>
    private string WriteItems(ItemList list, int place)
    {
        var child = (ChildRows)list.Storage;
        var columns = _source
            .Key.Select(Read)
            .Concat(Enumerable.Repeat("NULL", PlaceOfPart - _source.Key.Count))
            .Append(Number(place + 1))
            .Append(child.Position is { } position ? $"i.{SqlName.Bracket(position)}" : "NULL")
            .Concat(
                Children.SelectMany(each =>
                    each.Type.Columns.Select(column =>
                        each == list ? $"i.{SqlName.Bracket(column.StoredName)}" : "NULL"
                    )
                )
            );
        var links = child.Key.Zip(_source.Key, (name, column) => $"i.{SqlName.Bracket(name)} = {Read(column)}");
        return $"""
            UNION ALL
            SELECT {string.Join(", ", columns)}
            FROM {child.Table} AS i
            INNER JOIN {_source.Table} AS t
                ON {string.Join(" AND ", links)}

            """;
    }

    private static string Read(Column column) => $"t.{SqlName.Bracket(column.StoredName)}";

    /// <summary>A view shows a column under its name, and the table has it under its stored one.</summary>
    private static string IsSame(string view, Column column) =>
        $"{view}.{SqlName.Bracket(column.Name)} = {Read(column)}";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
