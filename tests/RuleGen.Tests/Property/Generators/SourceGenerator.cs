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
        return new Source(
            new TableName("dbo", "T"),
            alias: "t",
            key: ["Key"],
            carried: [],
            columns: [new Column("Key", IntegerType.Int, isNullable: false), .. columns]
        );
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
