using System.Globalization;
using RuleGen.Model;

namespace RuleGen.TSql;

/// <summary>
/// Writes the columns of a coding that are made of lists: a numbered column is one of the table's; what is made of child
/// rows, or joined, is made once for each row by a query of its own.
/// </summary>
/// <param name="columns">The columns that the coding names.</param>
/// <param name="subqueries">How conditions on items are written.</param>
internal sealed class ListColumns(ValueList<Column> columns, StoredSubqueries subqueries)
{
    private readonly Source _source = subqueries.Source;

    /// <summary>The first column of a coding for which items are joined into one text; null where none is.</summary>
    public static Column? FindJoined(Coding coding) =>
        coding.NamedColumns.FirstOrDefault(column => column.Derivation is JoinedItems);

    /// <summary>Refuses a target that cannot join items, where a coding reads joined ones.</summary>
    /// <exception cref="RuleGenException">RG0402: it cannot.</exception>
    public static void Check(Coding coding, Target target)
    {
        if (!target.HasStringAgg && FindJoined(coding) is { } column)
        {
            throw new RuleGenException(
                ErrorCodes.UnsupportedByTarget,
                $"{target} has no STRING_AGG, by which the items of '{column.Derivation!.List.Name}' become '{column.Name}'",
                "Build for a later version, such as --target sqlserver2017; or ask for items with EXISTS"
            );
        }
    }

    /// <summary>How conditions on items are written.</summary>
    public StoredSubqueries Subqueries => subqueries;

    /// <summary>A column of the row, however it comes about.</summary>
    public string Write(Column column) =>
        column.Derivation is not { } made ? subqueries.WriteStored(column)
        : _source.FindNumbered(made) is { } numbered ? subqueries.WriteStored(numbered)
        : SqlText.TwoPart(AliasOf(made.List), NameOf(column));

    /// <summary>A query for each list that gives what is made of it: one row, with a column for each.</summary>
    public IEnumerable<Block> WriteQueries() =>
        columns
            .Where(column => column.Derivation is { } made && _source.FindNumbered(made) is null)
            .GroupBy(column => column.Derivation!.List)
            .Select(made => WriteQuery(_source.FindList(made.Key.Name)!, [.. made]));

    /// <summary>The name under which a column of the row stands in a query, after the qualifier.</summary>
    public string NameOf(Column column) =>
        column.Derivation is not { } made ? column.StoredName
        : _source.FindNumbered(made) is { } numbered ? numbered.Name
        : columns.First(each => each == column).Name;

    /// <summary>The qualifier under which a column of the row stands in a query.</summary>
    public string QualifierOf(Column column) =>
        column.Derivation is { } made && _source.FindNumbered(made) is null ? AliasOf(made.List) : _source.Alias;

    /// <summary>The name of the query that makes columns of a list.</summary>
    private static string AliasOf(Column list) => list.Name + "_of_row";

    private Block WriteQuery(ItemList list, List<Column> made)
    {
        var query = new Block("(");
        var select = new Block("SELECT");
        for (var i = 0; i < made.Count; i++)
        {
            var end = i + 1 < made.Count ? "," : "";
            select.Add($"{Write(list, made[i].Derivation!)} AS {SqlName.Bracket(made[i].Name)}{end}", indent: 1);
        }

        query.Add(select, indent: 1);
        foreach (var line in subqueries.From(list))
        {
            query.Add(line, indent: 1);
        }

        var links = subqueries.Links(list);
        for (var i = 0; i < links.Count; i++)
        {
            query.Add($"{(i == 0 ? "WHERE" : "AND")} {links[i].Text}", indent: i == 0 ? 1 : 2);
        }

        return query.Add($") AS {SqlName.Bracket(AliasOf(list.Column))}");
    }

    private string Write(ItemList list, Derivation made)
    {
        var item = subqueries.WriteItem(list, made.Item);
        var position = subqueries.WriteItem(list, list.Type.Position!);
        if (made is ItemAt at)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"MAX(CASE WHEN {position} = {at.Position} THEN {item} END)"
            );
        }

        var joined = (JoinedItems)made;
        var type = (CharacterType)made.Item.Type;
        var text =
            $"STRING_AGG(CAST({item} AS {(type.IsUnicode ? "nvarchar" : "varchar")}(max)), "
            + $"{SqlText.Literal(joined.Separator, type.IsUnicode)}) WITHIN GROUP (ORDER BY {position})";
        return (joined.Before.Length == 0 ? "" : $"{SqlText.Literal(joined.Before, type.IsUnicode)} + ")
            + text
            + (joined.After.Length == 0 ? "" : $" + {SqlText.Literal(joined.After, type.IsUnicode)}");
    }
}
