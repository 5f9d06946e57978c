using RuleGen.Model;
using RuleGen.Model.Authoring;
using RuleGen.Sqlite;

namespace RuleGen.Tests.Unit.Sqlite;

internal sealed class SqliteDatabaseTests
{
    private static readonly CharacterType VarChar = CharacterType.VarChar(5, Collation.Latin1GeneralCiAs);

    private static readonly Source Source = SourceOf(
        new Column("Id", IntegerType.TinyInt, isNullable: false),
        new Column("X", VarChar, isNullable: true)
    );

    private static readonly Coding Coding = new CodingBuilder()
        .When(Source.Text("X").Like("a%"), "a")
        .Where(Source.Text("X").IsNotNull())
        .Build();

    [Test]
    public void A_file_keeps_table_and_view_for_others_to_read()
    {
        using var folder = new TemporaryFolder();
        var path = folder["check.db"];
        using (var database = SqliteDatabase.Create(Source, path))
        {
            database.Load([RowOf(1, "abc")]);
            database.CreateView("2Y", SqliteTranslator.Translate(Coding, Source));
        }

        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT \"Id\" || \"Kept\" || \"Outcome\" FROM \"2Y\"";
        Assert.That(command.ExecuteScalar(), Is.EqualTo("11a"));
    }

    [Test]
    public void A_file_that_exists_is_left_alone()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("check.db", "mine");
        var problem = Refused.Problem(() => SqliteDatabase.Create(Source, path));
        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.UnwritableFile));
        Assert.That(File.ReadAllText(path), Is.EqualTo("mine"));
    }

    [Test]
    public void A_file_in_a_folder_that_is_not_there_is_refused()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder["missing"], "check.db");
        var problem = Refused.Problem(() => SqliteDatabase.Create(Source, path));
        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.UnwritableFile));
        Assert.That(problem.Message, Does.Contain(path));
    }

    [Test]
    public void Rows_are_added_and_cleared_and_views_replaced()
    {
        using var database = SqliteDatabase.Create(Source);
        database.Load([RowOf(1, "abc"), RowOf(2, "b")]);
        database.CreateView("v", SqliteTranslator.Translate(Coding, Source));
        database.Load([RowOf(3, null)]);
        Assert.That(
            database.ReadView("v").Select(result => (result.Number, result.Key[0].Integer, result.Result)),
            Is.EqualTo([(1, 1, new Result(true, "a")), (2, 2, new Result(true, null)), (3, 3, Result.NotKept)])
        );
        database.Clear();
        Assert.That(database.ReadView("v"), Is.Empty);
        database.Load([RowOf(4, "b")]);
        var other = new CodingBuilder().When(Source.Text("X").EqualTo("B"), "other").Build();
        database.CreateView("V", SqliteTranslator.Translate(other, Source));
        var result = database.ReadView("v").Single();
        Assert.That((result.Number, result.Result), Is.EqualTo((1, new Result(true, "other"))));
    }

    [TestCase(256, "a", "256")]
    [TestCase(1, "abcdef", "'abcdef'")]
    [TestCase(null, "a", "NULL")]
    public void A_value_that_does_not_fit_is_refused_and_nothing_is_loaded(int? id, string text, string quoted)
    {
        using var database = SqliteDatabase.Create(Source);
        database.CreateView("v", SqliteTranslator.Translate(Coding, Source));
        var bad = new Row(Source.Columns, [id is { } number ? SqlValue.Of(number) : SqlValue.Null, SqlValue.Of(text)]);
        var problem = Refused.Problem(() => database.Load([RowOf(1, "a"), bad]));
        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.CsvInvalidValue));
        Assert.That(problem.Message, Does.StartWith($"Row 2 has {quoted} in column '"));
        Assert.That(database.ReadView("v"), Is.Empty);
        database.Load([RowOf(7, "b")]);
        Assert.That(database.ReadView("v").Single().Number, Is.EqualTo(1));
    }

    /// <summary>Not test cases: their names would be no Unicode.</summary>
    [Test]
    public void A_value_with_an_unmodelled_character_is_not_evaluated()
    {
        CheckUnmodelled("ß", 'ß');
        CheckUnmodelled("a\0b", '\0');
        CheckUnmodelled("\t", '\t');
        CheckUnmodelled("\u007F", '\u007F');
        CheckUnmodelled("ab\uD83D\uDE00", '\uD83D');
        CheckUnmodelled("\uDE00", '\uDE00');
        CheckUnmodelled("\uFFFF", '\uFFFF');
    }

    [Test]
    public void A_test_for_NULL_does_not_look_at_characters()
    {
        using var table = OneColumn.OfText(VarChar, "ß", "\0", null);
        Assert.That(
            table.Truths(table.Text.Right(1).IsNull()),
            Is.EqualTo(new Truth?[] { Truth.False, Truth.False, Truth.True })
        );
    }

    [Test]
    public void Order_and_letter_case_ask_more_of_characters_than_equality()
    {
        using var windows = OneColumn.OfText(VarChar, "a", "a,", "½");
        Assert.That(
            windows.Truths(windows.Text.Is(ComparisonOperator.LessThan, "b")),
            Is.EqualTo(new Truth?[] { Truth.True, null, null })
        );
        using var binary = OneColumn.OfText(CharacterType.VarChar(5, Collation.Latin1GeneralBin2), "é", "e");
        Assert.That(binary.Truths(binary.Text.EqualTo("é")), Is.EqualTo(new Truth?[] { Truth.True, Truth.False }));
        Assert.That(binary.Truths(binary.Text.Upper().EqualTo("E")), Is.EqualTo(new Truth?[] { null, Truth.True }));
    }

    [Test]
    public void One_predicate_over_one_row_tells_what_it_cannot_evaluate()
    {
        var predicate = Source.Text("X").Like("a%");
        Assert.That(SqliteDatabase.EvaluatePredicate(predicate, RowOf(1, "abc")), Is.EqualTo(Truth.True));
        Assert.That(SqliteDatabase.EvaluatePredicate(predicate, RowOf(1, null)), Is.EqualTo(Truth.Unknown));
        Assert.That(
            () => SqliteDatabase.EvaluatePredicate(predicate, RowOf(1, "aß")),
            Throws.ArgumentException.With.Message.Contains("ß")
        );
        var deep = Enumerable.Range(0, 1001).Aggregate(predicate, (inner, _) => !inner);
        Assert.That(
            () => SqliteDatabase.EvaluatePredicate(deep, RowOf(1, "a")),
            Throws.ArgumentException.With.Message.Contains("levels")
        );
    }

    [Test]
    public void Any_name_and_any_label_is_safe()
    {
        string[] names =
        [
            "#",
            "usual",
            "answer",
            "key",
            "Kept",
            "rowid",
            "a\"b'c];--",
            "é",
            "\uD800",
            "#_",
            "t",
            "select",
        ];
        var source = new Source(
            new TableName("my schema", "table \"x\"; DROP"),
            alias: "T",
            key: ["Kept", "#"],
            carried: [],
            columns: [.. names.Select(name => new Column(name, VarChar, isNullable: false))]
        );
        var label = "it's\0 \"x\" \uD83D\uDE00 \uDE00 ]; --";
        var builder = new CodingBuilder();
        foreach (var name in names)
        {
            builder.When(source.Text(name).EqualTo("hit"), name + label);
        }

        using var database = SqliteDatabase.Create(source);
        foreach (var hit in names)
        {
            database.Load([new(source.Columns, [.. names.Select(name => SqlValue.Of(name == hit ? "hit" : "no\0"))])]);
        }

        database.Clear();
        foreach (var hit in names)
        {
            var row = new Row(source.Columns, [.. names.Select(name => SqlValue.Of(name == hit ? "hit" : "no"))]);
            database.Load([row]);
            var found = SqliteDatabase.EvaluatePredicate(source.Text(hit).EqualTo("hit"), row);
            Assert.That(found, Is.EqualTo(Truth.True), hit);
        }

        var view = "v'\"; DROP TABLE x; --\uD800";
        database.CreateView(view, SqliteTranslator.Translate(builder.Build(), source));
        Assert.That(
            database.ReadView(view).Select(result => result.Result.Outcome),
            Is.EqualTo(names.Select(name => name + label))
        );
        Assert.That(database.ReadView(view).First().Key.Select(value => value.Text), Is.EqualTo(["no", "hit"]));
    }

    [Test]
    public void A_key_comes_back_as_it_was_loaded()
    {
        var source = SourceOf(
            new Column("Id", CharacterType.NVarChar(null, Collation.Latin1GeneralBin2), isNullable: false),
            new Column("Day", SqlTypeParser.Parse("date", Collation.Latin1GeneralBin2), isNullable: true)
        );
        var key = "a\0\uD83D\uDE00\uD800\uFFFF ";
        using var database = SqliteDatabase.Create(source);
        var day = TemporalType.Date.Value(TemporalType.Date.Find(new DateTime(2024, 9, 30))!.Value);
        database.Load([new(source.Columns, [SqlValue.Of(key), day])]);
        var coding = new CodingBuilder().Where(source.Text("Id").IsNotNull()).Build();
        database.CreateView("v", SqliteTranslator.Translate(coding, source));
        Assert.That(database.ReadView("v").Single().Key, Is.EqualTo(new[] { SqlValue.Of(key) }));
    }

    [TestCase("sqlite_x")]
    [TestCase("SQLITE_x")]
    [TestCase("")]
    [TestCase("DBO.t")]
    public void A_name_that_SQLite_does_not_give_to_a_view_is_refused(string name)
    {
        using var database = SqliteDatabase.Create(Source);
        var problem = Refused.Problem(() => database.CreateView(name, SqliteTranslator.Translate(Coding, Source)));
        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.InvalidName));
    }

    [Test]
    public void A_schema_that_SQLite_keeps_for_itself_is_refused()
    {
        var source = new Source(new TableName("sqlite_a", "T"), "T", ["Id"], [], Source.Columns);
        Assert.That(Refused.Problem(() => SqliteDatabase.Create(source)).Code, Is.EqualTo(ErrorCodes.InvalidName));
    }

    [Test]
    public void A_view_takes_a_whole_translation_over_the_same_source_only()
    {
        using var database = SqliteDatabase.Create(Source);
        var deep = Enumerable.Range(0, 1001).Aggregate(Source.Text("X").IsNull(), (inner, _) => !inner);
        var partly = SqliteTranslator.Translate(new CodingBuilder().Where(deep).Build(), Source);
        var elsewhere = SqliteTranslator.Translate(Coding, Source.WithCollation(Collation.Latin1GeneralBin2));
        Assert.That(() => database.CreateView("v", partly), Throws.ArgumentException);
        Assert.That(() => database.CreateView("v", elsewhere), Throws.ArgumentException);
        Assert.That(() => database.ReadView("v"), Throws.ArgumentException);
    }

    private static void CheckUnmodelled(string text, char character)
    {
        using var database = SqliteDatabase.Create(Source);
        database.Load([RowOf(1, "a"), RowOf(2, text), RowOf(3, "a¹")]);
        database.CreateView("v", SqliteTranslator.Translate(Coding, Source));
        var results = database.ReadView("v").ToList();
        Assert.That(results[1].NotEvaluated, Is.EqualTo(new UnmodelledCharacter(Source.Columns[1], character)));
        Assert.That(results[1].Key[0].Integer, Is.EqualTo(2));
        Assert.That(
            ((SqliteResult[])[results[0], results[2]]).Select(result => (result.Result, result.NotEvaluated)),
            Is.EqualTo([(new Result(true, "a"), null), (new Result(true, "a"), (UnmodelledCharacter?)null)])
        );
    }

    private static Source SourceOf(params Column[] columns) =>
        new(new TableName("dbo", "T"), alias: "T", key: [columns[0].Name], carried: [], columns: [.. columns]);

    private static Row RowOf(int id, string? text) =>
        new(Source.Columns, [SqlValue.Of(id), text is null ? SqlValue.Null : SqlValue.Of(text)]);
}
