using RuleGen.Model;

namespace RuleGen.Tests.Unit;

public sealed class SourceFileTests
{
    private const string Valid = """
        {
          "from": { "schema": "dbo", "table": "T", "alias": "t" },
          "collation": "Latin1_General_CI_AS",
          "key": ["Id"],
          "carry": ["Code"],
          "columns": [
            { "name": "Id", "type": "bigint", "nullable": false },
            { "name": "Code", "type": "varchar(4)", "nullable": true, "collation": "Latin1_General_BIN2" },
            { "name": "Born", "type": "date", "nullable": true }
          ]
        }
        """;

    [Test]
    public void A_schema_file_gives_its_source()
    {
        var source = SourceFile.Parse(Valid);

        Assert.That(
            source,
            Is.EqualTo(
                new Source(
                    new TableName("dbo", "T"),
                    "t",
                    ["Id"],
                    ["Code"],
                    [
                        new Column("Id", IntegerType.BigInt, isNullable: false),
                        new Column("Code", CharacterType.VarChar(4, Collation.Latin1GeneralBin2), isNullable: true),
                        new Column("Born", SqlTypeParser.Parse("date", Collation.Latin1GeneralCiAs), isNullable: true),
                    ]
                )
            )
        );
    }

    [Test]
    public void Carry_may_be_left_out() =>
        Assert.That(
            SourceFile.Parse(Valid.Replace("\"carry\": [\"Code\"],", "", StringComparison.Ordinal)).Carried,
            Is.Empty
        );

    [Test]
    public void Other_names_of_the_table_may_be_listed()
    {
        var json = Valid.Replace(
            "\"alias\": \"t\"",
            "\"alias\": \"t\", \"synonyms\": [\"sus.Spells\", \"[Ware house]..T\", \"Spells\"]",
            StringComparison.Ordinal
        );

        var source = SourceFile.Parse(json);

        Assert.That(
            source.Synonyms.Select(name => name.ToString()),
            Is.EqualTo(["[sus].[Spells]", "[Ware house]..[T]", "[Spells]"])
        );
        Assert.That(source.WithCollation(Collation.Latin1GeneralBin2).Synonyms, Is.EqualTo(source.Synonyms));
        Assert.That(source, Is.Not.EqualTo(SourceFile.Parse(Valid)));
        Assert.That(
            ((string[])["dbo.T", "[DBO].[t]", "T", "SUS.spells", "[ware house]..t", "spells"]).Select(name =>
                source.IsNamed(MultiPartName.Parse(name))
            ),
            Is.All.True
        );
        Assert.That(
            ((string[])["sus.T", "dbo.Spells", "Ware.dbo.T", "x.dbo.T", "[dbo.T]", "TT"]).Select(name =>
                source.IsNamed(MultiPartName.Parse(name))
            ),
            Is.All.False
        );
    }

    [TestCase("\"Spells\"", 2, 70, "RG0202", "'synonyms' is a string. Give an array")]
    [TestCase("[8]", 2, 71, "RG0202", "An item of 'synonyms' is a number. Give a string")]
    [TestCase("[\"a\", \"b.\"]", 2, 76, "RG0009", "'' cannot be the name of a table")]
    [TestCase("[\"a b\"]", 2, 71, "RG0009", "'a b' is no name of a table")]
    public void What_is_wrong_with_other_names_is_reported_at_its_place(
        string synonyms,
        int line,
        int column,
        string code,
        string message
    )
    {
        var json = Valid.Replace(
            "\"alias\": \"t\"",
            $"\"alias\": \"t\", \"synonyms\": {synonyms}",
            StringComparison.Ordinal
        );

        var problem = Refused.Problem(() => SourceFile.Parse(json));

        Assert.That((problem.Position, problem.Code.Id), Is.EqualTo((new TextPosition(line, column), code)));
        Assert.That(problem.ToString(), Does.Contain(message));
    }

    [TestCase("\"dbo\",", "\"dbo\"", 2, 29, "RG0201", "'\"' is invalid after a value")]
    [TestCase("\"from\"", "\"form\"", 2, 3, "RG0202", "unknown member 'form'. Did you mean 'from'")]
    [TestCase("\"from\"", "\"form\"", 1, 1, "RG0202", "lacks the member 'from'. Add it")]
    [TestCase("\"carry\"", "\"qqqqqqqqqq\"", 5, 3, "RG0202", "Use from, collation, key, columns, carry")]
    [TestCase("\"carry\": [\"Code\"]", "\"key\": []", 5, 3, "RG0202", "has the member 'key' twice")]
    [TestCase("\"bigint\"", "8", 7, 29, "RG0202", "'type' of column 'Id' is a number. Give a string")]
    [TestCase("[\"Id\"]", "\"Id\"", 4, 10, "RG0202", "'key' is a string. Give an array")]
    [TestCase("[\"Id\"]", "[]", 4, 10, "RG0202", "The key is empty")]
    [TestCase("false", "\"no\"", 7, 51, "RG0202", "'nullable' of column 'Id' is a string. Give true or false")]
    [TestCase("false", "null", 7, 51, "RG0202", "is null")]
    [TestCase("false", "true", 4, 11, "RG0202", "Key column 'Id' may be NULL")]
    [TestCase("\"varchar(4)\"", "\"int\"", 8, 69, "RG0202", "Column 'Code' is int, and has a collation")]
    [TestCase("\"varchar(4)\"", "\"vrchar(4)\"", 8, 31, "RG0203", "Type 'vrchar(4)' is not known. Use tinyint")]
    [TestCase("\"varchar(4)\"", "\"varchar(9000)\"", 8, 31, "RG0005", "length outside 1 to 8000")]
    [TestCase("\"Born\"", "\"CODE\"", 9, 15, "RG0204", "Column 'CODE' is listed twice")]
    [TestCase("[\"Code\"]", "[\"Cod\"]", 5, 13, "RG0205", "Column 'Cod' in 'carry' is not listed")]
    [TestCase("[\"Code\"]", "[\"Cod\"]", 5, 13, "RG0205", "Did you mean 'Code'")]
    [TestCase("[\"Code\"]", "[\"Code\", \"code\"]", 4, 10, "RG0205", "is named twice")]
    [TestCase("Latin1_General_BIN2", "Klingon_CI_AS", 8, 76, "RG0006", "Collation 'Klingon_CI_AS' is not modelled")]
    [TestCase("Latin1_General_CI_AS", "Klingon_CI_AS", 3, 16, "RG0006", "Use one of Latin1_General_CI_AS")]
    [TestCase("\"T\"", "\" \"", 2, 39, "RG0009", "' ' cannot be the name of a table")]
    [TestCase("\"Born\"", "\"Bo\\nrn\"", 9, 15, "RG0009", "cannot be the name of a column")]
    [TestCase("\"Born\"", "\"\\ud800\"", 9, 15, "RG0201", "half a character")]
    public void What_is_wrong_is_reported_at_its_place(
        string part,
        string replacement,
        int line,
        int column,
        string code,
        string message
    )
    {
        var problems = Problems(Valid.Replace(part, replacement, StringComparison.Ordinal));

        Assert.That(
            problems,
            Has.Some.Matches<Problem?>(problem =>
                problem!.Code.Id == code
                && problem.Position == new TextPosition(line, column)
                && problem.ToString().Contains(message, StringComparison.Ordinal)
            ),
            string.Join('\n', problems)
        );
    }

    [Test]
    public void A_column_can_hold_a_list_of_codes()
    {
        var source = SourceFile.Parse(
            Valid.Replace(
                "\"Latin1_General_BIN2\" }",
                "\"Latin1_General_BIN2\", \"listOf\": { \"separators\": [\"\", \",\"], \"items\": [\"[A-Z]_\"] } }",
                StringComparison.Ordinal
            )
        );

        Assert.That(source.Find("Code")!.List, Is.EqualTo(new CodeList(["[A-Z]_"], ["", ","])));
        Assert.That(source.WithCollation(Collation.Latin1GeneralCiAs).Find("Code")!.List, Is.Not.Null);
        Assert.That(source.Find("Id")!.List, Is.Null);
    }

    [TestCase("{}", 8, 109, "RG0202", "'listOf' of column 'Code' lacks the member 'separators'")]
    [TestCase("[]", 8, 109, "RG0202", "'listOf' of column 'Code' is an array. Give an object")]
    [TestCase("{ \"separators\": [] }", 8, 125, "RG0202", "'listOf' of column 'Code' has no separator")]
    [TestCase("{ \"separators\": \",\" }", 8, 125, "RG0202", "'separators' in 'listOf' of column 'Code' is a string")]
    [TestCase(
        "{ \"separators\": [1] }",
        8,
        126,
        "RG0202",
        "An item of 'separators' in 'listOf' of column 'Code' is a number"
    )]
    [TestCase("{ \"separators\": [\",\"], \"item\": [] }", 8, 132, "RG0202", "Did you mean 'items'")]
    [TestCase("{ \"separators\": [\",\"], \"items\": [\"[^]\"] }", 8, 109, "RG0002", "Pattern '[^]'")]
    [TestCase("{ \"separators\": [\"\u200B\"] }", 8, 109, "RG0003", "U+200B")]
    public void What_is_wrong_with_a_list_of_codes_is_reported_at_its_place(
        string list,
        int line,
        int column,
        string code,
        string message
    ) =>
        What_is_wrong_is_reported_at_its_place(
            "\"Latin1_General_BIN2\" }",
            $"\"Latin1_General_BIN2\", \"listOf\": {list} }}",
            line,
            column,
            code,
            message
        );

    [Test]
    public void A_list_of_codes_is_text()
    {
        var problem = Problems(
                Valid.Replace("false }", "false, \"listOf\": { \"separators\": [\",\"] } }", StringComparison.Ordinal)
            )
            .Single();

        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.IllTyped));
        Assert.That(problem.Message, Does.Contain("column 'Id' is bigint"));
    }

    [Test]
    public void A_position_counts_characters_not_bytes() =>
        Assert.That(
            Problems("""{ "é": 1, "from": 2 }""").Select(problem => problem.Position),
            Does.Contain(new TextPosition(1, 19))
        );

    [Test]
    public void All_that_is_wrong_is_reported_together_in_the_order_of_the_file() =>
        Assert.That(
            Problems(
                    Valid
                        .Replace("\"alias\"", "\"allias\"", StringComparison.Ordinal)
                        .Replace("bigint", "bigit", StringComparison.Ordinal)
                        .Replace("Latin1_General_BIN2", "Nowhere", StringComparison.Ordinal)
                        .Replace("\"Born\"", "\"Code\"", StringComparison.Ordinal)
                )
                .Select(problem => problem.Code.Id),
            Is.EqualTo(new[] { "RG0202", "RG0202", "RG0203", "RG0006", "RG0204" })
        );

    [TestCase("")]
    [TestCase("{")]
    [TestCase("[")]
    [TestCase("{} {}")]
    [TestCase("// comment\n{}")]
    public void What_is_not_json_is_refused(string text) =>
        Assert.That(Problems(text).Single().Code, Is.EqualTo(ErrorCodes.SchemaNotJson));

    [TestCase("[]")]
    [TestCase("1")]
    public void A_file_that_holds_no_object_is_refused(string text) =>
        Assert.That(Problems(text)[0].Code, Is.EqualTo(ErrorCodes.SchemaShape));

    [Test]
    public void A_file_names_itself_in_every_problem()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "{}");

            var problems = Refused.Problems(() => _ = SourceFile.Read(path));

            Assert.That(problems, Has.Count.EqualTo(4).And.All.Property("File").EqualTo(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Test]
    public void The_committed_ddl_is_what_the_schema_file_says()
    {
        var source = SourceFile.Read(Repository.PathOf("sql", "schema", "apcs.json"));

        Assert.That(Repository.Read("sql", "schema", "apcs.sql"), Is.EqualTo(TableScript.Write(source)));
    }

    [Test]
    public void Ddl_brackets_every_name()
    {
        var source = new Source(
            new TableName("a]b", "c"),
            "t",
            ["x]y"],
            [],
            [new Column("x]y", IntegerType.Int, isNullable: false)]
        );

        Assert.That(
            TableScript.Write(source),
            Is.EqualTo("CREATE TABLE [a]]b].[c] (\n    [x]]y] int NOT NULL,\n    PRIMARY KEY ([x]]y])\n);\n")
        );
    }

    private static ValueList<Problem> Problems(string text) => Refused.Problems(() => _ = SourceFile.Parse(text));
}
