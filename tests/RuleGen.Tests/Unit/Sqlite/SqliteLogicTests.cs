using RuleGen.Model;
using RuleGen.Model.Authoring;
using RuleGen.Sqlite;

namespace RuleGen.Tests.Unit.Sqlite;

internal sealed class SqliteLogicTests
{
    private static readonly Source Source = new(
        new TableName("dbo", "T"),
        alias: "T",
        key: ["Id"],
        carried: [],
        columns:
        [
            new Column("Id", IntegerType.Int, isNullable: false),
            new Column("A", IntegerType.Int, isNullable: true),
            new Column("B", IntegerType.Int, isNullable: true),
            new Column("C", IntegerType.Int, isNullable: true),
        ]
    );

    private static readonly Truth[] Truths = Enum.GetValues<Truth>();

    /// <summary>A column that is NULL, 0 or 1 makes <c>column = 1</c> UNKNOWN, FALSE or TRUE.</summary>
    private static Predicate A => Source.Number("A").EqualTo(1);

    private static Predicate B => Source.Number("B").EqualTo(1);

    private static Predicate C => Source.Number("C").EqualTo(1);

    [Test]
    public void And_or_and_not_follow_the_truth_tables_of_rule_5_1()
    {
        foreach (var (a, b, c) in Truths.SelectMany(a => Truths.SelectMany(b => Truths.Select(c => (a, b, c)))))
        {
            Assert.That(Evaluate(A & B & C, a, b, c), Is.EqualTo((Truth)Math.Min((int)a, Math.Min((int)b, (int)c))));
            Assert.That(Evaluate(A | B | C, a, b, c), Is.EqualTo((Truth)Math.Max((int)a, Math.Max((int)b, (int)c))));
            Assert.That(Evaluate(!A, a, b, c), Is.EqualTo((Truth)(2 - (int)a)));
            Assert.That(
                Evaluate(!(A & !(B | !C)), a, b, c),
                Is.EqualTo((Truth)(2 - Math.Min((int)a, 2 - Math.Max((int)b, 2 - (int)c))))
            );
        }
    }

    [Test]
    public void A_row_is_kept_and_an_arm_taken_only_where_the_condition_is_TRUE()
    {
        var coding = new CodingBuilder().When(B, "first").When(C, "second").Else("else").Where(A).Build();
        using var database = SqliteDatabase.Create(Source);
        database.Load([
            RowOf(1, Truth.Unknown, Truth.True, Truth.True),
            RowOf(2, Truth.False, Truth.True, Truth.True),
            RowOf(3, Truth.True, Truth.True, Truth.True),
            RowOf(4, Truth.True, Truth.Unknown, Truth.True),
            RowOf(5, Truth.True, Truth.Unknown, Truth.False),
        ]);
        database.CreateView("v", SqliteTranslator.Translate(coding, Source));
        Assert.That(
            database.ReadView("v").Select(result => (result.Number, result.Key[0].Integer, result.Result)),
            Is.EqualTo([
                (1, 1, Result.NotKept),
                (2, 2, Result.NotKept),
                (3, 3, new Result(true, "first")),
                (4, 4, new Result(true, "second")),
                (5, 5, new Result(true, "else")),
            ])
        );
    }

    [Test]
    public void Without_arms_or_ELSE_the_outcome_is_NULL()
    {
        var arms = new CodingBuilder().When(A, Label.Null).When(B, "b").Build();
        var exclusions = new CodingBuilder().Where(A).Build();
        using var database = SqliteDatabase.Create(Source);
        database.Load([
            RowOf(1, Truth.True, Truth.True, Truth.True),
            RowOf(2, Truth.False, Truth.True, Truth.True),
            RowOf(3, Truth.False, Truth.False, Truth.True),
        ]);
        database.CreateView("arms", SqliteTranslator.Translate(arms, Source));
        database.CreateView("exclusions", SqliteTranslator.Translate(exclusions, Source));
        Assert.That(
            database.ReadView("arms").Select(result => result.Result),
            Is.EqualTo([new Result(true, null), new Result(true, "b"), new Result(true, null)])
        );
        Assert.That(
            database.ReadView("exclusions").Select(result => result.Result),
            Is.EqualTo([new Result(true, null), Result.NotKept, Result.NotKept])
        );
    }

    private static Truth Evaluate(Predicate predicate, params Truth[] truths) =>
        SqliteDatabase.EvaluatePredicate(predicate, RowOf(1, truths));

    private static Row RowOf(int id, params Truth[] truths) =>
        new(
            Source.Columns,
            [
                SqlValue.Of(id),
                .. truths.Select(truth => truth == Truth.Unknown ? SqlValue.Null : SqlValue.Of((int)truth / 2)),
            ]
        );
}
