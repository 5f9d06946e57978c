using System.Text;
using RuleGen.Data.Checks;
using RuleGen.Data.Csv;
using RuleGen.Model;

namespace RuleGen.Tests.Unit.Checks;

/// <summary>What ordinary files hold that makes figures wrong without an error is said.</summary>
public sealed class DoubtTests
{
    private static readonly CharacterType Text = CharacterType.VarChar(20, Collation.Latin1GeneralCiAs);

    private static readonly Column Id = new("Id", IntegerType.Int, isNullable: false);

    private static readonly ValueList<Column> Columns =
    [
        Id,
        new Column("Method", Text, isNullable: true, shape: new ValueShape(["[0-9][0-9]", "2[A-D]"])),
        new Column("Codes", Text, isNullable: true, new CodeList(["[A-Z][0-9][0-9]_"], [","])),
        new Column("PatientAge", IntegerType.Int, isNullable: true),
        new Column("Stage", IntegerType.Int, isNullable: true),
        new Column("Score", IntegerType.Int, isNullable: true, shape: new ValueShape([], 1, 5)),
    ];

    [TestCase("1,11,,,,", "")]
    [TestCase("1,2a,A123,0,-1,5", "")]
    [TestCase("1,NULL,,,,", "WrittenNull Method: 1, line 2 'NULL'")]
    [TestCase("1,null,,,,", "WrittenNull Method: 1, line 2 'null'")]
    [TestCase("1,\"NULL\",,,,", "OtherShape Method: 1, line 2 'NULL'")]
    [TestCase("1,2,,,,", "OtherShape Method: 1, line 2 '2'")]
    [TestCase("1,11,V38.2,,,", "DottedCode Codes: 1, line 2 'V38.2'")]
    [TestCase("1,,,-5,,", "OtherShape PatientAge: 1, line 2 '-5'")]
    [TestCase("1,,,,,0", "OtherShape Score: 1, line 2 '0'")]
    [TestCase("1,,,,,6", "OtherShape Score: 1, line 2 '6'")]
    [TestCase("1,,,,,\n2,,,,,\n1,,,,,\n1,,,,,", "RepeatedKey : 2, line 4 '', line 5 ''")]
    [TestCase("1,2,,,,\n2,3,,,,\n3,2,,,,\n4,2,,,,", "OtherShape Method: 4, line 2 '2', line 3 '3', line 4 '2'")]
    public void What_is_doubtful_is_said_once(string rows, string expected) =>
        Assert.That(string.Join("; ", Read(rows, "").Select(Describe)), Is.EqualTo(expected));

    [Test]
    public void NULL_written_as_the_command_says_is_NULL() =>
        Assert.That(Read("1,NULL,NULL,NULL,NULL,NULL", "NULL"), Is.Empty);

    [Test]
    public void The_row_of_a_doubt_has_its_key() =>
        Assert.That(Read("7,2,,,,", "")[0].First[0].Key.ToString(), Is.EqualTo("Id = 7"));

    [TestCase("Age", true)]
    [TestCase("Age_At_Start_of_Spell_SUS", true)]
    [TestCase("Der_Age_at_CDS_Activity_Date", true)]
    [TestCase("patient_age", true)]
    [TestCase("PATIENT_AGE", true)]
    [TestCase("PatientAge", true)]
    [TestCase("Stage", false)]
    [TestCase("Agent", false)]
    [TestCase("Page_Number", false)]
    [TestCase("Average", false)]
    public void An_age_is_known_by_the_word(string name, bool isAge)
    {
        var column = new Column(name, IntegerType.Int, isNullable: false);
        var input = new CsvInput(new MemoryStream(Encoding.UTF8.GetBytes($"{name}\n-1\n")), "t.csv");
        using var reader = input.Read([column]);
        while (reader.Read()) { }

        Assert.That(input.Doubts, Has.Count.EqualTo(isAge ? 1 : 0));
    }

    [Test]
    public void Keys_of_several_columns_are_told_apart_by_their_fields()
    {
        ValueList<Column> key = [new Column("a", Text, isNullable: false), new Column("b", Text, isNullable: false)];
        var text = "a,b\nab,c\na,bc\n,abc\nA,bc\n\"ab\",c\n";
        var input = new CsvInput(new MemoryStream(Encoding.UTF8.GetBytes(text)), "t.csv", nullToken: "NULL");
        using var reader = input.Read(key, key);
        while (reader.Read()) { }

        Assert.That(input.Doubts.Select(Describe), Is.EqualTo(["RepeatedKey : 1, line 6 ''"]));
    }

    [Test]
    public void Keys_are_remembered_up_to_a_number_and_then_compared_with_the_one_before()
    {
        var keys = new KeyCheck();
        for (var i = 1; i <= KeyCheck.MostRemembered; i++)
        {
            Assert.That(keys.IsRepeated(Spread(i)), Is.False);
        }

        Assert.That(keys.IsFull, Is.False);
        Assert.That(keys.IsRepeated(Spread(1)));
        Assert.That(keys.IsRepeated(Spread(KeyCheck.MostRemembered + 1)), Is.False);
        Assert.That(keys.IsFull);
        Assert.That(keys.IsRepeated(Spread(KeyCheck.MostRemembered + 1)));
    }

    [TestCase("{ \"values\": [\"x\"] }", "int", "Column 'c' is int, and has 'values'")]
    [TestCase("{ \"minimum\": 0 }", "varchar(2)", "Column 'c' is varchar(2), and has a 'minimum' or 'maximum'")]
    [TestCase("{ \"minimum\": 2, \"maximum\": 1 }", "int", "Column 'c' has the minimum 2 above the maximum 1")]
    [TestCase("{ \"minimum\": 1.5 }", "int", "'minimum' of column 'c' is a number that is not whole")]
    [TestCase("{ \"values\": [\"[0-9\"] }", "varchar(2)", null)]
    public void A_shape_that_values_cannot_have_is_refused(string members, string type, string? message)
    {
        var json = $$"""
            {
              "from": { "schema": "dbo", "table": "t", "alias": "t" },
              "collation": "Latin1_General_CI_AS",
              "key": ["k"],
              "columns": [
                { "name": "k", "type": "int", "nullable": false },
                { "name": "c", "type": "{{type}}", "nullable": true, {{members[1..^1]}} }
              ]
            }
            """;
        using var folder = new TemporaryFolder();
        var file = folder.Write("s.json", json);

        if (message is null)
        {
            Assert.That(SourceFile.Read(file).Find("c")!.Shape!.Patterns, Has.Count.EqualTo(1));
        }
        else
        {
            Assert.That(Refused.Problem(() => SourceFile.Read(file)).Message, Does.StartWith(message));
        }
    }

    private static ulong Spread(int number) => (ulong)number * 0x9E3779B97F4A7C15;

    private static ValueList<DataDoubt> Read(string rows, string nullToken)
    {
        var names = string.Join(',', Columns.Select(column => column.Name));
        var input = new CsvInput(new MemoryStream(Encoding.UTF8.GetBytes($"{names}\n{rows}\n")), "t.csv", nullToken);
        using var reader = input.Read(Columns, [Id]);
        while (reader.Read()) { }

        return input.Doubts;
    }

    private static string Describe(DataDoubt doubt) =>
        $"{doubt.Kind} {doubt.Column?.Name}: {doubt.Count}, "
        + string.Join(", ", doubt.First.Select(row => $"line {row.Line} '{row.Value}'"));
}
