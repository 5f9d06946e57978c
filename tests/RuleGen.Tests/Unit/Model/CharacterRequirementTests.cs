using RuleGen.Model;
using RuleGen.Model.Authoring;

namespace RuleGen.Tests.Unit.Model;

public sealed class CharacterRequirementTests
{
    private static readonly Source Source = new(
        new TableName("dbo", "T"),
        "T",
        ["Id"],
        [],
        [
            new Column("Id", IntegerType.Int, isNullable: false),
            new Column("X", CharacterType.VarChar(10, Collation.SqlLatin1GeneralCp1CiAs), isNullable: true),
            new Column("W", CharacterType.NVarChar(10, Collation.SqlLatin1GeneralCp1CiAs), isNullable: true),
            new Column("B", CharacterType.VarChar(10, Collation.Latin1GeneralBin2), isNullable: true),
        ]
    );

    private static readonly CharacterOperand X = Source.Text("X");
    private static readonly CharacterOperand W = Source.Text("W");
    private static readonly CharacterOperand B = Source.Text("B");

    private static IEnumerable<TestCaseData> Cases()
    {
        yield return Case("LIKE", X.Like("a"), ("X", false, CharacterUse.Pattern));
        yield return Case("LIKE of nvarchar", W.Like("a"), ("W", true, CharacterUse.Pattern));
        yield return Case("LIKE of an N pattern", X.Like(N("a")), ("X", true, CharacterUse.Pattern));
        yield return Case("equality", X.EqualTo("a"), ("X", false, CharacterUse.Equality));
        yield return Case("equality with an N literal", X.EqualTo(N("a")), ("X", true, CharacterUse.Equality));
        yield return Case("order", B.Is(ComparisonOperator.LessThan, "a"), ("B", false, CharacterUse.Order));
        yield return Case("BETWEEN", B.Between("a", "b"), ("B", false, CharacterUse.Order));
        yield return Case(
            "BETWEEN with one N end",
            B.Between("a", N("b")),
            ("B", false, CharacterUse.Order),
            ("B", true, CharacterUse.Order)
        );
        yield return Case("IN", X.In("a", "b"), ("X", false, CharacterUse.Equality));
        yield return Case(
            "IN with one N item",
            X.In("a", N("b")),
            ("X", false, CharacterUse.Equality),
            ("X", true, CharacterUse.Equality)
        );
        yield return Case("UPPER", X.Left(3).Upper().Like("a"), ("X", false, CharacterUse.Case | CharacterUse.Pattern));
        yield return Case(
            "LOWER in order",
            B.Lower().Between("a", "b"),
            ("B", false, CharacterUse.Case | CharacterUse.Order)
        );
        yield return Case(
            "COALESCE with nvarchar",
            Sql.Coalesce(X, W).Like("a"),
            ("X", true, CharacterUse.Pattern),
            ("W", true, CharacterUse.Pattern)
        );
        yield return Case("IS NULL", X.IsNull());
        yield return Case("a number", Source.Number("Id").EqualTo(1));
        yield return Case("a constant", Sql.True);
        yield return Case(
            "connectives",
            !(X.Like("a") & (X.Like("b") | B.EqualTo("c"))),
            ("X", false, CharacterUse.Pattern),
            ("B", false, CharacterUse.Equality)
        );
    }

    [TestCaseSource(nameof(Cases))]
    public void A_predicate_asks_for_what_it_looks_at(
        Predicate predicate,
        (string Column, bool IsUnicode, CharacterUse Use)[] expected
    ) =>
        Assert.That(
            CharacterRequirement.Of([predicate]),
            Is.EqualTo(
                expected.Select(part => new CharacterRequirement(Source.Find(part.Column)!, part.IsUnicode, part.Use))
            )
        );

    [Test]
    public void The_first_unmodelled_character_is_found()
    {
        var requirement = new CharacterRequirement(Source.Find("X")!, IsUnicode: false, CharacterUse.Equality);

        Assert.That(requirement.FindUnmodelled("M545,ß²"), Is.EqualTo('ß'));
        Assert.That(requirement.FindUnmodelled("M545,M544"), Is.Null);
        Assert.That((requirement with { IsUnicode = true }).FindUnmodelled("²"), Is.Null);
    }

    [TestCase('日', Description = "The server would have stored a question mark (rule 6.11)")]
    [TestCase('\u009b', Description = "Code page 1252 has another character at this place")]
    public void Varchar_holds_no_character_beyond_its_code_page(char character)
    {
        var requirement = new CharacterRequirement(Source.Find("B")!, IsUnicode: true, CharacterUse.Equality);
        var ofUnicode = new Column("N", CharacterType.NVarChar(10, Collation.Latin1GeneralBin2), isNullable: true);

        Assert.That(requirement.FindUnmodelled($"a{character}"), Is.EqualTo(character));
        Assert.That((requirement with { Column = ofUnicode }).FindUnmodelled($"a{character}"), Is.Null);
    }

    [Test]
    public void A_coding_asks_for_what_its_arms_and_exclusions_ask()
    {
        var coding = new CodingBuilder().When(X.Like("a"), "x").When(X.Like("b"), "y").Where(W.Like("c")).Build();

        Assert.That(coding.CharacterRequirements.Select(part => part.Column.Name), Is.EqualTo(["X", "W"]));
    }

    private static TestCaseData Case(
        string name,
        Predicate predicate,
        params (string, bool, CharacterUse)[] expected
    ) => new TestCaseData(predicate, expected).SetArgDisplayNames(name);

    private static CharacterLiteral N(string text) => CharacterLiteral.Unicode(text);
}
