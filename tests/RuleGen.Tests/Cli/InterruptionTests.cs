using System.Diagnostics;
using System.Globalization;

namespace RuleGen.Tests.Cli;

[Platform("Linux,MacOsX")]
public sealed class InterruptionTests
{
    [TestCase("INT", 130)]
    [TestCase("TERM", 143)]
    public void An_interrupted_command_leaves_the_old_file_and_no_half_one(string signal, int exitCode)
    {
        using var folder = new TemporaryFolder();
        var output = folder.Write("results.csv", "old results\n");
        using var process = RuleGenProcess.Start(
            Repository.Root,
            "evaluate",
            "2Y_back_pain_fusion",
            "--input",
            "-",
            "--output",
            output
        );
        process.StandardInput.Write(Repository.CsvHeader);
        process.StandardInput.Flush();
        WaitFor(() => folder.Names.Any(name => name!.EndsWith(".tmp", StringComparison.Ordinal)));

        var id = process.Id.ToString(CultureInfo.InvariantCulture);
        Process.Start("kill", [$"-{signal}", id]).WaitForExit();

        Assert.That(RuleGenProcess.WaitForEnd(process).ExitCode, Is.EqualTo(exitCode));
        Assert.That(process.StandardError.ReadToEnd(), Is.Empty);
        Assert.That(folder.Names, Is.EqualTo(new[] { "results.csv" }));
        Assert.That(File.ReadAllText(output), Is.EqualTo("old results\n"));
    }

    [Test]
    public void When_nobody_reads_on_the_command_ends_quietly()
    {
        using var process = RuleGenProcess.Start(Repository.Root, "sample", "--rows", "2000000000");

        Assert.That(process.StandardOutput.ReadLine(), Does.StartWith("APCS_Ident,"));
        process.StandardOutput.Close();

        Assert.That(RuleGenProcess.WaitForEnd(process).ExitCode, Is.Zero);
        Assert.That(process.StandardError.ReadToEnd(), Is.Empty);
    }

    private static void WaitFor(Func<bool> condition)
    {
        var patience = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.That(patience.Elapsed, Is.LessThan(TimeSpan.FromMinutes(1)), "It did not happen.");
            Thread.Sleep(20);
        }
    }
}
