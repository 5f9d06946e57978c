using RuleGen.Model;

namespace RuleGen.Tests.Property;

/// <summary>Draws a source: a key, and a few columns of every kind of type, all under one collation.</summary>
internal sealed class SourceGenerator(Draw draw)
{
    /// <summary>The longest text that a column holds, where its type does not say <c>max</c>.</summary>
    public const int MostCharacters = 6;

    private static readonly string[] Names = ["A", "B", "C_1", "Long name", "Select", "odd]name", "größe", "x-y", "E"];

    public Source Next()
    {
        var collation = draw.Of(Collation.All);
        var count = draw.Between(2, 5);
        var names = Names.OrderBy(_ => draw.Below(int.MaxValue)).Take(count).ToList();
        // One text column at least: most of T-SQL's traps are about texts.
        var columns = names.Select((name, i) => new Column(name, Type(collation, i == 0), draw.Chance(75)));
        ValueList<ItemList> lists = draw.Chance(45) ? [List(collation)] : [];
        return new Source(
            new TableName("dbo", "T"),
            alias: "t",
            key: ["Key"],
            carried: [],
            columns:
            [
                new Column("Key", IntegerType.Int, isNullable: false),
                .. columns,
                .. lists.SelectMany(list => Made(list)),
            ],
            lists: lists
        );
    }

    /// <summary>A list in a child table or in numbered columns, of one column or two.</summary>
    private ItemList List(Collation collation)
    {
        var isNumbered = draw.Chance(35);
        var isUnicode = draw.Chance(30);
        Column Item(string name, SqlType type) => new(name, type, isNumbered || draw.Chance(50));
        CharacterType Text() => CharacterType.Create(isUnicode, draw.Chance(30), draw.Between(1, 4), collation);
        ValueList<Column> columns = draw.Chance(65)
            ? [Item("Code", Text())]
            : [Item("Code", Text()), Item("odd]kind", draw.Chance(50) ? Text() : Type(collation, isText: false))];
        if (columns is [_, { Type: CharacterType { IsUnicode: var other } }] && other != isUnicode)
        {
            columns = [columns[0]];
        }

        var name = draw.Of("Items", "odd]list", "Item list");
        if (isNumbered)
        {
            var count = draw.Between(1, 4);
            return new ItemList(
                name,
                new ListType(columns, hasPosition: true, mostItems: count),
                new NumberedColumns(
                    columns
                        .Select((_, i) => Enumerable.Range(1, count).Select(at => $"N{i}_{at}").ToValueList())
                        .ToValueList()
                )
            );
        }

        var hasPosition = draw.Chance(80);
        return new ItemList(
            name,
            new ListType(columns, hasPosition, isDense: hasPosition && draw.Chance(30)),
            new ChildRows(new TableName("dbo", "Child"), ["Row key"], hasPosition ? "Pos" : null)
        );
    }

    /// <summary>Columns that are made of a list.</summary>
    private IEnumerable<Column> Made(ItemList list)
    {
        if (list.Type.Position is null)
        {
            yield break;
        }

        if (draw.Chance(70))
        {
            yield return Column.Made(
                "Item",
                new ItemAt(
                    list.Column,
                    draw.Of(list.Type.Columns),
                    draw.Between(1, Math.Min(2, list.Type.MostItems ?? 2))
                )
            );
        }

        if (draw.Chance(60))
        {
            yield return Column.Made(
                "All items",
                draw.Made(() =>
                    new JoinedItems(
                        list.Column,
                        list.Type.Columns[0],
                        draw.Of(",", "", "A", "||"),
                        draw.Of("", "", "|"),
                        draw.Of("", "", "|", "1 ")
                    )
                )
            );
        }
    }

    private SqlType Type(Collation collation, bool isText)
    {
        if (!isText && draw.Chance(40))
        {
            return draw.Chance(60) ? draw.Of(IntegerType.All)
                : draw.Chance(70) ? draw.Of(TemporalType.All)
                : DecimalType.Of(draw.Between(3, 18), draw.Between(0, 3), isNumeric: draw.Chance(30));
        }

        var isFixedLength = draw.Chance(35);
        int? length = !isFixedLength && draw.Chance(10) ? null : draw.Between(1, MostCharacters);
        return CharacterType.Create(isUnicode: draw.Chance(40), isFixedLength, length, collation);
    }
}
