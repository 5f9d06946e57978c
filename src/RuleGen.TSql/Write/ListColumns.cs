using System.Globalization;
using RuleGen.Model;

namespace RuleGen.TSql;

/// <summary>
/// Writes the columns of a coding that are made of lists: a numbered column is one of the table's; what is made of child
/// rows, or joined, is made once for each row by a query of its own.
/// </summary>
/// <param name="columns">The columns that the coding names.</param>
/// <param name="subqueries">How conditions on items are written.</param>
/// <param name="hasStringAgg">Whether the server has STRING_AGG; else FOR XML joins items (rule 3.14).</param>
internal sealed class ListColumns(ValueList<Column> columns, StoredSubqueries subqueries, bool hasStringAgg = true)
{
    private readonly Source _source = subqueries.Source;

    /// <summary>The first column of a coding for which items are joined into one text; null where none is.</summary>
    public static Column? FindJoined(Coding coding) =>
        coding.NamedColumns.FirstOrDefault(column => column.Derivation is JoinedItems);

    /// <summary>
    /// Refuses a target that cannot tell joined items that are empty from none, where a coding reads such: FOR XML needs a
    /// separator for it (rule 3.14).
    /// </summary>
    /// <exception cref="RuleGenException">RG0402: it cannot.</exception>
    public static void Check(Coding coding, Target target)
    {
        if (
            !target.HasStringAgg
            && coding.NamedColumns.FirstOrDefault(each => each.Derivation is JoinedItems { Separator: "" })
                is { } column
        )
        {
            throw new RuleGenException(
                ErrorCodes.UnsupportedByTarget,
                $"{target} has no STRING_AGG, and FOR XML does not join the items of '{column.Derivation!.List.Name}' without a separator",
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
        : SqlText.TwoPart(AliasOf(made), NameOf(column));

    /// <summary>A query for each list that gives what is made of it: one row, with a column for each.</summary>
    public IEnumerable<Block> WriteQueries() =>
        columns
            .Where(column => column.Derivation is { } made && _source.FindNumbered(made) is null)
            .GroupBy(column => AliasOf(column.Derivation!))
            .Select(made => WriteQuery(_source.FindList(made.First().Derivation!.List.Name)!, [.. made]));

    /// <summary>The name under which a column of the row stands in a query, after the qualifier.</summary>
    public string NameOf(Column column) =>
        column.Derivation is not { } made ? column.StoredName
        : _source.FindNumbered(made) is { } numbered ? numbered.Name
        : columns.First(each => each == column).Name;

    /// <summary>The qualifier under which a column of the row stands in a query.</summary>
    public string QualifierOf(Column column) =>
        column.Derivation is { } made && _source.FindNumbered(made) is null ? AliasOf(made) : _source.Alias;

    /// <summary>The name of the query that makes columns of a list.</summary>
    private string AliasOf(Derivation made) => made.List.Name + (IsByXml(made) ? "_joined" : "_of_row");

    private bool IsByXml(Derivation made) => made is JoinedItems && !hasStringAgg;

    private Block WriteQuery(ItemList list, List<Column> made)
    {
        var query = new Block("(");
        var select = new Block("SELECT");
        for (var i = 0; i < made.Count; i++)
        {
            var end = i + 1 < made.Count ? "," : "";
            select.Add(Write(list, made[i].Derivation!).Suffix($" AS {SqlName.Bracket(made[i].Name)}{end}"), indent: 1);
        }

        query.Add(select, indent: 1);
        if (!IsByXml(made[0].Derivation!))
        {
            AddItems(query, list, indent: 1);
        }

        return query.Add($") AS {SqlName.Bracket(AliasOf(made[0].Derivation!))}");
    }

    /// <summary>FROM and WHERE: the items of the row.</summary>
    private void AddItems(Block query, ItemList list, int indent)
    {
        foreach (var line in subqueries.From(list))
        {
            query.Add(line, indent);
        }

        var links = subqueries.Links(list);
        for (var i = 0; i < links.Count; i++)
        {
            query.Add($"{(i == 0 ? "WHERE" : "AND")} {links[i].Text}", indent + (i == 0 ? 0 : 1));
        }
    }

    private Block Write(ItemList list, Derivation made)
    {
        var item = subqueries.WriteItem(list, made.Item);
        var position = subqueries.WriteItem(list, list.Type.Position!);
        if (made is ItemAt at)
        {
            return new Block(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"MAX(CASE WHEN {position} = {at.Position} THEN {item} END)"
                )
            );
        }

        var joined = (JoinedItems)made;
        var type = (CharacterType)made.Item.Type;
        var wide = $"{(type.IsUnicode ? "nvarchar" : "varchar")}(max)";
        var text = hasStringAgg
            ? new Block(
                $"STRING_AGG(CAST({item} AS {wide}), {SqlText.Literal(joined.Separator, type.IsUnicode)}) "
                    + $"WITHIN GROUP (ORDER BY {position})"
            )
            : JoinByXml(list, joined, item, position, type, wide);
        return text.Prefix(joined.Before.Length == 0 ? "" : $"{SqlText.Literal(joined.Before, type.IsUnicode)} + ")
            .Suffix(joined.After.Length == 0 ? "" : $" + {SqlText.Literal(joined.After, type.IsUnicode)}");
    }

    /// <summary>The separator before each item, all as one text, without the first separator (rule 3.14).</summary>
    private Block JoinByXml(
        ItemList list,
        JoinedItems joined,
        string item,
        string position,
        CharacterType type,
        string wide
    )
    {
        var text = new Block("CAST(STUFF((").Add(
            $"SELECT {SqlText.Unicode(joined.Separator)} + CAST({item} AS nvarchar(max))",
            indent: 1
        );
        AddItems(text, list, indent: 1);
        var length = joined.Separator.Length.ToString(CultureInfo.InvariantCulture);
        return text.Add($"ORDER BY {position}", indent: 1)
            .Add("FOR XML PATH(N''), TYPE", indent: 1)
            .Add($").value(N'.', N'nvarchar(max)'), 1, {length}, N'') COLLATE {type.Collation!.Name} AS {wide})");
    }
}
