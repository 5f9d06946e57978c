using System.Diagnostics;
using System.Text;

namespace RuleGen.Tests.Documents;

/// <summary>
/// A copy of what the program reads and writes in a checkout, where the commands of a document run one after the other.
/// </summary>
internal sealed class DocumentFolder : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly TemporaryFolder _folder = new();

    public DocumentFolder()
    {
        foreach (var name in new[] { "sql", "generated" })
        {
            Copy(Repository.PathOf(name), _folder[name]);
        }

        foreach (var name in new[] { "RuleGen.sln", "rulegen.json" })
        {
            File.Copy(Repository.PathOf(name), _folder[name]);
        }
    }

    /// <summary>
    /// What a command writes to both of its streams. <c>rulegen</c>, and <c>dotnet run --project src/RuleGen.Cli --</c>,
    /// are the program that was built.
    /// </summary>
    public string Run(string command)
    {
        var program = Path.Combine(TestContext.CurrentContext.TestDirectory, "rulegen.dll");
        var start = new ProcessStartInfo("bash")
        {
            WorkingDirectory = _folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment["NO_COLOR"] = "1";
        start.Environment["RULEGEN_PROGRAM"] = program;
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(
            $$"""
            rulegen() { command dotnet "$RULEGEN_PROGRAM" "$@"; }
            dotnet() {
                [ "$1 $2 $3 $4" = 'run --project src/RuleGen.Cli --' ] || { echo "not run by this test: dotnet $*"; return 1; }
                shift 4
                rulegen "$@"
            }
            exec 2>&1
            {{command}}
            """
        );
        using var process = Process.Start(start) ?? throw new InvalidOperationException("bash did not start.");
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"'{command}' did not end.");
        }

        return output.Result;
    }

    public void Dispose() => _folder.Dispose();

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        foreach (var folder in Directory.EnumerateDirectories(from))
        {
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
        }
    }
}
