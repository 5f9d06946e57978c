namespace RuleGen.Tests.Cli;

/// <summary>A command loads what it needs: the start of the others stays short.</summary>
public sealed class LoadedAssembliesTests
{
    private static readonly string[] Heavy =
    [
        "Microsoft.SqlServer.TransactSql.ScriptDom",
        "Microsoft.CodeAnalysis",
        "Microsoft.Data.SqlClient",
        "Microsoft.Data.Sqlite",
        "SQLitePCLRaw.core",
    ];

    [TestCase("--help")]
    [TestCase("evaluate --help")]
    [TestCase("sample 2Y_back_pain_fusion --rows 3")]
    [TestCase("evaluate 2Y_back_pain_fusion --input -")]
    public void Commands_that_need_no_parser_and_no_database_load_none(string arguments) =>
        Assert.That(Load(arguments.Split(' ')), Has.Some.EqualTo("rulegen").And.None.AnyOf(Heavy));

    [Test]
    public void Help_loads_no_engine() =>
        Assert.That(Load("--help"), Has.None.AnyOf("RuleGen.Engine", "RuleGen.Sqlite", "RuleGen.Clr"));

    [Test]
    public void A_command_that_reads_published_text_loads_the_parser() =>
        Assert.That(Load("read", "sql/published/2Y_back_pain_fusion.sql"), Has.Some.EqualTo(Heavy[0]));

    private static string[] Load(params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        var list = folder["assemblies.txt"];
        var hook = typeof(StartupHook).Assembly.Location;
        var result = RuleGenProcess.RunWith(
            [("DOTNET_STARTUP_HOOKS", hook), (StartupHook.FileVariable, list)],
            Repository.CsvHeader,
            arguments
        );
        Assert.That(result.ExitCode, Is.Zero, result.Error);
        return File.ReadAllLines(list);
    }
}
