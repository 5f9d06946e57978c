using System.Globalization;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using RuleGen.Clr;
using RuleGen.Model;
using RuleGen.Model.Authoring;
using RuleGen.Rules;
using RuleGen.Tests.TestData;
using RuleGen.Tests.Unit.Writing;
using RuleGen.TSql;

namespace RuleGen.Tests.Unit.Clr;

[NonParallelizable] // One test changes the working folder and the time zone of the process.
public sealed class ClrGeneratorTests
{
    [Test]
    public void The_same_coding_gives_the_same_bytes_under_every_culture_time_zone_and_folder()
    {
        var expected = ClrGenerator.Compile(BackPainFusion.Coding, Apcs.Source);
        var folder = Environment.CurrentDirectory;
        var zone = Environment.GetEnvironmentVariable("TZ");
        ClrAssembly? found = null;
        using var elsewhere = new TemporaryFolder();
        try
        {
            Environment.CurrentDirectory = elsewhere.Path;
            Environment.SetEnvironmentVariable("TZ", "Pacific/Kiritimati");
            TimeZoneInfo.ClearCachedData();
            var thread = new Thread(() => found = ClrGenerator.Compile(BackPainFusion.Coding, Apcs.Source))
            {
                CurrentCulture = CultureInfo.GetCultureInfo("tr-TR"),
                CurrentUICulture = CultureInfo.GetCultureInfo("tr-TR"),
            };
            thread.Start();
            thread.Join();
        }
        finally
        {
            Environment.CurrentDirectory = folder;
            Environment.SetEnvironmentVariable("TZ", zone);
            TimeZoneInfo.ClearCachedData();
        }

        Assert.That(found!.Source, Is.EqualTo(expected.Source));
        Assert.That(found.Sha512, Is.EqualTo(expected.Sha512));
        Assert.That(found.Bytes.AsSpan().SequenceEqual(expected.Bytes.AsSpan()), Is.True);
    }

    [Test]
    public void The_assembly_refers_to_mscorlib_and_system_data_alone()
    {
        using var image = new PEReader(ClrGenerator.Compile(BackPainFusion.Coding, Apcs.Source).Bytes);
        var reader = image.GetMetadataReader();
        var references = reader.AssemblyReferences.Select(each =>
            reader.GetString(reader.GetAssemblyReference(each).Name)
        );

        Assert.That(references, Is.EquivalentTo(new[] { "mscorlib", "System.Data" }));
    }

    [Test]
    public void Another_schema_is_another_assembly()
    {
        var one = ClrGenerator.Compile(
            BackPainFusion.Coding,
            Apcs.Source,
            ObjectNaming.Default with
            {
                Schema = "one",
            }
        );
        var two = ClrGenerator.Compile(
            BackPainFusion.Coding,
            Apcs.Source,
            ObjectNaming.Default with
            {
                Schema = "two",
            }
        );

        Assert.That(one.Names.Assembly, Is.EqualTo("RuleGen.one.2Y_back_pain_fusion"));
        Assert.That(two.Sha512, Is.Not.EqualTo(one.Sha512));
    }

    [TestCase("a b", "x")]
    [TestCase("a_b", "x")]
    [TestCase("größe", "x]'")]
    public void An_assembly_has_a_plain_name(string schema, string id)
    {
        var names = new ClrNames(ObjectNaming.Default with { Schema = schema }, id);

        Assert.That(names.Assembly, Does.Match("^RuleGen[.][A-Za-z0-9_.]+$"));
        Assert.That(
            names.Assembly,
            Is.Not.EqualTo(new ClrNames(ObjectNaming.Default with { Schema = "a-b" }, "x").Assembly)
        );
    }

    [Test]
    public void A_long_name_is_shortened()
    {
        var names = new ClrNames(ObjectNaming.Default with { Schema = new string('s', 100) }, new string('i', 100));

        Assert.That(names.Assembly, Has.Length.EqualTo(SqlName.MaximumLength));
    }

    [Test]
    public void Names_that_csharp_reserves_or_the_code_uses_are_no_obstacle()
    {
        string[] names =
        [
            "Left",
            "class",
            "2nd",
            "_2nd",
            "Truth",
            "Arm1",
            "a b",
            "a_b",
            "Windows",
            "WindowsAscii",
            "größe",
            "Like",
            "string",
            "Outcome",
        ];
        var type = CharacterType.VarChar(10, Collation.Latin1GeneralCiAs);
        var source = new Source(
            new TableName("dbo", "t"),
            "t",
            ["Id"],
            [],
            [
                new Column("Id", IntegerType.Int, isNullable: false),
                .. names.Select(name => new Column(name, type, isNullable: true)),
            ]
        );
        var all = names.Select(name => source.Text(name).Left(1).Like("x")).Aggregate((left, right) => left & right);
        var coding = new CodingBuilder().When(all, "all").Build();
        using var function = ClrFunction.Load(ClrGenerator.Compile(ScriptCases.Named("names", coding), source));

        var values = names.Select(_ => SqlValue.Of("x")).Prepend(SqlValue.Of(1)).ToValueList();
        Assert.That(function.Evaluate(new Row(source.Columns, values)).Result.Outcome, Is.EqualTo("all"));
    }

    [Test]
    public void Every_kind_of_predicate_and_scalar_compiles()
    {
        var assembly = ClrGenerator.Compile(ScriptCases.Named("everything", Everything.Coding), Everything.Source);

        Approved.Check("Clr/everything.cs.txt", assembly.Source);
    }

    [Test]
    public void Odd_names_and_comments_stay_what_they_are()
    {
        var source = ScriptCases.OddSource();
        var assembly = ClrGenerator.Compile(
            ScriptCases.Odd(source),
            source,
            ObjectNaming.Default with
            {
                Schema = "sch'e]ma",
            }
        );

        Assert.That(assembly.Source.Split('\n'), Has.None.StartsWith("GO"));
        Assert.That(assembly.Names.QualifiedFunction, Does.StartWith("[sch'e]]ma].["));
    }

    [Test]
    public void Every_collation_has_its_rules() =>
        Assert.That(
            Collation.All.SelectMany(collation =>
                new[] { true, false }.Select(each => RuntimeCollation.Of(collation, each))
            ),
            Is.All.Not.Null
        );

    [Test]
    public void A_thousand_alternatives_compile()
    {
        var any = Enumerable
            .Range(0, 1000)
            .Select(number => Apcs.AnySpellDiagnosis.Like(string.Create(CultureInfo.InvariantCulture, $"%A{number}%")))
            .Aggregate((left, right) => left | right);
        var coding = ScriptCases.Named("many", new CodingBuilder().When(any, "some").Build());

        Assert.That(() => ClrGenerator.Compile(coding, Apcs.Source), Throws.Nothing);
    }
}
