using System.Diagnostics;
using System.Text;

namespace RuleGen.Tests.Cli;

/// <summary>Runs the built program as its users do.</summary>
internal static class RuleGenProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Runs a command line in the checkout's folder.</summary>
    public static ProcessResult Run(params string[] arguments) => RunIn(Repository.Root, "", arguments);

    /// <summary>Runs a command line with text on its standard input.</summary>
    public static ProcessResult RunWithInput(string input, params string[] arguments) =>
        RunIn(Repository.Root, input, arguments);

    /// <summary>Runs a command line in a folder.</summary>
    public static ProcessResult RunIn(string folder, string input, params string[] arguments) =>
        Finish(Start(folder, arguments), input);

    /// <summary>Runs a command line with variables of its own in the environment, and a text as input.</summary>
    public static ProcessResult RunWith(
        (string Name, string Value)[] variables,
        string input,
        params string[] arguments
    ) => Finish(Start(Repository.Root, arguments, variables), input);

    /// <summary>Runs what a shell makes of a command line, so that the standard streams can be files.</summary>
    /// <param name="line">The arguments, with the shell's own marks.</param>
    /// <param name="before">What the shell does first.</param>
    public static ProcessResult RunInShell(string line, string before = ":")
    {
        var start = new ProcessStartInfo("sh")
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(
            $"{before} && dotnet '{Path.Combine(TestContext.CurrentContext.TestDirectory, "rulegen.dll")}' {line}"
        );
        using var process = Process.Start(start) ?? throw new InvalidOperationException("The shell did not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        return WaitForEnd(process) with { Output = output.Result, Error = error.Result };
    }

    private static ProcessResult Finish(Process started, string input)
    {
        using var process = started;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        return WaitForEnd(process) with { Output = output.Result, Error = error.Result };
    }

    /// <summary>Starts a command line, for tests that interfere with it.</summary>
    public static Process Start(string folder, params string[] arguments) => Start(folder, arguments, []);

    /// <summary>Starts a command line with variables of its own in the environment.</summary>
    public static Process StartWith((string Name, string Value)[] variables, params string[] arguments) =>
        Start(Repository.Root, arguments, variables);

    private static Process Start(string folder, string[] arguments, (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add(Path.Combine(TestContext.CurrentContext.TestDirectory, "rulegen.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
    }

    /// <summary>Waits for the end of a process; one that does not end is a failure.</summary>
    public static ProcessResult WaitForEnd(Process process)
    {
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail("The program did not end.");
        }

        return new ProcessResult(process.ExitCode, "", "");
    }
}

/// <summary>What a process left behind.</summary>
internal sealed record ProcessResult(int ExitCode, string Output, string Error)
{
    /// <summary>The lines of the standard error.</summary>
    public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
