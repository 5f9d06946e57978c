using RuleGen.Model;
using RuleGen.Model.Authoring;
using RuleGen.Rules;
using RuleGen.Tests.TestData;
using RuleGen.TSql;

namespace RuleGen.Tests.Unit.Writing;

public class ScriptGeneratorTests
{
    private static readonly string[] Attacks =
    [
        "x'); DROP TABLE y; --",
        "x]; DROP TABLE y; --",
        "x]]; DROP TABLE y; --",
        "x''; DROP TABLE y; --",
        "x\"; DROP TABLE y; --",
        "/* x",
        "*/ DROP TABLE y; /*",
        "-- x",
        "%s %d %n",
        "@x",
        "sys",
        "GO",
        "[x]",
        "'",
        "]",
        "ß 日本 🙂",
        "  x  ",
    ];

    [Test]
    public void No_name_and_no_prose_becomes_code(
        [ValueSource(nameof(Attacks))] string attack,
        [Values] bool isBabelfish
    )
    {
        var target = isBabelfish ? Targets.Babelfish : Targets.SqlServer2016;
        var harmless = Generate("x", "x", target);
        if (isBabelfish && attack.Contains(']', StringComparison.Ordinal))
        {
            Assert.That(
                Refused.Problems(() => Generate(attack, attack, target)).Select(problem => problem.Code).Distinct(),
                Is.EqualTo(new[] { ErrorCodes.UnsupportedByTarget })
            );
            attack = attack.Replace(']', ')');
        }

        var files = Generate(attack, attack, target);

        Assert.That(files.Select(ScriptShape.Of), Is.EqualTo(harmless.Select(ScriptShape.Of)));
    }

    [TestCase("*/ DROP TABLE y; --")]
    [TestCase("x\nGO\nDROP TABLE y;\nGO\n")]
    [TestCase("x\r\n:setvar y z\r\n!! dir")]
    [TestCase("x\u2028GO\u2029GO\u0085GO\vGO\fGO\0")]
    [TestCase("$(x) {{y}} {{{z")]
    [TestCase("\ud83d")]
    public void No_comment_becomes_code(string attack)
    {
        var files = Generate("x", attack, Targets.SqlServer2016);

        Assert.That(
            files.Select(ScriptShape.Of),
            Is.EqualTo(Generate("x", "x", Targets.SqlServer2016).Select(ScriptShape.Of))
        );
        Assert.That(files.Select(file => file.Text), Has.None.Contains("$(").And.None.Contains("{{"));
    }

    [TestCase("label $(x)", ExpectedResult = "RG0403")]
    [TestCase("label {{x}}", ExpectedResult = "RG0403")]
    [TestCase("two\nlines", ExpectedResult = "RG0403")]
    [TestCase("bell \a", ExpectedResult = "RG0403")]
    [TestCase("half \ud83d", ExpectedResult = "RG0403")]
    [TestCase("日本", ExpectedResult = "RG0403")]
    public string A_label_that_a_script_cannot_hold_is_refused(string label) =>
        RefusedCode(new CodingBuilder().When(Apcs.AdmissionMethod.Like("2%"), label).Build());

    [Test]
    public void A_pattern_that_a_script_cannot_hold_is_refused_with_what_to_write() =>
        Assert.That(
            Refused
                .Problem(() => Generate(new CodingBuilder().Where(Apcs.AdmissionMethod.Like("%$(x%")).Build()))
                .Remedy,
            Does.StartWith("Write '[$](' in a pattern")
        );

    [TestCase("$(x)", ExpectedResult = "RG0403")]
    [TestCase("{{x}}", ExpectedResult = "RG0403")]
    [TestCase("x\u2028y", ExpectedResult = "RG0403")]
    [TestCase("x\ny", ExpectedResult = "RG0009")]
    [TestCase("", ExpectedResult = "RG0009")]
    public string A_name_that_a_script_cannot_hold_is_refused(string schema) =>
        Refused
            .Problem(() =>
                ScriptGenerator.Generate(
                    ScriptCases.ArmsOnly,
                    Apcs.Source,
                    Targets.SqlServer2016,
                    ObjectNaming.Default with
                    {
                        Schema = schema,
                    }
                )
            )
            .Code.Id;

    [Test]
    public void An_id_whose_function_would_have_too_long_a_name_is_refused() =>
        Assert.That(
            Refused
                .Problem(() =>
                    ScriptGenerator.Generate(
                        ScriptCases.Named(new string('x', 121), Everything.Bare),
                        Everything.Source,
                        Targets.SqlServer2016
                    )
                )
                .Code,
            Is.EqualTo(ErrorCodes.InvalidName)
        );

    [Test]
    public void A_coding_whose_labels_are_all_null_is_refused() =>
        Assert.That(
            RefusedCode(new CodingBuilder().When(Apcs.AdmissionMethod.IsNull(), Label.Null).Else(Label.Null).Build()),
            Is.EqualTo("RG0402")
        );

    [Test]
    public void A_source_with_an_outcome_of_its_own_is_refused()
    {
        var source = new Source(
            new TableName("dbo", "t"),
            "t",
            key: ["OUTCOME"],
            carried: [],
            columns: [new Column("OUTCOME", IntegerType.Int, isNullable: false)]
        );
        var coding = new CodingBuilder().Where(source.Number("outcome").EqualTo(1)).Build();

        Assert.That(
            Refused
                .Problem(() => ScriptGenerator.Generate(ScriptCases.Named("x", coding), source, Targets.SqlServer2016))
                .Code,
            Is.EqualTo(ErrorCodes.SchemaDuplicateColumn)
        );
    }

    [Test]
    public void A_source_without_the_columns_is_refused() =>
        Assert.That(
            Refused
                .Problem(() =>
                    ScriptGenerator.Generate(ScriptCases.ArmsOnly, ScriptCases.OddSource(), Targets.SqlServer2016)
                )
                .Code,
            Is.EqualTo(ErrorCodes.UnboundColumn)
        );

    [TestCase("é", false, ExpectedResult = true)]
    [TestCase("e", false, ExpectedResult = false)]
    [TestCase("é", true, ExpectedResult = false)]
    public bool Deployment_checks_the_code_page_where_a_literal_depends_on_it(string label, bool isUnicode) =>
        Generate(new CodingBuilder().When(Apcs.AdmissionMethod.IsNull(), Label.Of(label, isUnicode)).Build())
            .Single(file => file.Name == FileNames.Deploy)
            .Text.Contains("COLLATIONPROPERTY", StringComparison.Ordinal);

    [Test]
    public void Parameters_have_names_of_their_own()
    {
        string[] names = ["a b", "a_b", "A-B", "a_b_2", new('x', 128), new string('x', 127) + "y", "日本"];
        var source = new Source(
            new TableName("dbo", "t"),
            "t",
            key: ["id"],
            carried: [],
            columns:
            [
                new Column("id", IntegerType.Int, isNullable: false),
                .. names.Select(name => new Column(name, IntegerType.Int, isNullable: true)),
            ]
        );
        var all = names.Select(name => source.Number(name).EqualTo(1)).Aggregate((left, right) => left & right);
        var function = ScriptGenerator
            .Generate(ScriptCases.Named("x", new CodingBuilder().Where(all).Build()), source, Targets.SqlServer2016)
            .Single(file => file.Name == FileNames.Function)
            .Text;

        Assert.That(
            function.Split('\n').Where(line => line.StartsWith("    @", StringComparison.Ordinal)),
            Is.EqualTo(
                new[]
                {
                    "    @a_b_3 int,",
                    "    @a_b int,",
                    "    @A_B_4 int,",
                    "    @a_b_2 int,",
                    $"    @{new string('x', 127)} int,",
                    $"    @{new string('x', 125)}_2 int,",
                    "    @__ int",
                }
            )
        );
    }

    [Test]
    public void A_query_for_dbt_can_be_put_into_a_statement_whatever_comment_ends_it()
    {
        var coding = new CodingBuilder()
            .Where(Apcs.AdmissionMethod.Like("2%").TrailingComment("the last word"))
            .Build();

        var model = Generate(coding).Single(file => FileNames.IsDbtModel(file.Name)).Text;

        Assert.That(model, Does.EndWith("\n-- the last word\nWHERE [APCS].[Admission_Method] LIKE '2%'\n"));
        Assert.That(ScriptShape.Of(new GeneratedFile("x", $"SELECT 1 FROM (\n{model.TrimEnd()}) AS q;")), Is.Not.Empty);
    }

    [TestCase("2Y_back_pain_fusion", "dbt/2Y_back_pain_fusion.sql")]
    [TestCase("../../x y-z", "dbt/______x_y_z.sql")]
    public void A_model_of_dbt_has_a_name_that_dbt_takes(string id, string name) =>
        Assert.That(FileNames.DbtModel(id), Is.EqualTo(name));

    [Test]
    public void Sql_projects_get_plain_creates_and_servers_without_them_none()
    {
        foreach (var target in Targets.All)
        {
            var files = ScriptGenerator
                .Generate(BackPainFusion.Coding, Apcs.Source, target)
                .Where(file => file.Name.StartsWith("project/", StringComparison.Ordinal))
                .ToList();

            Assert.That(files, Has.Count.EqualTo(target.HasSqlProjects ? 2 : 0), target.Name);
            Assert.That(files.Select(file => file.Text), Has.None.Contains("\nCREATE OR ALTER"));
            Assert.That(files.Select(file => file.Text), Has.None.Contains("\nGO"));
        }
    }

    [Test]
    public void Citations_and_notes_stand_in_the_view_and_the_function_points_to_it()
    {
        var files = ScriptGenerator
            .Generate(BackPainFusion.Coding, Apcs.Source, Targets.SqlServer2016)
            .ToDictionary(file => file.Name, file => file.Text);

        Assert.That(files[FileNames.View], Does.Contain("-- Guidance: “").And.Contain("-- Note: "));
        Assert.That(files[FileNames.Function], Does.Not.Contain("Guidance: “").And.Not.Contain("Note: "));
        Assert.That(files[FileNames.Function], Does.Contain("stand in the view [ebi].[2Y_back_pain_fusion]"));
        Assert.That(files[FileNames.Function], Does.Contain("-- Only Elective Activity\n"));
    }

    [Test]
    public void Every_target_takes_its_scripts()
    {
        foreach (var target in Targets.All)
        {
            Assert.That(
                () => ScriptGenerator.Generate(BackPainFusion.Coding, Apcs.Source, target),
                Throws.Nothing,
                target.Name
            );
        }
    }

    [Test]
    public void Targets_with_create_or_alter_have_the_same_scripts()
    {
        var expected = ScriptGenerator.Generate(BackPainFusion.Coding, Apcs.Source, Targets.SqlServer2016);

        foreach (var target in Targets.All.Where(target => target.HasCreateOrAlter))
        {
            Assert.That(
                ScriptGenerator.Generate(BackPainFusion.Coding, Apcs.Source, target),
                Is.EqualTo(expected),
                target.Name
            );
        }
    }

    [Test]
    [SetCulture("tr-TR")]
    [SetUICulture("tr-TR")]
    public void Turkish_settings_change_no_byte()
    {
        var turkish = AllScripts();
        ValueList<GeneratedFile> invariant = [];
        var thread = new Thread(() => invariant = AllScripts())
        {
            CurrentCulture = System.Globalization.CultureInfo.InvariantCulture,
        };
        thread.Start();
        thread.Join();

        Assert.That(turkish, Is.EqualTo(invariant));
    }

    private static ValueList<GeneratedFile> AllScripts() =>
        Targets
            .All.SelectMany(target =>
                ScriptGenerator.Generate(
                    ScriptCases.Named("tIi", BackPainFusion.Coding.Coding),
                    Apcs.Source,
                    target,
                    ObjectNaming.Default with
                    {
                        Schema = "TIi",
                    }
                )
            )
            .Concat(
                ScriptGenerator.Generate(
                    ScriptCases.Named("tIi", Everything.Coding),
                    Everything.Source,
                    Targets.SqlServer2016,
                    ObjectNaming.Default with
                    {
                        Schema = "TIi",
                    }
                )
            )
            .ToValueList();

    private static ValueList<GeneratedFile> Generate(Coding coding) =>
        ScriptGenerator.Generate(ScriptCases.Named("x", coding), Apcs.Source, Targets.SqlServer2016);

    private static string RefusedCode(Coding coding) => Refused.Problem(() => Generate(coding)).Code.Id;

    private static ValueList<GeneratedFile> Generate(string name, string prose, Target target)
    {
        var source = new Source(
            new TableName(name, name),
            name,
            key: ["key " + name],
            carried: ["carried " + name],
            columns:
            [
                new Column("key " + name, IntegerType.Int, isNullable: false),
                new Column("carried " + name, IntegerType.Int, isNullable: false),
                new Column(name, CharacterType.VarChar(10, Collation.Latin1GeneralBin2), isNullable: true),
            ]
        );
        var coding = new CodingBuilder()
            .When(
                source.Text(name).Like("x%").Comment(prose).Cites(prose).TrailingComment(prose),
                Label.Of(name, isUnicode: true)
            )
            .Where(source.Text(name).NotIn("y").Note(prose))
            .Build();
        var published = new PublishedCoding
        {
            Id = name,
            Title = prose,
            Publication = prose,
            Edition = prose,
            Coding = coding,
        };
        return ScriptGenerator.Generate(published, source, target, ObjectNaming.Default with { Schema = name });
    }
}
