using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using RuleGen.Engine;
using RuleGen.Model;
using RuleGen.Model.Authoring;
using RuleGen.Rules;

namespace RuleGen.Tests.Unit.Engine;

public sealed class SamplerTests
{
    private static readonly Coding BackPain = BackPainFusion.Coding.Coding;
    private static readonly CodingEvaluator Evaluator = new();

    [Test]
    public void A_sample_has_as_many_rows_as_asked_for([Values(0, 1, 7)] int rows) =>
        Assert.That(Sampler.Sample(Apcs.Source, [BackPain], rows, seed: 1).Count(), Is.EqualTo(rows));

    [Test]
    public void The_same_seed_gives_the_same_rows()
    {
        var again = Text(Sample(500, seed: 7));

        Assert.That(Text(Sample(500, seed: 7)), Is.EqualTo(again));
    }

    [Test]
    public void Enumerating_twice_gives_the_same_rows()
    {
        var sample = Sampler.Sample(Apcs.Source, [BackPain], 50, seed: 7);

        var again = Text(sample);

        Assert.That(Text(sample), Is.EqualTo(again));
    }

    [Test]
    public void Another_seed_gives_other_rows() =>
        Assert.That(Text(Sample(50, seed: 7)), Is.Not.EqualTo(Text(Sample(50, seed: 8))));

    [Test]
    [SetCulture("tr-TR")]
    public void The_rows_are_the_same_on_every_machine_and_under_every_culture()
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(Text(Sample(1000, seed: 42))));

        Assert.That(Convert.ToHexStringLower(hash)[..16], Is.EqualTo("fd703c5763aba89e"));
    }

    [TestCase(100)]
    [TestCase(1000)]
    [TestCase(5000)]
    public void Each_clause_of_2Y_has_each_truth_that_it_can_have(int rows)
    {
        var sample = Sample(rows, seed: 3);
        foreach (var clause in Clauses(BackPain))
        {
            var truths = sample.Select(row => Evaluator.Evaluate(clause, row)).Distinct();
            var possible = clause.MayBeUnknown ? Enum.GetValues<Truth>() : [Truth.False, Truth.True];
            Assert.That(truths, Is.EquivalentTo(possible), clause.ToString());
        }
    }

    [Test]
    public void Each_part_of_the_exclusions_of_2Y_excludes_rows_that_would_take_the_arm()
    {
        var sample = Sample(1000, seed: 4);
        var parts = BackPain.Exclusions!.Children.Where(part => part.Columns.Any()).ToList();

        Assert.That(parts, Has.Count.EqualTo(2));
        foreach (var part in parts)
        {
            var others = parts.Where(other => !ReferenceEquals(other, part)).Append(BackPain.Arms[0].When);
            var excluded = sample.Where(row =>
                Evaluator.Evaluate(part, row) != Truth.True
                && others.All(other => Evaluator.Evaluate(other, row) == Truth.True)
            );
            Assert.That(excluded, Is.Not.Empty);
        }
    }

    [Test]
    public void Each_part_of_the_arm_of_2Y_decides_some_row()
    {
        var sample = Sample(1000, seed: 5).Where(row => Evaluator.Evaluate(BackPain, row).IsKept).ToList();
        var parts = BackPain.Arms[0].When.Children;
        foreach (var part in parts)
        {
            var decided = sample.Where(row =>
                Evaluator.Evaluate(part, row) == Truth.False
                && parts.All(other => ReferenceEquals(other, part) || Evaluator.Evaluate(other, row) == Truth.True)
            );
            Assert.That(decided, Is.Not.Empty);
        }
    }

    [Test]
    public void A_few_rows_already_take_the_arm_and_are_excluded()
    {
        var results = Sample(10, seed: 6).Select(row => Evaluator.Evaluate(BackPain, row)).ToList();

        Assert.That(results, Has.Some.EqualTo(new Result(true, "2Y_back_pain_fusion")));
        Assert.That(results, Has.Some.EqualTo(Result.NotKept));
    }

    [Test]
    public void Most_rows_of_a_large_sample_are_not_about_the_coding()
    {
        var results = Sample(5000, seed: 6).Select(row => Evaluator.Evaluate(BackPain, row)).ToList();

        Assert.That(results.Count(result => result.Outcome is not null), Is.InRange(50, 2000));
        Assert.That(results.Count(result => result.IsKept), Is.InRange(1500, 4500));
    }

    [Test]
    public void Keys_are_unique()
    {
        var keys = Sample(3000, seed: 1).Select(row => row[Apcs.Source.Key[0]]);

        Assert.That(keys, Is.Unique);
    }

    [Test]
    public void Every_value_can_be_evaluated_and_fits_its_column()
    {
        foreach (var collation in Collation.All)
        {
            var source = Apcs.Source.WithCollation(collation);
            var coding = CodingBinder.Bind(BackPain, source);
            foreach (var row in Sampler.Sample(source, [coding], 2000, seed: 9))
            {
                foreach (var requirement in coding.CharacterRequirements)
                {
                    var text = row[requirement.Column].Text ?? "";
                    Assert.That(requirement.FindUnmodelled(text), Is.Null, text);
                    Assert.That(text, Has.Length.AtMost(((CharacterType)requirement.Column.Type).Length!.Value));
                }
            }
        }
    }

    [Test]
    public void Near_misses_reach_the_characters_that_sort_among_the_digits() =>
        Assert.That(
            Sample(20000, seed: 2).Select(row => row[Apcs.Source.Find("Any_Spell_Diagnosis")!].Text),
            Has.Some.Matches<string?>(text => text is not null && text.Any("¹²³¼½¾".Contains))
        );

    [Test]
    public void Values_look_like_codes()
    {
        var diagnoses = Sample(2000, seed: 1)
            .Select(row => row[Apcs.Source.Find("Any_Spell_Diagnosis")!].Text)
            .ToList();

        Assert.That(
            diagnoses.Count(text => text is not null && text.Contains(',', StringComparison.Ordinal)),
            Is.GreaterThan(800)
        );
        Assert.That(diagnoses, Has.Some.Null.And.None.Empty);
    }

    [Test]
    public void The_columns_of_a_row_agree_more_often_than_not()
    {
        var rows = Sample(2000, seed: 1);
        var (start, activity) = (
            Apcs.Source.Find("Age_At_Start_of_Spell_SUS")!,
            Apcs.Source.Find("Der_Age_at_CDS_Activity_Date")!
        );
        var (primary, any) = (Apcs.Source.Find("Primary_Spell_Diagnosis")!, Apcs.Source.Find("Any_Spell_Diagnosis")!);

        Assert.That(rows.Count(row => row[start] == row[activity]), Is.GreaterThan(600));
        Assert.That(
            rows.Count(row =>
                row[primary].Text is { } code
                && row[any].Text is { } list
                && list.StartsWith(code, StringComparison.Ordinal)
            ),
            Is.GreaterThan(600)
        );
    }

    [Test]
    public void A_list_in_which_a_comma_cannot_be_evaluated_has_none()
    {
        var coding = new CodingBuilder().When(Apcs.AnySpellDiagnosis.Between("C00", "C97"), "cancer").Build();
        var sample = Sampler.Sample(Apcs.Source, [coding], 500, seed: 1);

        Assert.That(sample.Select(row => Evaluator.Evaluate(coding, row).Outcome).Distinct(), Has.Exactly(2).Items);
    }

    [Test]
    public void A_column_of_every_type_gets_a_value_that_the_type_takes()
    {
        var types =
            "tinyint smallint int bigint char(5) varchar(max) nchar(3) nvarchar(10) bit date datetime smalldatetime "
            + "datetime2(3) datetimeoffset time(0) uniqueidentifier float real money smallmoney decimal(9,2) numeric(5)";
        var columns = types
            .Split(' ')
            .Select(type => new Column(
                $"C_{type}",
                SqlTypeParser.Parse(type, Collation.Latin1GeneralCiAs),
                isNullable: false
            ))
            .Prepend(new Column("Id", IntegerType.Int, isNullable: false))
            .ToValueList();
        var source = new Source(new TableName("dbo", "T"), "T", ["Id"], [], columns);
        foreach (var row in Sampler.Sample(source, [], 200, seed: 1))
        {
            foreach (var column in columns)
            {
                var value = row[column];
                Assert.That(value.IsNull, Is.False);
                switch (column.Type)
                {
                    case IntegerType type:
                        Assert.That(type.Holds(value.Integer), Is.True);
                        break;
                    case CharacterType type:
                        Assert.That(type.Store(value.Text!), Is.EqualTo(value.Text));
                        break;
                    case OrderedType type:
                        Assert.That(value.IsOf(type) && type.Holds(value.Integer), Is.True, $"{column} {value}");
                        break;
                    default:
                        Assert.That(IsValueOf(column.Type.ToString()!, value.Text!), Is.True, $"{column} {value}");
                        break;
                }
            }
        }
    }

    [TestCase("char(3)", 999)]
    [TestCase("varchar(20)", 5000)]
    [TestCase("tinyint", 255)]
    [TestCase("uniqueidentifier", 5000)]
    [TestCase("date", 5000)]
    public void A_key_of_another_type_is_unique_as_well(string type, int rows)
    {
        var source = Keyed(type);

        Assert.That(Sampler.Sample(source, [], rows, seed: 1).Select(row => row[source.Key[0]]), Is.Unique);
    }

    [TestCase("char(3)")]
    [TestCase("tinyint")]
    [TestCase("time(0)")]
    [TestCase("decimal(3)")]
    public void A_key_that_cannot_number_the_rows_is_refused(string type) =>
        Assert.That(
            Refused.Problem(() => Sampler.Sample(Keyed(type), [], 1000, seed: 1)).Code,
            Is.EqualTo(ErrorCodes.OutOfRange)
        );

    [Test]
    public void Every_kind_of_clause_is_reached()
    {
        var source = Varied;
        var (text, wide, number) = (source.Text("Text"), source.Text("Wide"), source.Number("Number"));
        Predicate[] clauses =
        [
            text.Substring(3, 2).EqualTo("AB"),
            text.Right(2).Like("7_"),
            text.Upper().Like("[^A-F]Q%"),
            text.LTrim().RTrim().In("X1", "X2"),
            text.NotIn("Y1"),
            text.Between("C10", "C97"),
            text.NotBetween("B", "Y"),
            text.Is(ComparisonOperator.LessThan, "5"),
            text.EqualTo(""),
            wide.Like("a!%[^0-9]%", "!"),
            wide.Like(CharacterLiteral.Unicode("V382%")),
            Sql.IsNull(text, "none").EqualTo("none"),
            Sql.Coalesce(text, wide).Like("W%"),
            number >= 65,
            number.NotIn(3, 5),
            number.NotBetween(-10, 10000),
            Sql.Coalesce(number, source.Number("Other")).EqualTo(17),
            source.Number("Other").IsNull(),
        ];
        var coding = new Coding(
            clauses.Select((clause, i) => new CaseArm(clause, Label.Of($"{i}"))).ToValueList(),
            otherwise: null,
            exclusions: null
        );
        var sample = Sampler.Sample(source, [coding], 1000, seed: 1).ToList();
        foreach (var clause in clauses)
        {
            var possible = clause.MayBeUnknown ? Enum.GetValues<Truth>() : [Truth.False, Truth.True];
            Assert.That(
                sample.Select(row => Evaluator.Evaluate(clause, row)).Distinct(),
                Is.EquivalentTo(possible),
                clause.ToString()
            );
        }
    }

    [Test]
    public void Each_of_several_arms_of_several_codings_is_taken()
    {
        var text = Varied.Text("Text");
        var codings = Enumerable
            .Range(0, 12)
            .Select(i =>
                new CodingBuilder()
                    .When(text.Like($"A{i:D2}[0-4]%"), "narrow")
                    .When(text.Like($"A{i:D2}%") & Varied.Number("Number") > 18, "wide")
                    .When(!text.IsNull() & !text.Like("A%"), "rest")
                    .Where(Varied.Number("Other").NotEqualTo(i) | Varied.Number("Other").IsNull())
                    .Build()
            )
            .ToList();
        var sample = Sampler.Sample(Varied, codings, 400, seed: 1).ToList();
        foreach (var coding in codings)
        {
            var outcomes = sample.Select(row => Evaluator.Evaluate(coding, row)).Distinct();
            Assert.That(
                outcomes,
                Is.EquivalentTo([
                    new Result(true, "narrow"),
                    new Result(true, "wide"),
                    new Result(true, "rest"),
                    new Result(true, null),
                    Result.NotKept,
                ])
            );
        }
    }

    [Test]
    public void A_clause_that_no_row_can_meet_does_not_stop_the_sample()
    {
        var text = Varied.Text("Text");
        var coding = new CodingBuilder().When(text.Like("A") & text.Like("B") & text.IsNull(), "never").Build();

        Assert.That(Sampler.Sample(Varied, [coding], 100, seed: 1).Count(), Is.EqualTo(100));
    }

    private static Source Varied { get; } =
        new(
            new TableName("dbo", "Varied"),
            "Varied",
            ["Id"],
            [],
            [
                new Column("Id", IntegerType.BigInt, isNullable: false),
                new Column("Text", CharacterType.VarChar(10, Collation.Latin1GeneralCiAs), isNullable: true),
                new Column("Wide", CharacterType.NChar(8, Collation.Latin1GeneralCiAs), isNullable: true),
                new Column("Number", IntegerType.Int, isNullable: true),
                new Column("Other", IntegerType.TinyInt, isNullable: true),
            ]
        );

    private static Source Keyed(string type) =>
        new(
            new TableName("dbo", "T"),
            "T",
            ["Id"],
            [],
            [new Column("Id", SqlTypeParser.Parse(type, Collation.Latin1GeneralCiAs), isNullable: false)]
        );

    private static List<Row> Sample(int rows, ulong seed) =>
        Sampler.Sample(Apcs.Source, [BackPain], rows, seed).ToList();

    private static string Text(IEnumerable<Row> rows) => string.Join('\n', rows);

    private static IEnumerable<Predicate> Clauses(Coding coding) =>
        coding
            .Predicates.SelectMany(predicate => predicate.SelfAndDescendants())
            .Where(predicate => predicate.Children.Count == 0 && predicate.Columns.Any());

    private static bool IsValueOf(string type, string text)
    {
        var culture = CultureInfo.InvariantCulture;
        return type switch
        {
            "time(0)" => TimeOnly.TryParseExact(text, "HH:mm:ss", culture, DateTimeStyles.None, out _),
            "uniqueidentifier" => Guid.TryParse(text, out _),
            "bit" => text is "0" or "1",
            _ when type.Contains("date", StringComparison.Ordinal) => DateTimeOffset.TryParse(text, culture, out _),
            _ => decimal.TryParse(text, NumberStyles.Number, culture, out _),
        };
    }
}
