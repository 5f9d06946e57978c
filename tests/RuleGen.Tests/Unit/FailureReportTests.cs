using RuleGen.Cli;
using RuleGen.Model;

namespace RuleGen.Tests.Unit;

[NonParallelizable]
public sealed class FailureReportTests
{
    [TearDown]
    public void ForgetDebugging() => Environment.SetEnvironmentVariable("RULEGEN_DEBUG", null);

    [Test]
    public void A_defect_is_one_line_that_says_how_to_report_it()
    {
        var error = new StringWriter { NewLine = "\n" };

        var exitCode = new FailureReport(error, new Redaction([]), isJson: false).ReportDefect(Thrown());

        Assert.That(exitCode, Is.EqualTo(70));
        Assert.That(
            error.ToString(),
            Does.Match("^internal error: InvalidOperationException: Two lines\\. This is a defect of rulegen; .*\n$")
        );
    }

    [Test]
    public void The_stack_trace_of_a_defect_is_shown_on_demand()
    {
        Environment.SetEnvironmentVariable("RULEGEN_DEBUG", "1");
        var error = new StringWriter { NewLine = "\n" };

        new FailureReport(error, new Redaction([]), isJson: false).ReportDefect(Thrown());

        Assert.That(error.ToString(), Does.Contain("   at RuleGen.Tests.Unit.FailureReportTests.Thrown"));
    }

    [Test]
    public void What_no_one_expected_is_a_defect() => Assert.That(CommandLine.Run([null!]), Is.EqualTo(70));

    [TestCase("RG0601", 2)]
    [TestCase("RG0101", 3)]
    [TestCase("RG0501", 5)]
    [TestCase("RG0708", 1)]
    public void The_kind_of_a_problem_decides_the_exit_code(string code, int exitCode)
    {
        var error = new StringWriter { NewLine = "\n" };
        var problem = new Problem(ErrorCodes.All.Single(known => known.Id == code), "It is wrong", "Mend it");

        Assert.That(
            new FailureReport(error, new Redaction([]), isJson: false).Report(new RuleGenException([problem, problem])),
            Is.EqualTo(exitCode)
        );
        Assert.That(error.ToString(), Is.EqualTo($"{code}: It is wrong. Mend it.\n{code}: It is wrong. Mend it.\n"));
    }

    private static InvalidOperationException Thrown()
    {
        try
        {
            throw new InvalidOperationException("Two\nlines");
        }
        catch (InvalidOperationException exception)
        {
            return exception;
        }
    }
}
