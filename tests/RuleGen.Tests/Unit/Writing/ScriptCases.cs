using RuleGen.Model;
using RuleGen.Model.Authoring;
using RuleGen.Rules;

namespace RuleGen.Tests.Unit.Writing;

/// <summary>Codings whose scripts are approved.</summary>
internal static class ScriptCases
{
    /// <summary>A source whose every name needs its brackets.</summary>
    /// <param name="bracket">What stands where a name has a closing bracket; not every server takes one.</param>
    public static Source OddSource(string bracket = "]") =>
        new(
            new TableName("my schema", $"spells{bracket}; DROP TABLE x; --"),
            alias: $"my [odd{bracket}",
            key: [$"key{bracket}", "Select"],
            carried: ["when"],
            columns:
            [
                new Column($"key{bracket}", IntegerType.BigInt, isNullable: false),
                new Column("Select", CharacterType.Char(3, Collation.Latin1GeneralBin2), isNullable: false),
                new Column("when", SqlTypeParser.Parse("datetime2(3)", Collation.Latin1GeneralCiAs), isNullable: true),
                new Column(
                    $"O'Brien's{bracket} col",
                    CharacterType.VarChar(20, Collation.Latin1GeneralBin2),
                    isNullable: true
                ),
                new Column("a b", CharacterType.NVarChar(null, Collation.Latin1GeneralBin2), isNullable: true),
                new Column("a_b", CharacterType.NChar(5, Collation.SqlLatin1GeneralCp1CiAs), isNullable: true),
                new Column("A-B", IntegerType.TinyInt, isNullable: true),
                new Column("größe", IntegerType.SmallInt, isNullable: true),
            ]
        );

    /// <summary>Names and literals that fight back, and comments that want to be code.</summary>
    public static PublishedCoding Odd(Source source) =>
        new()
        {
            Id = $"it's {source.Alias}",
            Title = "Comments cannot get out: */ DROP TABLE x; --\nGO\nDROP TABLE y;",
            Publication = "O'Brien & Søn $(publication) {{token}}",
            Edition = "Édition “1”",
            Coding = new CodingBuilder()
                .When(
                    source
                        .Text(source.Columns[3].Name)
                        .Like("%'; DROP TABLE x; --%")
                        .Comment("first line\r\nGO\n:r c:\\x.sql\n!! dir")
                        .TrailingComment("trailing */ $(x)\u2028GO")
                        .Cites("A sentence with 'quotes', */ and a line\nGO\nof its own")
                        & source.Text("a b").IsNotNull().Note("{{note}}"),
                    Label.Of("O'Brien é", isUnicode: false),
                    Documentation.None.Comment("on the arm", CommentPlacement.Before).Note("arm note")
                )
                .When(
                    source.Text("a_b").EqualTo(CharacterLiteral.Unicode("x")) | source.Number("A-B") > 3,
                    Label.Of("'''日本''", isUnicode: true)
                )
                .When(source.Number("größe").In(1, 2, 3), Label.Null)
                .Else("]]", Documentation.None.Comment("after else", CommentPlacement.After))
                .Where(
                    source.Text("Select").NotLike("a\tb").NotInGuidance(),
                    Documentation.None.Comment("before where", CommentPlacement.Before)
                )
                .WrittenWithCase()
                .Build(),
        };

    /// <summary>Arms without exclusions, and exclusions without arms.</summary>
    public static PublishedCoding ArmsOnly { get; } =
        Named("arms_only", new CodingBuilder().When(Apcs.AdmissionMethod.Like("2%"), "emergency").Build());

    public static PublishedCoding ExclusionsOnly { get; } =
        Named(
            "exclusions_only",
            new CodingBuilder()
                .Where(Apcs.AgeAtStartOfSpellSus >= 19 | Apcs.AgeAtStartOfSpellSus.IsNull())
                .WrittenWithoutWhere()
                .Build()
        );

    public static PublishedCoding Named(string id, Coding coding) =>
        new()
        {
            Id = id,
            Title = "A title",
            Publication = "A publication",
            Edition = "An edition",
            Coding = coding,
        };
}
