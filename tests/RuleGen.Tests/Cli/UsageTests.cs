using System.Text.Json;

namespace RuleGen.Tests.Cli;

public sealed class UsageTests
{
    [Test]
    public void Help_names_the_commands_with_examples_and_exit_codes()
    {
        var result = RuleGenProcess.Run("--help");

        Assert.That(result.ExitCode, Is.Zero);
        Assert.That(result.Error, Is.Empty);
        Assert.That(
            result.Output,
            Does.Contain("build").And.Contain("read").And.Contain("evaluate").And.Contain("sample")
        );
        Assert.That(result.Output, Does.Contain("  rulegen build --check\n"));
        Assert.That(
            new[] { "  0 ", "  1 ", "  2 ", "  3 ", "  4 ", "  5 ", "  70 ", "  130 " },
            Is.All.Matches<string>(code => result.Output.Contains("\n" + code, StringComparison.Ordinal))
        );
    }

    [Test]
    public void Help_for_a_command_shows_its_own_examples()
    {
        var result = RuleGenProcess.Run("evaluate", "--help");

        Assert.That(result.Output, Does.Contain("--explain").And.Contain("  rulegen evaluate my_edit.sql"));
        Assert.That(result.Output, Does.Not.Contain("rulegen sample"));
    }

    [Test]
    public void Version_is_a_number_alone() =>
        Assert.That(RuleGenProcess.Run("--version").Output, Does.Match("^[0-9]+\\.[0-9]+\\.[0-9]+\n$"));

    [TestCase(
        "",
        "There is no command. Use init, config, build, read, evaluate, lint, fixtures, test, prove, diff, overlaps, sample, verify, schema, deploy, "
            + "status, undeploy; see rulegen --help."
    )]
    [TestCase("evalute", "There is no command 'evalute'. Did you mean 'evaluate'?")]
    [TestCase("evalute text.sql --input x.csv", "There is no command 'evalute'. Did you mean 'evaluate'?")]
    [TestCase(
        "--schema s.json evaluate text.sql --input x.csv",
        "Option '--schema' stands before the command. Write it after the command: rulegen evaluate … --schema …."
    )]
    [TestCase("sample --rows 1 --ouput=x", "There is no option '--ouput=x'. Did you mean '--output'?")]
    [TestCase("config more", "Argument 'more' is one too many. See rulegen config --help.")]
    [TestCase("sample", "Option '--rows' is required. See rulegen sample --help.")]
    [TestCase(
        "sample --rows -1",
        "--rows takes a whole number from 0 to 2147483647, not '-1'. See rulegen sample --help."
    )]
    [TestCase(
        "sample --rows 1 --seed x",
        "--seed takes a whole number from 0 to 18446744073709551615, not 'x'. See rulegen sample --help."
    )]
    [TestCase(
        "sample --rows 1 --null ,",
        "--null takes a token without commas, quotes and line breaks. See rulegen sample --help."
    )]
    [TestCase(
        "deploy --clr-trust",
        "--clr-trust is about the assemblies of --clr; say that, too. See rulegen deploy --help."
    )]
    public void A_command_line_that_is_not_understood_says_why(string arguments, string message)
    {
        var result = RuleGenProcess.Run(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.That(result, Is.EqualTo(new ProcessResult(2, "", $"RG0601: {message}\n")));
    }

    [Test]
    public void Several_mistakes_are_reported_together() =>
        Assert.That(RuleGenProcess.Run("evaluate").ErrorLines, Has.Length.EqualTo(2).And.All.StartWith("RG0601: "));

    [TestCase("2Y_back_pain_fusoin", "Did you mean '2Y_back_pain_fusion'?")]
    [TestCase("hips.sql", "Name a .sql file, or one of 2Y_back_pain_fusion, meniscal_arthroscopy.")]
    public void A_coding_that_is_not_there_is_a_mistake_of_usage(string coding, string remedy)
    {
        var result = RuleGenProcess.Run("evaluate", coding, "--input", "-");

        Assert.That(
            result,
            Is.EqualTo(
                new ProcessResult(2, "", $"RG0602: '{coding}' is neither the id of a coding nor a file. {remedy}\n")
            )
        );
    }

    [Test]
    public void An_unknown_collation_is_invalid_input()
    {
        var result = RuleGenProcess.Run("sample", "--rows", "1", "--collation", "Klingon_CI_AS");

        Assert.That(result.ExitCode, Is.EqualTo(3));
        Assert.That(result.Error, Does.StartWith("RG0006: Collation 'Klingon_CI_AS' is not modelled. Use one of"));
    }

    [Test]
    public void Where_json_is_asked_for_errors_are_json_on_the_standard_output_and_lines_on_the_standard_error()
    {
        var result = RuleGenProcess.Run("read", "--format", "json", "none.sql");

        var errors = JsonDocument.Parse(result.Output).RootElement.GetProperty("errors");
        Assert.That(result.ExitCode, Is.EqualTo(5));
        Assert.That(errors.GetArrayLength(), Is.EqualTo(1));
        Assert.That(errors[0].GetProperty("code").GetString(), Is.EqualTo("RG0501"));
        Assert.That(errors[0].GetProperty("file").GetString(), Is.EqualTo("none.sql"));
        Assert.That(result.Error, Does.StartWith("none.sql: RG0501: "));
    }

    [Test]
    public void Where_json_is_asked_for_mistakes_of_usage_are_json_too()
    {
        var result = RuleGenProcess.Run("read", "--format=json");

        var errors = JsonDocument.Parse(result.Output).RootElement.GetProperty("errors");
        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(errors[0].GetProperty("code").GetString(), Is.EqualTo("RG0601"));
    }

    [Test]
    public void A_file_of_arguments_is_not_read() =>
        Assert.That(RuleGenProcess.Run("evaluate", "@none", "--input", "-").Error, Does.StartWith("RG0602: '@none'"));
}
