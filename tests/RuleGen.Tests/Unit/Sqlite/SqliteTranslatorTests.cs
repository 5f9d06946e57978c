using RuleGen.Model;
using RuleGen.Model.Authoring;
using RuleGen.Rules;
using RuleGen.Sqlite;
using RuleGen.Sqlite.Collations;
using RuleGen.Tests.TestData;

namespace RuleGen.Tests.Unit.Sqlite;

internal sealed class SqliteTranslatorTests
{
    private static readonly CharacterType VarChar = CharacterType.VarChar(20, Collation.Latin1GeneralCiAs);

    private static readonly Source Source = new(
        new TableName("dbo", "T"),
        alias: "T",
        key: ["Id"],
        carried: [],
        columns: [new Column("Id", IntegerType.Int, isNullable: false), new Column("X", VarChar, isNullable: true)]
    );

    private static CharacterOperand X => Source.Text("X");

    [Test]
    public void Everything_that_a_coding_can_hold_is_translatable()
    {
        foreach (var coding in Everything.Codings)
        {
            using var database = SqliteDatabase.Create(Everything.Source);
            var translation = SqliteTranslator.Translate(coding, Everything.Source);
            Assert.That(translation.Untranslatable, Is.Empty);
            database.CreateView("v", translation);
            Assert.That(database.ReadView("v"), Is.Empty);
        }
    }

    [Test]
    public void Three_thousand_arms_and_a_chain_as_long_are_taken()
    {
        var arms = new CodingBuilder();
        var patterns = Enumerable.Range(0, 3000).Select(i => $"%{i:0000}").ToList();
        foreach (var pattern in patterns)
        {
            arms.When(X.Like(pattern), pattern);
        }

        var chain = Or.Of(patterns.Select(pattern => X.Like(pattern)).ToValueList());
        using var table = OneColumn.OfText(VarChar, "a0000", "a2999 ", "a3000", null);
        Assert.That(
            table.Truths(chain),
            Is.EqualTo(new Truth?[] { Truth.True, Truth.True, Truth.False, Truth.Unknown })
        );
        using var database = SqliteDatabase.Create(Source);
        database.Load([RowOf(1, "x2999")]);
        database.CreateView("v", SqliteTranslator.Translate(arms.Build(), Source));
        Assert.That(database.ReadView("v").Single().Result.Outcome, Is.EqualTo("%2999"));
    }

    [Test]
    public void A_list_of_ten_thousand_items_is_taken()
    {
        using var table = OneColumn.OfText(VarChar, "9999 ", "10000");
        var list = X.In([.. Enumerable.Range(0, 10000).Select(i => CharacterLiteral.FromString($"{i}"))]);
        Assert.That(table.Truths(list), Is.EqualTo(new Truth?[] { Truth.True, Truth.False }));
    }

    /// <summary>The deepest nesting that the translator takes is one that SQLite takes.</summary>
    [TestCase(0)]
    [TestCase(20)]
    [TestCase(60)]
    public void Deep_nesting_is_taken_up_to_the_limit_of_SQLite_and_listed_beyond(int functions)
    {
        var operand = Enumerable.Range(0, functions).Aggregate(X, (x, _) => Sql.IsNull(x, X).Upper());
        foreach (var leaf in (Predicate[])[operand.Like("%a_"), operand.NotBetween("a", "b"), operand.NotIn("a", "b")])
        {
            var (taken, listed) = (0, 1001);
            while (listed - taken > 1)
            {
                var middle = (taken + listed) / 2;
                (taken, listed) = Nested(leaf, middle).Sql is null ? (taken, middle) : (middle, listed);
            }

            using var database = SqliteDatabase.Create(Source);
            database.Load([RowOf(1, "ab")]);
            database.CreateView("v", Nested(leaf, taken));
            Assert.That(database.ReadView("v").Count(), Is.EqualTo(1));
            Assert.That(Nested(leaf, listed).Untranslatable, Has.Count.EqualTo(1));
            Assert.That(taken, Is.GreaterThan(200));
        }
    }

    [Test]
    public void What_is_too_deep_is_listed_with_the_reason()
    {
        var predicate = Enumerable.Range(0, 1001).Aggregate(X.IsNull(), (inner, _) => !inner);
        var translation = SqliteTranslator.Translate(
            new CodingBuilder().When(X.IsNotNull(), "x").When(predicate, "y").Where(predicate).Build(),
            Source
        );
        Assert.That(translation.Sql, Is.Null);
        Assert.That(translation.Untranslatable.Select(each => each.Predicate), Is.EqualTo([predicate]));
        Assert.That(translation.Untranslatable[0].Reason, Does.Contain("1000 levels"));
    }

    [Test]
    public void A_collation_without_facts_is_listed_with_each_predicate_that_needs_it()
    {
        Predicate[] predicates = [X.Like("a"), X.EqualTo("a"), X.In("a"), X.Between("a", "b")];
        foreach (var predicate in predicates)
        {
            var listed = Translate(predicate | X.IsNull(), (_, _) => null);
            Assert.That(listed.Sql, Is.Null);
            Assert.That(
                listed.Untranslatable,
                Is.EqualTo([new Untranslatable(predicate, "Collation Latin1_General_CI_AS is not in SQLite's table")])
            );
        }

        Assert.That(Translate(X.IsNull(), (_, _) => null).Sql, Is.Not.Null);
    }

    [Test]
    public void Characters_and_ranges_and_orders_without_facts_are_listed()
    {
        static CollationFacts? Legacy(Collation collation, bool isUnicode) => LatinFacts.Legacy;
        foreach (
            var predicate in (Predicate[])
                [X.Like("%¼%"), X.Like("[¼]"), X.Like("[0-z]"), X.EqualTo("¼"), X.In("a", "¼"), X.Between("a", "b")]
        )
        {
            var listed = Translate(predicate, Legacy);
            Assert.That(listed.Sql, Is.Null, $"{predicate}");
            Assert.That(listed.Untranslatable[0].Predicate, Is.EqualTo(predicate));
        }
    }

    [Test]
    public void The_coding_is_bound_to_the_source()
    {
        var wide = Source.WithCollation(Collation.Latin1GeneralBin2);
        var translation = SqliteTranslator.Translate(new CodingBuilder().When(X.EqualTo("a"), "x").Build(), wide);
        Assert.That(translation.Coding.Columns, Is.EqualTo([wide.Columns[1]]));
        Assert.That(translation.Source, Is.EqualTo(wide));
        var missing = new Source(new TableName("dbo", "T"), "T", ["Id"], [], [Source.Columns[0]]);
        var problem = Refused.Problem(() => SqliteTranslator.Translate(translation.Coding, missing));
        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.UnboundColumn));
    }

    [Test]
    public void The_query_is_as_approved()
    {
        var translation = SqliteTranslator.Translate(BackPainFusion.Coding.Coding, Apcs.Source);
        Approved.Check("Sqlite/2Y_back_pain_fusion.sql", translation.Sql + "\n");
    }

    private static SqliteTranslation Nested(Predicate leaf, int depth) =>
        SqliteTranslator.Translate(
            new CodingBuilder().Where(Enumerable.Range(0, depth).Aggregate(leaf, (inner, _) => !inner)).Build(),
            Source
        );

    private static SqliteTranslation Translate(Predicate predicate, Func<Collation, bool, CollationFacts?> findFacts) =>
        SqliteTranslator.Translate(new Coding([], null, predicate), Source, findFacts);

    private static Row RowOf(int id, string text) => new(Source.Columns, [SqlValue.Of(id), SqlValue.Of(text)]);
}
