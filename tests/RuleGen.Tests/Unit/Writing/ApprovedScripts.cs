using RuleGen.Model;
using RuleGen.Rules;
using RuleGen.Tests.TestData;
using RuleGen.TSql;

namespace RuleGen.Tests.Unit.Writing;

/// <summary>
/// Scripts as people see them, compared byte for byte with <c>Approved/Writing/&lt;case&gt;/</c>.
/// </summary>
public class ApprovedScripts
{
    private static readonly (
        string Folder,
        PublishedCoding Coding,
        Source Source,
        Target Target,
        string Schema
    )[] Cases =
    [
        ("2Y", BackPainFusion.Coding, Apcs.Source, Targets.SqlServer2016, "ebi"),
        ("2Y-babelfish", BackPainFusion.Coding, Apcs.Source, Targets.Babelfish, "ebi"),
        (
            "odd-names",
            ScriptCases.Odd(ScriptCases.OddSource()),
            ScriptCases.OddSource(),
            Targets.SqlServer2019,
            "sch'e]ma"
        ),
        (
            "odd-names-babelfish",
            ScriptCases.Odd(ScriptCases.OddSource(bracket: ")")),
            ScriptCases.OddSource(bracket: ")"),
            Targets.Babelfish,
            "sch'e)ma"
        ),
        (
            "everything",
            ScriptCases.Named("everything", Everything.Coding),
            Everything.Source,
            Targets.SqlServer2016,
            "ebi"
        ),
        ("arms-only", ScriptCases.ArmsOnly, Apcs.Source, Targets.SqlServer2016, "ebi"),
        ("exclusions-only", ScriptCases.ExclusionsOnly, Apcs.Source, Targets.SqlServer2016, "ebi"),
    ];

    public static IEnumerable<TestCaseData> Files =>
        Cases.SelectMany(test =>
            ScriptGenerator
                .Generate(test.Coding, test.Source, test.Target, ObjectNaming.Default with { Schema = test.Schema })
                .Select(file =>
                    new TestCaseData($"Writing/{test.Folder}/{file.Name}", file.Text).SetArgDisplayNames(
                        $"{test.Folder}/{file.Name}"
                    )
                )
        );

    [TestCaseSource(nameof(Files))]
    public void Script_is_the_approved_one(string name, string text) => Approved.Check(name, text);

    [Test]
    public void No_approved_script_is_left_over()
    {
        var expected = Files.Select(test => (string)test.Arguments[0]!);

        Assert.That(Approved.Names("Writing"), Is.SubsetOf(expected));
    }
}
