using RuleGen.Model;

namespace RuleGen.Tests.Unit.Model;

/// <summary>The last value that each limit admits; <see cref="RefusalTests"/> has the first that it refuses.</summary>
public sealed class LimitTests
{
    private static readonly Scalar Text = Column(CharacterType.VarChar(10, Collation.Latin1GeneralCiAs));
    private static readonly Scalar Wide = Column(CharacterType.NVarChar(null, Collation.Latin1GeneralCiAs));
    private static readonly Scalar Long = Column(CharacterType.VarChar(null, Collation.Latin1GeneralCiAs));
    private static readonly Scalar Small = Column(IntegerType.TinyInt);

    [TestCase("char(1)")]
    [TestCase("char(8000)")]
    [TestCase("varchar(1)")]
    [TestCase("varchar(8000)")]
    [TestCase("nchar(4000)")]
    [TestCase("nvarchar(4000)")]
    public void A_length_at_its_limit_is_taken(string type) =>
        Assert.That(SqlTypeParser.Parse(type, Collation.Latin1GeneralCiAs).ToString(), Is.EqualTo(type));

    [TestCase("char(max)")]
    [TestCase("nchar(max)")]
    public void A_fixed_length_is_not_max(string type)
    {
        var problem = Refused.Problem(() => SqlTypeParser.Parse(type, Collation.Latin1GeneralCiAs));

        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.OutOfRange));
        Assert.That(problem.Remedy, Does.Not.Contain("max"));
    }

    [TestCase("decimal(18, 18)")]
    [TestCase("numeric(38)")]
    [TestCase("decimal(38, 38)")]
    [TestCase("numeric(1, 0)")]
    [TestCase("datetime2(7)")]
    [TestCase("time(0)")]
    [TestCase("datetimeoffset")]
    public void A_precision_at_its_limit_is_taken(string type) =>
        Assert.That(SqlTypeParser.Parse(type, Collation.Latin1GeneralCiAs).ToString(), Is.EqualTo(type));

    [TestCase("decimal(0)")]
    [TestCase("decimal(39)")]
    [TestCase("numeric(39, 1)")]
    [TestCase("numeric(0, 0)")]
    [TestCase("decimal(5, 6)")]
    [TestCase("datetime2(8)")]
    [TestCase("date(1)")]
    [TestCase("time(1, 1)")]
    [TestCase("int(4)")]
    [TestCase("varchar")]
    [TestCase("varchar(1, 2)")]
    [TestCase("decimal(1, 1, 1)")]
    public void A_type_that_SQL_Server_lacks_is_refused(string type) =>
        Assert.That(
            Refused.Problem(() => SqlTypeParser.Parse(type, Collation.Latin1GeneralCiAs)).Code,
            Is.EqualTo(ErrorCodes.SchemaUnknownType)
        );

    [Test]
    public void A_literal_has_8000_bytes_at_most()
    {
        Assert.That(StringLiteral.Of(new string('a', 8000)).Value, Has.Length.EqualTo(8000));
        Assert.That(StringLiteral.Of(new string('a', 4000), isUnicode: true).Value, Has.Length.EqualTo(4000));
    }

    [Test]
    public void A_pattern_has_8000_bytes_at_most()
    {
        var (half, whole) = (StringLiteral.Of(new string('a', 4000)), StringLiteral.Of(new string('a', 8000)));

        Assert.That(Like.Of(Wide, half).Pattern.Elements, Has.Count.EqualTo(4000));
        Assert.That(Like.Of(Long, whole).Pattern.Elements, Has.Count.EqualTo(8000));
    }

    [Test]
    public void An_empty_literal_has_a_type_of_one_character() =>
        Assert.That(StringLiteral.Of("").Type.ToString(), Is.EqualTo("varchar(1)"));

    [TestCase(4000, "nvarchar(4000)")]
    [TestCase(4001, "nvarchar(max)")]
    public void LEFT_of_nvarchar_max_has_its_length_up_to_the_longest(int length, string type) =>
        Assert.That(EdgeFunction.Of(isLeft: true, Wide, length).Type.ToString(), Is.EqualTo(type));

    [TestCase(8000, "varchar(8000)")]
    [TestCase(8001, "varchar(max)")]
    public void LEFT_of_varchar_max_has_its_length_up_to_the_longest(int length, string type) =>
        Assert.That(EdgeFunction.Of(isLeft: true, Long, length).Type.ToString(), Is.EqualTo(type));

    [Test]
    public void SUBSTRING_may_start_at_one_and_take_nothing() =>
        Assert.That(SubstringFunction.Of(Text, 1, 0).Type.ToString(), Is.EqualTo("varchar(1)"));

    [TestCase(0)]
    [TestCase(255)]
    public void ISNULL_takes_a_number_at_the_limit_of_its_type(int number) =>
        Assert.That(IsNullFunction.Of(Small, IntegerLiteral.Of(number)).Type, Is.EqualTo(IntegerType.TinyInt));

    [TestCase(-1)]
    [TestCase(256)]
    public void ISNULL_takes_no_number_past_the_limit_of_its_type(int number) =>
        Assert.That(
            Refused.Problem(() => IsNullFunction.Of(Small, IntegerLiteral.Of(number))).Code,
            Is.EqualTo(ErrorCodes.IllTyped)
        );

    [Test]
    public void An_integer_type_holds_itself_and_what_is_within()
    {
        var all = IntegerType.All.ToList();

        foreach (var (wide, narrow) in all.SelectMany(wide => all.Select(narrow => (wide, narrow))))
        {
            Assert.That(wide.Holds(narrow), Is.EqualTo(all.IndexOf(narrow) <= all.IndexOf(wide)), $"{wide}, {narrow}");
        }
    }

    [Test]
    public void A_name_of_a_label_has_4000_characters_at_most() =>
        Assert.That(Label.Of(new string('a', 4000)).ToString(), Does.Contain("aaaa"));

    [TestCase("[a-", "1.11")]
    [TestCase("[^a-]", "1.11")]
    [TestCase("[!a-]", "1.11")]
    [TestCase("[!a-", "1.11")]
    [TestCase("[a^", "1.12")]
    [TestCase("[^^]", "1.12")]
    [TestCase("[^!", "1.10")]
    public void What_has_no_source_is_refused_at_the_end_of_a_set_too(string text, string rule) =>
        Assert.That(
            Refused.Problem(() => LikePattern.Parse(text, '!')).Message,
            Does.Contain($"'{text}'").And.Contain($"(rule {rule})")
        );

    [Test]
    public void A_caret_that_is_the_escape_negates_nothing() =>
        Assert.That(
            LikePattern.Parse("[^a]", '^').Elements,
            Is.EqualTo<LikeElement>([new CharacterSet(false, [new SetMember('a')])])
        );

    [Test]
    public void A_range_may_be_the_last_thing_before_the_bracket_or_the_end()
    {
        Assert.That(
            LikePattern.Parse("[xa-c]", null).Elements,
            Is.EqualTo<LikeElement>([new CharacterSet(false, [new SetMember('x'), new SetMember('a', 'c')])])
        );
        Assert.That(LikePattern.Parse("b[a-c", null).MatchesNothing, Is.True);
    }

    [Test]
    public void The_parts_before_a_malformed_one_are_kept() =>
        Assert.That(
            LikePattern.Parse("a%[b", null).Elements,
            Is.EqualTo<LikeElement>([new LiteralCharacter('a'), new AnyRun()])
        );

    private static ColumnReference Column(SqlType type) => ColumnReference.Of(new Column("X", type, isNullable: true));
}
