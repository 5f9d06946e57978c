using RuleGen.Model;
using RuleGen.Proof;
using RuleGen.Proof.Findings;
using RuleGen.Rules;
using RuleGen.TSql.Read;
using RuleGen.Workspaces;

namespace RuleGen.Tests.Unit.Workspaces;

/// <summary>RG1018, and what verdicts say where a text column is compared with a number.</summary>
public sealed class ConvertedTextTests
{
    private static readonly Workspace Lenient = Workspace.Over(
        Apcs.Source,
        reading: new ReadOptions { IsLenient = true }
    );

    [Test]
    public void A_comparison_with_a_number_is_found_with_a_value_that_fails()
    {
        var coding = Lenient.Read("WHERE 1=1\nAND Admission_Method IN (81, 82)", "x.sql");

        var finding = Lenient.Lint(coding).Report.Findings.Single(each => each.Code == FindingCodes.ConvertsText);

        Assert.That(finding.Place.Position, Is.EqualTo(new TextPosition(2, 5)));
        Assert.That(finding.Place.Text, Is.EqualTo("Admission_Method IN (81, 82)"));
        Assert.That(finding.Explanation, Does.Contain("it says: Admission_Method IN ('81', '82')."));
        Assert.That(finding.Witness!.Row.ToString(), Is.EqualTo("Admission_Method = 'A'"));
    }

    [Test]
    public void A_comparison_with_a_text_is_not() =>
        Assert.That(
            Lenient
                .Lint(Lenient.Read("WHERE Admission_Method IN ('81', '82')", "x.sql"))
                .Report.Findings.Select(finding => finding.Code),
            Has.None.EqualTo(FindingCodes.ConvertsText)
        );

    [Test]
    public void A_verdict_is_of_rows_with_digits_alone_and_says_so()
    {
        var number = Lenient.Read("WHERE Admission_Method <> 81", "x.sql");
        var text = Lenient.Read("WHERE Admission_Method <> '81' AND Admission_Method NOT LIKE '[A-Z]%'", "y.sql");
        var other = Lenient.Read("WHERE Admission_Method <> '81'", "z.sql");

        var verdict = Lenient.Prove(number, text).Verdict;

        Assert.That(verdict, Is.InstanceOf<Equivalent>());
        Assert.That(verdict.Basis.Lines, Has.Some.Contains("Every value of Admission_Method is digits alone"));
        Assert.That(Lenient.Prove(text, other).Verdict, Is.InstanceOf<Different>());
    }
}
