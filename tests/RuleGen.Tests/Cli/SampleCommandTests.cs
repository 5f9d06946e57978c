namespace RuleGen.Tests.Cli;

public sealed class SampleCommandTests
{
    [Test]
    public void Rows_go_to_the_standard_output_under_a_header()
    {
        var result = RuleGenProcess.Run("sample", "--rows", "3");

        Assert.That(result.ExitCode, Is.Zero);
        Assert.That(result.Error, Is.Empty);
        Assert.That(result.Output, Does.StartWith("APCS_Ident,Primary_Spell_Procedure,").And.EndsWith("\n"));
        Assert.That(result.Output, Does.Not.Contain("\r"));
        Assert.That(result.Output.Split('\n'), Has.Length.EqualTo(5));
    }

    [Test]
    public void The_same_seed_gives_the_same_bytes_and_another_seed_gives_others()
    {
        var first = RuleGenProcess.Run("sample", "--rows", "50", "--seed", "7").Output;
        var second = RuleGenProcess.Run("sample", "--rows", "50", "--seed", "7").Output;
        var other = RuleGenProcess.Run("sample", "--rows", "50", "--seed", "8").Output;

        Assert.That(second, Is.EqualTo(first));
        Assert.That(other, Is.Not.EqualTo(first));
    }

    [Test]
    public void Null_is_written_as_asked_for()
    {
        var empty = RuleGenProcess.Run("sample", "--rows", "200").Output;
        var token = RuleGenProcess.Run("sample", "--rows", "200", "--null", "\\N").Output;

        Assert.That(token, Does.Contain(",\\N,"));
        Assert.That(empty, Does.Not.Contain("\\N").And.Contain(",,"));
    }

    [Test]
    public void No_rows_is_a_header_alone() =>
        Assert.That(RuleGenProcess.Run("sample", "--rows", "0").Output.Split('\n'), Has.Length.EqualTo(2));

    [Test]
    public void A_file_is_written_in_place_of_the_standard_output()
    {
        using var folder = new TemporaryFolder();

        var result = RuleGenProcess.Run("sample", "--rows", "2", "--output", folder["a.csv"]);

        Assert.That(result, Is.EqualTo(new ProcessResult(0, "", "")));
        Assert.That(File.ReadAllText(folder["a.csv"]), Is.EqualTo(RuleGenProcess.Run("sample", "--rows", "2").Output));
        Assert.That(folder.Names, Is.EqualTo(new[] { "a.csv" }));
    }
}
