using RuleGen.Engine;
using RuleGen.Model;
using RuleGen.Model.Authoring;
using RuleGen.Proof;

namespace RuleGen.Tests.Unit.Proof;

/// <summary>Proofs about columns that are compared with each other.</summary>
public sealed class ColumnComparisonTests
{
    private static readonly Source Source = new(
        new TableName("dbo", "T"),
        alias: "T",
        key: ["Id"],
        carried: [],
        columns:
        [
            new Column("Id", IntegerType.Int, isNullable: false),
            new Column("A", IntegerType.TinyInt, isNullable: true),
            new Column("B", IntegerType.Int, isNullable: true),
            new Column("C", IntegerType.SmallInt, isNullable: false),
            new Column("From", TemporalType.Date, isNullable: true),
            new Column("To", TemporalType.Date, isNullable: true),
            new Column("X", CharacterType.VarChar(4, Collation.Latin1GeneralCiAs), isNullable: true),
            new Column("Y", CharacterType.Char(6, Collation.Latin1GeneralCiAs), isNullable: false),
        ]
    );

    private static readonly NumberOperand A = Source.Number("A");
    private static readonly NumberOperand B = Source.Number("B");
    private static readonly NumberOperand C = Source.Number("C");
    private static readonly DateOperand From = Source.Date("From");
    private static readonly DateOperand To = Source.Date("To");
    private static readonly CharacterOperand X = Source.Text("X");
    private static readonly CharacterOperand Y = Source.Text("Y");

    private static IEnumerable<TestCaseData> Same =>
        [
            Case("mirrored", A < B, B > A),
            Case("not less", !(A < B), A >= B),
            Case("equal both ways", (A <= B) & (B <= A), A.EqualTo(B)),
            Case("from one to the next", (A < B) & (B < C) & (A < C), (A < B) & (B < C)),
            Case("a circle", (A < B) & (B < C) & (C < A), Sql.Constant(1, ComparisonOperator.Equal, 0)),
            Case("the type bounds it", (A > B) & (B >= 255), Sql.Constant(1, ComparisonOperator.Equal, 0)),
            Case(
                "no room between",
                (A > 4) & (A < B) & (B < C) & (C < 7),
                Sql.Constant(1, ComparisonOperator.Equal, 0)
            ),
            Case("equal values in both", A.EqualTo(B) & A.In(1, 2) & B.In(2, 3), A.EqualTo(2) & B.EqualTo(2)),
            Case("itself", From.EqualTo(From), From.IsNotNull()),
            Case("unequal is either way", A.NotEqualTo(B), (A < B) | (A > B)),
            Case("UNKNOWN is not TRUE", (From <= To) & From.IsNull(), Sql.Constant(1, ComparisonOperator.Equal, 0)),
            Case("equal texts mirrored", X.EqualTo(Y), Y.EqualTo(X)),
            Case("no NULL is equal", X.EqualTo(Y) & X.IsNull(), Sql.Constant(1, ComparisonOperator.Equal, 0)),
        ];

    private static IEnumerable<TestCaseData> Other =>
        [
            Case("less and at most", A < B, A <= B),
            Case("NULL between", !(A < B), (A >= B) | A.IsNull()),
            Case("room between", (A > 4) & (A < B) & (B < C) & (C < 8), Sql.Constant(1, ComparisonOperator.Equal, 0)),
            Case("dates far apart", (From < To) & (From >= "99991230"), Sql.Constant(1, ComparisonOperator.Equal, 0)),
            Case("one from the other", (From <= To) & To.IsNotNull(), To.IsNotNull()),
            Case("texts equal and not", X.EqualTo(Y), X.NotEqualTo(Y)),
            Case(
                "an equal text with a pattern",
                X.EqualTo(Y) & X.Like("M45%"),
                Sql.Constant(1, ComparisonOperator.Equal, 0)
            ),
        ];

    [TestCaseSource(nameof(Same))]
    public void They_are_proven_the_same(Predicate one, Predicate other) =>
        Assert.That(Decide(one, other), Is.InstanceOf<Equivalent>());

    /// <remarks>A verdict of this kind holds a row that the engine has confirmed.</remarks>
    [TestCaseSource(nameof(Other))]
    public void They_are_shown_to_differ(Predicate one, Predicate other) =>
        Assert.That(Decide(one, other), Is.InstanceOf<Different>());

    [Test]
    public void Texts_that_are_not_found_leave_it_open()
    {
        var verdict = Decide(
            X.EqualTo(Y) & X.Like("A_B%") & Y.Like("%[0-9]_") & Y.NotLike("%B%"),
            Sql.Constant(1, ComparisonOperator.Equal, 0)
        );

        Assert.That(
            verdict,
            Is.InstanceOf<Undecided>().With.Property(nameof(Undecided.Reason)).EqualTo(UndecidedReason.TextsCompared)
        );
    }

    private static Verdict Decide(Predicate one, Predicate other) =>
        new EquivalenceProver(new CodingEvaluator()).Decide(
            new Coding([], otherwise: null, one),
            new Coding([], otherwise: null, other)
        );

    private static TestCaseData Case(string name, Predicate one, Predicate other) =>
        new TestCaseData(one, other).SetArgDisplayNames(name);
}
