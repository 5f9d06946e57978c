using RuleGen.Model;
using RuleGen.Model.Authoring;
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

    [TestCaseSource(typeof(Everything), nameof(Everything.Codings))]
    public void Everything_that_a_coding_can_hold_is_translatable(Coding coding)
    {
        foreach (var source in Collation.All.Select(Everything.Source.WithCollation))
        {
            if (IsRefused(coding, source))
            {
                continue;
            }

            var translation = SqliteTranslator.Translate(coding, source);
            Assert.That(translation.Untranslatable, Is.Empty);
            using var database = SqliteDatabase.Create(source);
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
        static CollationFacts? Legacy(Collation collation, bool isUnicode) => CaseInsensitiveFacts.Legacy;
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
    public void The_query_reads_like_the_coding()
    {
        var coding = new CodingBuilder().When(X.Left(4).Like("%V38[2-6]%"), "a'b").Where(X.NotEqualTo("02")).Build();
        Assert.That(
            SqliteTranslator.Translate(coding, Source).Sql,
            Is.EqualTo(
                """
                SELECT q."#", q."Id",
                  CASE WHEN q."answer" = 0 THEN 0 WHEN q."answer" > 0 THEN 1 END AS "Kept",
                  CASE q."answer" WHEN 1 THEN 'a''b' WHEN 2 THEN NULL END AS "Outcome",
                  CASE q."answer" WHEN -1 THEN 'X' END AS "UnmodelledColumn",
                  CASE q."answer" WHEN -1 THEN (WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE substr(q."X", i, 1) GLOB '[] -&(-,.-\_-~²³¹¼-¾^]') SELECT substr(q."X", max(i), 1) FROM n) END AS "UnmodelledCharacter"
                FROM (
                  SELECT t."#", t."Id", t."X",
                    CASE
                      WHEN t."usual" = 0 AND t."X" GLOB '*[^] -&(-,.-\_-~²³¹¼-¾^]*' THEN -1
                      WHEN (rtrim(replace(replace(replace(upper(t."X"), '¹', '1'), '²', '2'), '³', '3')) <> '02') IS NOT TRUE THEN 0
                      WHEN ((substr(t."X", 1, 4) GLOB '*V[3³]8[2-6²³]*' OR substr(t."X", 1, 4) GLOB '*v[3³]8[2-6²³]*')) THEN 1
                      ELSE 2
                    END AS "answer"
                  FROM "dbo.T" AS t
                  ORDER BY t."#"
                  LIMIT -1
                ) AS q
                WHERE q."#" > 0
                """.ReplaceLineEndings("\n")
            )
        );
    }

    private static SqliteTranslation Nested(Predicate leaf, int depth) =>
        SqliteTranslator.Translate(
            new CodingBuilder().Where(Enumerable.Range(0, depth).Aggregate(leaf, (inner, _) => !inner)).Build(),
            Source
        );

    private static SqliteTranslation Translate(Predicate predicate, Func<Collation, bool, CollationFacts?> findFacts) =>
        SqliteTranslator.Translate(new Coding([], null, predicate), Source, findFacts);

    /// <summary>Whether the model refuses a coding under the collations of a source.</summary>
    private static bool IsRefused(Coding coding, Source source)
    {
        try
        {
            CodingBinder.Bind(coding, source);
            return false;
        }
        catch (RuleGenException)
        {
            return true;
        }
    }

    private static Row RowOf(int id, string text) => new(Source.Columns, [SqlValue.Of(id), SqlValue.Of(text)]);
}
