using RuleGen.Cli.Evaluation;

namespace RuleGen.Tests.Unit.Evaluation;

public sealed class ProgressTests
{
    [Test]
    public void It_says_rows_speed_and_what_is_left() =>
        Assert.That(
            Progress.Describe(3_500_000, done: 200, size: 500, TimeSpan.FromSeconds(2.5)),
            Is.EqualTo("3,500,000 rows, 1,400,000 rows/s, 4 s left")
        );

    [Test]
    public void Of_a_pipe_nobody_knows_what_is_left() =>
        Assert.That(
            Progress.Describe(10, done: 0, size: null, TimeSpan.FromSeconds(1)),
            Is.EqualTo("10 rows, 10 rows/s")
        );

    [Test]
    public void On_a_terminal_the_line_is_written_over_and_taken_away()
    {
        var error = new StringWriter();
        var progress = new Progress(error, isTerminal: true, size: null, interval: TimeSpan.Zero);

        progress.Report(1000, 0);
        progress.Clear();
        progress.Clear();

        var parts = error.ToString().Split('\r');
        Assert.That(parts, Has.Length.EqualTo(4));
        Assert.That(parts[1], Does.StartWith("1,000 rows"));
        Assert.That(parts[2], Is.EqualTo(new string(' ', parts[1].Length)));
    }

    [Test]
    public void Elsewhere_every_report_is_a_line()
    {
        var error = new StringWriter { NewLine = "\n" };
        var progress = new Progress(error, isTerminal: false, size: null, interval: TimeSpan.Zero);

        progress.Report(1, 0);
        progress.Report(2, 0);
        progress.Clear();

        Assert.That(error.ToString(), Does.Match("^1 rows, [0-9,]+ rows/s\n2 rows, [0-9,]+ rows/s\n$"));
    }
}
