using RuleGen.Model;
using RuleGen.Model.Authoring;
using RuleGen.Model.Describing;
using RuleGen.Tests.TestData;

namespace RuleGen.Tests.Unit.Describing;

public sealed class EnglishClauseTests
{
    private static readonly CharacterOperand X = Column("X", CharacterType.VarChar(10, Collation.Latin1GeneralCiAs));
    private static readonly CharacterOperand Y = Column("Y", CharacterType.VarChar(20, Collation.Latin1GeneralCiAs));
    private static readonly CharacterOperand Fixed = Column("F", CharacterType.Char(4, Collation.Latin1GeneralCiAs));
    private static readonly CharacterOperand Wide = Column("W", CharacterType.NVarChar(9, Collation.Latin1GeneralCiAs));
    private static readonly NumberOperand Age = Everything.Source.Number("Age_At_Start");
    private static readonly NumberOperand Other = Everything.Source.Number("Age_At_Activity");
    private static readonly NumberOperand Sex = Everything.Source.Number("Sex_Code");

    [TestCase("%V38[23456]%", "contains V38 followed by one of 2, 3, 4, 5, 6")]
    [TestCase("%M80[01234589]8%", "contains M80, then one of 0 1 2 3 4 5 8 9, then 8")]
    [TestCase("2%", "starts with 2")]
    [TestCase("%2", "ends with 2 (more blanks at the end do not matter)")]
    [TestCase("%C[0-9][0-9]%", "contains C followed by two characters from 0 to 9")]
    [TestCase("V404", "is V404 (more blanks at the end do not matter)")]
    [TestCase("V40_", "consists of V40 followed by any one character (more blanks at the end do not matter)")]
    [TestCase("", "is empty (more blanks at the end do not matter)")]
    [TestCase("V%9", "starts with V, and after that ends with 9 (more blanks at the end do not matter)")]
    [TestCase("%A%B%", "contains A, and after that contains B")]
    [TestCase(
        "A%B%%C",
        "starts with A, and after that contains B, and after that ends with C (more blanks at the end do not matter)"
    )]
    [TestCase("M5[4]5%", "starts with M545")]
    [TestCase("__[13][13]%", "starts with any two characters followed by two characters out of 1, 3")]
    [TestCase("__________1%", "starts with any 10 characters followed by 1")]
    [TestCase("%[^A]%", "contains one character other than A")]
    [TestCase("%[^A-C5]%", "contains one character other than A to C, 5")]
    [TestCase(
        "A[A-C5]1[^A-C5]%",
        "starts with A, then one of A to C and 5, then 1, then one character other than A to C and 5"
    )]
    [TestCase("%[%]%", "contains “%”")]
    [TestCase("%a b%", "contains “a b”")]
    [TestCase("%NULL%", "contains “NULL”")]
    [TestCase("%%", "fits the pattern “%%”, which every text fits (true unless it is NULL)")]
    [TestCase("%[]%", "fits the pattern “%[]%”, which nothing fits, as a set in it holds no character (never true)")]
    [TestCase(
        "[C-A]%",
        "fits the pattern “[C-A]%”, which nothing fits, as a set in it holds no character (never true)"
    )]
    [TestCase(
        "A[BC",
        "fits the pattern “A[BC”, which nothing fits, as a set or an escape in it is not finished (never true)"
    )]
    public void Like_is_put_into_words(string pattern, string expected) =>
        Assert.That(EnglishWriter.WriteClause(X.Like(pattern)), Is.EqualTo($"X {expected}"));

    [TestCase("%V38[23456]%", "does not contain V38 followed by one of 2, 3, 4, 5, 6")]
    [TestCase("2%", "does not start with 2")]
    [TestCase("%2", "does not end with 2 (more blanks at the end do not matter)")]
    [TestCase("V404", "is not V404 (more blanks at the end do not matter)")]
    [TestCase("V4_", "does not consist of V4 followed by any one character (more blanks at the end do not matter)")]
    [TestCase("", "is not empty (more blanks at the end do not matter)")]
    [TestCase("A%B%", "is not a text that starts with A, and after that contains B")]
    [TestCase("%", "does not fit the pattern “%”, which every text fits (never true)")]
    [TestCase(
        "%[]%",
        "does not fit the pattern “%[]%”, which nothing fits, as a set in it holds no character "
            + "(true unless it is NULL)"
    )]
    public void Not_like_is_put_into_words(string pattern, string expected)
    {
        Assert.That(EnglishWriter.WriteClause(X.NotLike(pattern)), Is.EqualTo($"X {expected}"));
        Assert.That(EnglishWriter.WriteClause(!X.Like(pattern)), Is.EqualTo($"X {expected}"));
    }

    [Test]
    public void An_escape_makes_its_character_plain()
    {
        Assert.That(EnglishWriter.WriteClause(X.Like("%10!%!!%", "!")), Is.EqualTo("X contains “10%!”"));
        Assert.That(
            EnglishWriter.WriteClause(X.Like("30!", "!")),
            Does.Contain("which nothing fits, as a set or an escape in it is not finished")
        );
    }

    [Test]
    public void Unicode_makes_blanks_at_the_end_count()
    {
        Assert.That(EnglishWriter.WriteClause(Wide.Like("A")), Is.EqualTo("W is A (blanks at the end count)"));
        Assert.That(
            EnglishWriter.WriteClause(X.Like(CharacterLiteral.Unicode("%A"))),
            Is.EqualTo("X ends with A (blanks at the end count)")
        );
    }

    [TestCaseSource(nameof(Subjects))]
    public void Operands_are_put_into_words(Predicate predicate, string expected) =>
        Assert.That(EnglishWriter.WriteClause(predicate), Is.EqualTo(expected));

    [TestCaseSource(nameof(Comparisons))]
    public void Comparisons_are_put_into_words(Predicate predicate, string expected) =>
        Assert.That(EnglishWriter.WriteClause(predicate), Is.EqualTo(expected));

    [TestCaseSource(nameof(Negations))]
    public void Not_says_when_its_operand_is_false(Predicate predicate, string expected) =>
        Assert.That(EnglishWriter.WriteClause(predicate), Is.EqualTo(expected));

    [Test]
    public void Connectives_are_put_on_one_line() =>
        Assert.That(
            EnglishWriter.WriteClause((X.EqualTo("A") | X.IsNull()) & !(Age < 1 & Sex.EqualTo(2)) & Y.EqualTo("B")),
            Is.EqualTo(
                "all of these are true: (at least one of these is true: X is A; X is NULL); "
                    + "(at least one of these is false: Age_At_Start is less than 1; Sex_Code is 2); Y is B"
            )
        );

    private static IEnumerable<TestCaseData> Subjects() =>
        [
            new(X.Left(4).Like("%1%"), "the first 4 characters of X contain 1"),
            new(X.Left(4).NotLike("%1%"), "the first 4 characters of X do not contain 1"),
            new(X.Left(4).Like("1%2%"), "the first 4 characters of X start with 1, and after that contain 2"),
            new(
                X.Left(4).NotLike("1%2%"),
                "the first 4 characters of X are not a text that starts with 1, and after that contains 2"
            ),
            new(X.Left(1).Like("1%"), "the first character of X starts with 1"),
            new(X.Left(0).EqualTo("A"), "the first 0 characters of X are A"),
            new(X.Right(2).EqualTo("A"), "the last 2 characters of X are A"),
            new(X.Right(2).In("A", "B"), "the last 2 characters of X are one of A, B"),
            new(X.Substring(2, 3).EqualTo("A"), "characters 2 to 4 of X are A"),
            new(X.Substring(2, 1).EqualTo("A"), "character 2 of X is A"),
            new(X.Substring(2, 0).EqualTo("A"), "a part of X without characters is A"),
            new(X.Substring(int.MaxValue, int.MaxValue).EqualTo("A"), "characters 2147483647 to 4294967293 of X are A"),
            new(X.Upper().EqualTo("A"), "X in capital letters is A"),
            new(X.Left(2).Lower().IsNull(), "the first 2 characters of X in small letters are NULL"),
            new(X.LTrim().EqualTo("A"), "X without blanks at its start is A"),
            new(X.RTrim().IsNotNull(), "X without blanks at its end is not NULL"),
            new(Sql.IsNull(X, "A").EqualTo("A"), "X, or A where that is NULL, is A"),
            new(Sql.IsNull(X, Y).EqualTo("A"), "X, or Y where that is NULL (cut to 10 characters), is A"),
            new(Sql.IsNull(Y, X).EqualTo("A"), "Y, or X where that is NULL, is A"),
            new(
                Sql.IsNull(Fixed, "A").EqualTo("A"),
                "F, or A where that is NULL (filled with blanks to 4 characters), is A"
            ),
            new(
                Sql.IsNull(Fixed, X).EqualTo("A"),
                "F, or X where that is NULL (cut, or filled with blanks, to 4 characters), is A"
            ),
            new(
                Sql.IsNull(X, "A").Left(2).Like("1%"),
                "the first 2 characters of (X, or A where that is NULL) start with 1"
            ),
            new(
                Sql.IsNull(Age, Other).Between(19, 120),
                "Age_At_Start, or Age_At_Activity where that is NULL, is from 19 to 120"
            ),
            new(Sql.Coalesce(X, Y).EqualTo("A"), "the first of X and Y that is not NULL is A"),
            new(
                Sql.Coalesce(Age, Other, -1) > 3,
                "the first of Age_At_Start, Age_At_Activity and -1 that is not NULL, is more than 3"
            ),
            new(
                Sql.Coalesce(Sql.IsNull(X, "A"), Y).NotLike("A%B%"),
                "the first of (X, or A where that is NULL) and Y that is not NULL is not a text that starts with A, "
                    + "and after that contains B"
            ),
        ];

    private static IEnumerable<TestCaseData> Comparisons() =>
        [
            new(X.EqualTo("02"), "X is 02"),
            new(X.NotEqualTo("02"), "X is not 02"),
            new(X.EqualTo(""), "X is empty"),
            new(X.NotIn(""), "X is not empty"),
            new(X.EqualTo("NULL"), "X is “NULL”"),
            new(X.EqualTo("empty"), "X is “empty”"),
            new(X.Is(ComparisonOperator.LessThan, "B"), "X comes before B"),
            new(X.Is(ComparisonOperator.LessThanOrEqual, "B"), "X is B or comes before it"),
            new(X.Is(ComparisonOperator.GreaterThan, "B"), "X comes after B"),
            new(
                X.Left(2).Is(ComparisonOperator.GreaterThanOrEqual, "B"),
                "the first 2 characters of X are B or come after it"
            ),
            new(Sql.Compare("B", ComparisonOperator.LessThan, X), "X comes after B"),
            new(Age.EqualTo(5), "Age_At_Start is 5"),
            new(Age < 5, "Age_At_Start is less than 5"),
            new(Age <= 5, "Age_At_Start is at most 5"),
            new(Age > 5, "Age_At_Start is more than 5"),
            new(Age >= -5, "Age_At_Start is at least -5"),
            new(5 <= Age, "Age_At_Start is at least 5"),
            new(Age.Between(1, 2), "Age_At_Start is from 1 to 2"),
            new(Age.NotBetween(1, 2), "Age_At_Start is not from 1 to 2"),
            new(Age.Between(2, 1), "Age_At_Start is from 2 to 1, which no number is (never true)"),
            new(Age.NotBetween(2, 1), "Age_At_Start is not from 2 to 1, which no number is (true unless it is NULL)"),
            new(X.Between("A", "B"), "X is from A to B in the order of text"),
            new(Age.In(1, 2), "Age_At_Start is one of 1, 2"),
            new(Age.NotIn(1, 2), "Age_At_Start is none of 1, 2"),
            new(X.In("A", "a b"), "X is one of A, “a b”"),
            new(X.IsNull(), "X is NULL"),
            new(X.IsNotNull(), "X is not NULL"),
            new(Sql.True, "always true (1 = 1)"),
            new(Sql.Constant(1, ComparisonOperator.GreaterThan, 2), "never true (1 > 2)"),
        ];

    private static IEnumerable<TestCaseData> Negations() =>
        [
            new(!X.EqualTo("A"), "X is not A"),
            new(!X.NotEqualTo("A"), "X is A"),
            new(!(Age < 5), "Age_At_Start is at least 5"),
            new(!(Age <= 5), "Age_At_Start is more than 5"),
            new(!(Age > 5), "Age_At_Start is at most 5"),
            new(!(5 <= Age), "Age_At_Start is less than 5"),
            new(!X.NotLike("A%"), "X starts with A"),
            new(!Age.NotBetween(1, 2), "Age_At_Start is from 1 to 2"),
            new(!X.In("A", "B"), "X is none of A, B"),
            new(!X.IsNull(), "X is not NULL"),
            new(!Sql.True, "never true (NOT 1 = 1)"),
            new(!!X.IsNull(), "X is NULL"),
            new(!(X.IsNull() & Y.IsNull()), "at least one of these is false: X is NULL; Y is NULL"),
            new(!(X.IsNull() | Y.IsNull()), "each of these is false: X is NULL; Y is NULL"),
            new(!!(X.IsNull() | Y.IsNull()), "at least one of these is true: X is NULL; Y is NULL"),
        ];

    private static CharacterOperand Column(string name, CharacterType type) =>
        new Source(
            new TableName("dbo", "t"),
            "t",
            ["key"],
            [],
            [new Column("key", IntegerType.Int, isNullable: false), new Column(name, type, isNullable: true)]
        ).Text(name);
}
