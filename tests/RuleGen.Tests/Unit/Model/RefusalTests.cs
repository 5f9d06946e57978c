using RuleGen.Model;
using RuleGen.Model.Authoring;

namespace RuleGen.Tests.Unit.Model;

/// <summary>Ill-typed trees cannot be built: each code from RG0001 to RG0010, raised by each factory that can.</summary>
public sealed class RefusalTests
{
    private static readonly Source Source = Columns(Collation.Latin1GeneralCiAs);
    private static readonly Source Sql = Columns(Collation.SqlLatin1GeneralCp1CiAs);
    private static readonly Scalar Text = Column("Text");
    private static readonly Scalar Wide = Column("Wide");
    private static readonly Scalar Number = Column("Number");
    private static readonly Scalar Small = Column("Small");
    private static readonly Scalar Day = Column("Day");
    private static readonly Scalar Time = Column("Time");
    private static readonly Scalar Binary = ColumnReference.Of(
        new Column("Binary", CharacterType.VarChar(10, Collation.Latin1GeneralBin2), isNullable: true)
    );

    private static IEnumerable<TestCaseData> IllTyped()
    {
        yield return Case("LIKE of a number", () => Like.Of(Number, Literal("1%")), "Number");
        yield return Case("LIKE of a date", () => Like.Of(Day, Literal("2%")), "Day");
        yield return Case("LIKE of a literal", () => Like.Of(Literal("a"), Literal("a")), "no column");
        yield return Case("an escape of two characters", () => Like.Of(Text, Literal("a"), Literal("!!")), "!!");
        yield return Case("an empty escape", () => Like.Of(Text, Literal("a"), Literal("")), "ESCAPE");
        yield return Case("text compared with a number", () => Equal(Text, Integer(2)), "rule 2.8");
        yield return Case("a number compared with text", () => Equal(Number, Literal("2")), "without quotes");
        yield return Case("a date compared with text", () => Equal(Day, Literal("1 May 2020")), "date");
        yield return Case("a time compared with text", () => Equal(Time, Literal("08:30")), "time");
        yield return Case("two columns compared", () => Equal(Text, Wide), "literal");
        yield return Case("two literals compared", () => Equal(Literal("a"), Literal("a")), "no column");
        yield return Case("IN without items", () => In.Of(Text, []), "empty");
        yield return Case("IN with a number", () => In.Of(Text, [Literal("a"), Integer(2)]), "quotes");
        yield return Case("IN with a column", () => In.Of(Text, [Wide]), "literal");
        yield return Case("IN of a literal", () => In.Of(Literal("a"), [Literal("a")]), "no column");
        yield return Case("BETWEEN with a column", () => Between.Of(Number, Integer(1), Small), "literal");
        yield return Case(
            "BETWEEN of mixed kinds",
            () => Between.Of(Number, Integer(1), Literal("2")),
            "without quotes"
        );
        yield return Case("BETWEEN of a literal", () => Between.Of(Integer(1), Integer(1), Integer(2)), "no column");
        yield return Case("IS NULL of a literal", () => NullTest.Of(Literal("a")), "no column");
        yield return Case("IS NULL of a time", () => NullTest.Of(Time), "time");
        yield return Case("LEFT of a number", () => EdgeFunction.Of(true, Number, 2), "LEFT");
        yield return Case("RIGHT of a number", () => EdgeFunction.Of(false, Number, 2), "RIGHT");
        yield return Case("SUBSTRING of a number literal", () => SubstringFunction.Of(Integer(12), 1, 1), "quotes");
        yield return Case("UPPER of a number", () => LetterCaseFunction.Of(true, Number), "UPPER");
        yield return Case("LOWER of a number", () => LetterCaseFunction.Of(false, Number), "LOWER");
        yield return Case("LTRIM of a number", () => TrimFunction.Of(true, Number), "LTRIM");
        yield return Case("RTRIM of a number", () => TrimFunction.Of(false, Number), "RTRIM");
        yield return Case("ISNULL of mixed kinds", () => IsNullFunction.Of(Text, Integer(1)), "rule 4.4");
        yield return Case("ISNULL that narrows a number", () => IsNullFunction.Of(Small, Number), "fail at run time");
        yield return Case("ISNULL with too great a number", () => IsNullFunction.Of(Small, Integer(256)), "tinyint");
        yield return Case("ISNULL that narrows text", () => IsNullFunction.Of(Text, Wide), "lose characters");
        yield return Case("COALESCE of one argument", () => CoalesceFunction.Of([Text]), "two arguments");
        yield return Case("COALESCE of mixed kinds", () => CoalesceFunction.Of([Text, Integer(1)]), "mixes types");
        yield return Case("a date taken for text", () => Source.Text("Day"), "Day");
        yield return Case("text taken for a number", () => Source.Number("Text"), "Text");
    }

    [TestCaseSource(nameof(IllTyped))]
    public void An_ill_typed_tree_is_refused(Action build, string part)
    {
        var problem = Refused.Problem(build);

        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.IllTyped));
        Assert.That(problem.ToString(), Does.Contain(part));
    }

    private static IEnumerable<TestCaseData> UnmodelledCharacters()
    {
        yield return Case("an accent in a pattern", () => Like.Of(Text, Literal("%é%")), "U+00E9 'é'");
        yield return Case("a hyphen in a set", () => Like.Of(Text, Literal("M54[-5]")), "U+002D");
        yield return Case("a hyphen in an order", () => Between.Of(Text, Literal("-"), Literal("a")), "U+002D");
        yield return Case("an accent in a set", () => Like.Of(Text, Literal("[aé]")), "U+00E9");
        yield return Case("an accent as the end of a range", () => Like.Of(Text, Literal("[a-é]")), "U+00E9");
        yield return Case("an accent after an escape", () => Like.Of(Text, Literal("!é"), Literal("!")), "U+00E9");
        yield return Case("an expansion in IN", () => In.Of(Text, [Literal("a"), Literal("ß")]), "U+00DF");
        yield return Case("an accent in BETWEEN", () => Between.Of(Text, Literal("a"), Literal("é")), "U+00E9");
        yield return Case(
            "an accent in ISNULL",
            () => Equal(IsNullFunction.Of(Text, Literal("é")), Literal("a")),
            "U+00E9"
        );
        yield return Case(
            "a symbol put in order",
            () => Between.Of(Text, Literal("a_"), Literal("b")),
            "Where it sorts"
        );
        yield return Case("a fraction put in order", () => Less(Text, Literal("½")), "Where it sorts");
        yield return Case(
            "the letter case of an accent",
            () => Equal(UpperOf(Binary, "é"), Literal("A")),
            "letter case"
        );
        yield return Case(
            "a superscript in the legacy order",
            () => Equal(Column("Text", Sql), Literal("²")),
            "U+00B2"
        );
        yield return Case("a control character", () => Equal(Text, Literal("a\tb")), "U+0009");
        yield return Case("NUL", () => Equal(Binary, Literal("a\0b")), "U+0000");
        yield return Case(
            "half of a pair",
            () => Equal(Binary, StringLiteral.Of("\uD83D\uDE00", isUnicode: true)),
            "U+D83D"
        );
        yield return Case("what code page 1252 lacks", () => Equal(Binary, Literal("漢")), "U+6F22");
    }

    [TestCaseSource(nameof(UnmodelledCharacters))]
    public void A_character_that_the_profile_does_not_model_is_refused(Action build, string part)
    {
        var problem = Refused.Problem(build);

        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.UnmodelledCharacter));
        Assert.That(problem.ToString(), Does.Contain(part));
    }

    private static IEnumerable<TestCaseData> UnmodelledOrders()
    {
        yield return Case("text below in the legacy order", () => Less(Column("Text", Sql), Literal("a")), "order");
        yield return Case(
            "text between in the legacy order",
            () => Between.Of(Column("Text", Sql), Literal("a"), Literal("b")),
            "order"
        );
        yield return Case("a range from a symbol", () => Like.Of(Text, Literal("[!-9]")), "'!'");
        yield return Case("a range to a symbol", () => Like.Of(Text, Literal("[A-~]")), "'~'");
        yield return Case(
            "a legacy range over digits and letters",
            () => Like.Of(Column("Text", Sql), Literal("[0-z]")),
            "digits"
        );
    }

    [TestCaseSource(nameof(UnmodelledOrders))]
    public void An_order_that_is_not_modelled_is_refused(Action build, string part)
    {
        var problem = Refused.Problem(build);

        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.UnmodelledOrder));
        Assert.That(problem.ToString(), Does.Contain(part));
    }

    [Test]
    public void A_legacy_column_may_be_put_in_order_by_an_N_literal() =>
        Assert.That(() => Less(Column("Text", Sql), StringLiteral.Of("a", isUnicode: true)), Throws.Nothing);

    private static IEnumerable<TestCaseData> OutOfRange()
    {
        yield return Case("a negative LEFT", () => EdgeFunction.Of(true, Text, -1), "rule 3.3");
        yield return Case("a negative RIGHT", () => EdgeFunction.Of(false, Text, -1), "RIGHT");
        yield return Case("SUBSTRING from zero", () => SubstringFunction.Of(Text, 0, 1), "Count characters from 1");
        yield return Case("a negative SUBSTRING", () => SubstringFunction.Of(Text, 1, -1), "SUBSTRING");
        yield return Case("a literal that is too long", () => Literal(new string('a', 8001)), "8001");
        yield return Case("an N literal that is too long", () => StringLiteral.Of(new string('a', 4001), true), "4001");
        yield return Case(
            "a Unicode pattern that is too long",
            () => Like.Of(Wide, Literal(new string('a', 4001))),
            "rule 1.20"
        );
        yield return Case("a label that is too long", () => Label.Of(new string('a', 4001)), "4001");
        yield return Case("a varchar of no length", () => CharacterType.VarChar(0, null), "varchar(0)");
        yield return Case("a varchar that is too long", () => CharacterType.VarChar(8001, null), "1 to 8000");
        yield return Case("an nchar that is too long", () => CharacterType.NChar(4001, null), "1 to 4000");
    }

    [TestCaseSource(nameof(OutOfRange))]
    public void A_number_outside_its_range_is_refused(Action build, string part)
    {
        var problem = Refused.Problem(build);

        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.OutOfRange));
        Assert.That(problem.ToString(), Does.Contain(part));
    }

    [Test]
    public void A_collation_without_a_profile_is_refused()
    {
        var problem = Refused.Problem(() => Collation.Named("Latin1_General_CI_AI"));

        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.UnknownCollation));
        Assert.That(problem.Remedy, Does.Contain("Latin1_General_CI_AS"));
    }

    private static IEnumerable<TestCaseData> Conflicts()
    {
        yield return Case("ISNULL", () => IsNullFunction.Of(Text, Binary), "ISNULL");
        yield return Case("COALESCE", () => CoalesceFunction.Of([Text, Literal("a"), Binary]), "COALESCE");
    }

    [TestCaseSource(nameof(Conflicts))]
    public void Columns_of_different_collations_are_refused(Action build, string part)
    {
        var problem = Refused.Problem(build);

        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.CollationConflict));
        Assert.That(problem.Message, Does.StartWith(part));
    }

    [Test]
    public void A_coding_with_nothing_in_it_is_refused() =>
        Assert.That(Refused.Problem(() => new CodingBuilder().Build()).Code, Is.EqualTo(ErrorCodes.EmptyCoding));

    [Test]
    public void An_else_without_an_arm_is_refused()
    {
        var problem = Refused.Problem(() =>
            new CodingBuilder().Else("x").Where(RuleGen.Model.Authoring.Sql.True).Build()
        );

        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.EmptyCoding));
        Assert.That(problem.Message, Does.Contain("ELSE"));
    }

    [TestCase("")]
    [TestCase("   ")]
    [TestCase("a\nb")]
    [TestCase("a\0b")]
    public void A_name_that_SQL_Server_does_not_take_is_refused(string name)
    {
        Assert.That(
            Refused.Problem(() => _ = new Column(name, IntegerType.Int, isNullable: true)).Code,
            Is.EqualTo(ErrorCodes.InvalidName)
        );
        Assert.That(Refused.Problem(() => _ = new TableName("dbo", name)).Code, Is.EqualTo(ErrorCodes.InvalidName));
        Assert.That(Refused.Problem(() => _ = new TableName(name, "T")).Code, Is.EqualTo(ErrorCodes.InvalidName));
    }

    [Test]
    public void A_name_of_129_characters_is_refused_and_one_of_128_is_not()
    {
        Assert.That(
            Refused.Problem(() => SqlName.Check(new string('a', 129), "column")).Code,
            Is.EqualTo(ErrorCodes.InvalidName)
        );
        Assert.That(SqlName.Check(new string('a', 128), "column"), Has.Length.EqualTo(128));
    }

    [Test]
    public void A_column_that_the_source_lacks_is_refused()
    {
        Assert.That(Refused.Problem(() => Source.Text("Nothing")).Code, Is.EqualTo(ErrorCodes.UnboundColumn));
        Assert.That(Refused.Problem(() => Source.Number("Nothing")).Code, Is.EqualTo(ErrorCodes.UnboundColumn));
    }

    private static TestCaseData Case(string name, Func<object> build, string part)
    {
        Action action = () => _ = build();
        return new TestCaseData(action, part).SetArgDisplayNames(name);
    }

    private static Source Columns(Collation collation) =>
        new(
            new TableName("dbo", "T"),
            "T",
            ["Id"],
            [],
            [
                new Column("Id", IntegerType.Int, isNullable: false),
                new Column("Text", CharacterType.VarChar(10, collation), isNullable: true),
                new Column("Wide", CharacterType.NVarChar(10, collation), isNullable: true),
                new Column("Number", IntegerType.Int, isNullable: true),
                new Column("Small", IntegerType.TinyInt, isNullable: true),
                new Column("Day", SqlTypeParser.Parse("date", collation), isNullable: true),
                new Column("Time", SqlTypeParser.Parse("time(0)", collation), isNullable: true),
            ]
        );

    private static ColumnReference Column(string name) => Column(name, Source);

    private static ColumnReference Column(string name, Source source) => ColumnReference.Of(source.Find(name)!);

    private static StringLiteral Literal(string value) => StringLiteral.Of(value);

    private static IntegerLiteral Integer(long value) => IntegerLiteral.Of(value);

    private static LetterCaseFunction UpperOf(Scalar column, string replacement) =>
        LetterCaseFunction.Of(isUpper: true, IsNullFunction.Of(column, Literal(replacement)));

    private static Comparison Equal(Scalar left, Scalar right) => Comparison.Of(left, ComparisonOperator.Equal, right);

    private static Comparison Less(Scalar left, Scalar right) =>
        Comparison.Of(left, ComparisonOperator.LessThan, right);
}
