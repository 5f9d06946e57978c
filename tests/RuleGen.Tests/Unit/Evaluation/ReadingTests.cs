using RuleGen.Clr;
using RuleGen.Engine;
using RuleGen.Model;
using RuleGen.Proof;
using RuleGen.Tests.Property;
using RuleGen.TSql.Read;

namespace RuleGen.Tests.Unit.Evaluation;

/// <summary>Rule 1.41: LIKE may look past a hyphen and an apostrophe, or not; engines answer where that makes no odds.</summary>
public sealed class ReadingTests
{
    private static readonly Column Id = new("Id", IntegerType.Int, isNullable: false);

    /// <summary>What becomes of a value: <c>kept</c>, <c>not kept</c>, or <c>open</c>.</summary>
    [TestCase("x LIKE 'M54%'", "-", "not kept")]
    [TestCase("x LIKE '%M545%'", "M54-5", "open")]
    [TestCase("x LIKE '%M545%'", "M545-", "kept")]
    [TestCase("x LIKE 'M545'", "M545-", "open")]
    [TestCase("x LIKE 'M545'", "'M545'", "open")]
    [TestCase("x LIKE 'M54_'", "M54-", "open")]
    [TestCase("x LIKE 'M54_'", "M54-5", "open")]
    [TestCase("x LIKE '[^A-Z]%'", "-5", "kept")]
    [TestCase("x LIKE '[^A-Z]%'", "-A", "open")]
    [TestCase("x NOT LIKE '%C%'", "-", "kept")]
    [TestCase("x = '-'", "-", "kept")]
    [TestCase("x = '-'", "", "not kept")]
    [TestCase("x <> '-'", "M54-5", "kept")]
    [TestCase("x IN ('-', 'O''Brien')", "o'brien", "kept")]
    [TestCase("x IN ('-', 'O''Brien')", "obrien", "not kept")]
    [TestCase("x = '-' OR x LIKE '_'", "-", "kept")]
    [TestCase("x LIKE '-'", "-", "kept")]
    [TestCase("x LIKE '-'", "", "open")]
    [TestCase("x LIKE 'M54-5'", "M54-5", "kept")]
    [TestCase("x LIKE 'M54-5'", "M545", "open")]
    [TestCase("x LIKE 'M54-5'", "M546", "not kept")]
    [TestCase("x LIKE 'M54!-5' ESCAPE '!'", "M546", "not kept")]
    [TestCase("LEFT(x, 4) LIKE 'M545'", "M54-5", "not kept")]
    [TestCase("LEFT(x, 5) LIKE 'M545'", "M54-5", "open")]
    [TestCase("ISNULL(x, '-') LIKE '-'", null, "kept")]
    [TestCase("UPPER(x) LIKE 'M545'", "m5-45", "open")]
    [TestCase("x IS NULL OR x LIKE 'M%'", null, "kept")]
    public void A_row_has_a_result_where_both_readings_give_it_the_same(
        string condition,
        string? value,
        string expected
    )
    {
        foreach (var collation in (Collation[])[Collation.Latin1GeneralCiAs, Collation.SqlLatin1GeneralCp1CiAs])
        {
            foreach (var isUnicode in (bool[])[false, true])
            {
                Check(condition, CharacterType.Create(isUnicode, isFixedLength: false, 20, collation), value, expected);
            }
        }
    }

    [TestCase("x LIKE '%M545%'", "M54-5", "not kept")]
    [TestCase("x LIKE 'M54[-5]'", "M54-", "kept")]
    [TestCase("x LIKE 'M54-5'", "M545", "not kept")]
    public void Code_points_are_looked_past_by_nobody(string condition, string? value, string expected) =>
        Check(condition, CharacterType.VarChar(20, Collation.Latin1GeneralBin2), value, expected);

    [Test]
    public void An_order_of_values_with_them_is_not_known() =>
        Check("x BETWEEN 'A' AND 'M'", CharacterType.VarChar(20, Collation.Latin1GeneralCiAs), "B-1", "open");

    [TestCase("x LIKE '%M54-5%'", "x LIKE '%M545%'", "two-readings")]
    [TestCase("x LIKE '-'", "x = '-'", "equivalent")]
    [TestCase("x LIKE 'M54-5%'", "x LIKE 'M54-6%'", "different")]
    [TestCase("x LIKE 'M54-5%' AND x LIKE 'C%'", "x LIKE 'M54%' AND x LIKE 'C%'", "equivalent")]
    [TestCase("x LIKE 'M54%' AND x <> '-'", "x LIKE 'M54%'", "equivalent")]
    [TestCase("x = '-'", "x = '-' AND x NOT LIKE 'M%'", "equivalent")]
    [TestCase("x = '-'", "x = ''''", "different")]
    [TestCase("LEFT(x, 3) LIKE 'M54'", "x LIKE 'M54%'", "equivalent")]
    [TestCase("LEFT(x, 3) = 'M54'", "x LIKE 'M54%'", "equivalent")]
    [TestCase("LEFT(x, 3) = 'M54'", "SUBSTRING(x, 1, 3) = 'M54'", "equivalent")]
    public void The_prover_speaks_of_both_readings(string left, string right, string expected)
    {
        var source = SourceOf(CharacterType.VarChar(20, Collation.Latin1GeneralCiAs));

        var verdict = new EquivalenceProver(new CodingEvaluator()).Decide(
            CodingOf(left, source),
            CodingOf(right, source)
        );

        Assert.That(
            verdict switch
            {
                Equivalent => "equivalent",
                Different => "different",
                _ => ReasonCode.Of(((Undecided)verdict).Reason),
            },
            Is.EqualTo(expected)
        );
    }

    private static void Check(string condition, CharacterType type, string? value, string expected)
    {
        var source = SourceOf(type);
        var coding = CodingOf(condition, source);
        var row = new Row(source.Columns, [SqlValue.Of(1), value is null ? SqlValue.Null : SqlValue.Of(value)]);
        var about = $"{condition} under {type} {type.Collation}";
        foreach (var opinion in Engines.Ask(new CodingCase(source, coding, [row])))
        {
            Assert.That(Describe(opinion.Answers), Is.EqualTo(expected), () => $"{about}: {opinion.Engine}");
        }

        var published = new PublishedCoding
        {
            Id = "reading",
            Title = "",
            Publication = "",
            Edition = "",
            Coding = coding,
        };
        using var function = ClrFunction.Load(ClrGenerator.Compile(published, source));
        var (result, notEvaluated) = function.Evaluate(row);
        Assert.That(Describe([notEvaluated is null ? result : null]), Is.EqualTo(expected), () => $"{about}: SQLCLR");
    }

    private static string Describe(Result?[] answers) =>
        answers switch
        {
            [null] => "open",
            [{ IsKept: true }] => "kept",
            [{ IsKept: false }] => "not kept",
            _ => "no answer",
        };

    private static Source SourceOf(CharacterType type) =>
        new(new TableName("dbo", "T"), "T", [Id.Name], [], [Id, new Column("x", type, isNullable: true)]);

    private static Coding CodingOf(string condition, Source source) =>
        CodingReader.Read($"WHERE {condition}", source).Coding;
}
