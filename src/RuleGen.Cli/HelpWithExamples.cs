using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using RuleGen.Cli.Commands;
using RuleGen.Cli.Linting;
using RuleGen.Proof.Findings;

namespace RuleGen.Cli;

/// <summary>Shows the usual help, then examples and the exit codes; of one width everywhere.</summary>
internal sealed class HelpWithExamples : SynchronousCommandLineAction
{
    private const int Width = 100;

    private static readonly string[] Examples =
    [
        "rulegen init warehouse",
        "rulegen config",
        "rulegen config --format json",
        "rulegen build",
        "rulegen build 2Y_back_pain_fusion",
        "rulegen build --check",
        "rulegen build --target babelfish --out scripts",
        "rulegen read sql/published/2Y_back_pain_fusion.sql --format english",
        @"rulegen sample --rows 1000 --null '\N' --output spells.csv",
        @"rulegen evaluate 2Y_back_pain_fusion --input spells.csv --null '\N' --output results.csv",
        @"rulegen evaluate my_edit.sql --input spells.csv --null '\N' --explain",
        "rulegen evaluate my_edit.sql --input spells.csv --strict",
        "rulegen evaluate --all --input spells.csv --output results.csv --progress",
        "rulegen lint 2Y_back_pain_fusion",
        "rulegen lint EBI",
        "rulegen lint my_edit.sql --assume ascii --fail-on warning",
        "rulegen lint 2Y_back_pain_fusion my_edit.sql --write-baseline baseline.json",
        "rulegen lint my_edit.sql --baseline baseline.json --fail-on warning",
        "rulegen fixtures 2Y_back_pain_fusion",
        "rulegen fixtures my_edit.sql --format csv --output fixtures.csv",
        "rulegen test my_edit.sql --fixtures fixtures.csv",
        "rulegen prove 2Y_back_pain_fusion my_edit.sql",
        "rulegen prove old.sql new.sql --assume ascii --assume \"Admission_Method LIKE '[0-9][0-9]'\" --format json",
        "rulegen diff 2Y_back_pain_fusion my_edit.sql",
        @"rulegen diff old.sql new.sql --data spells.csv --null '\N' --format json",
        "rulegen diff old.sql new.sql --data spells.csv --keys changed.csv",
        "rulegen overlaps EBI",
        "rulegen overlaps EBI --data spells.csv --format json",
        "rulegen schema --connection env:WAREHOUSE --table dbo.Spells --output spells.json",
        "rulegen build --schema spells.json --form sargable --out scripts",
        "rulegen verify",
        @"rulegen verify my_edit.sql --data spells.csv --null '\N'",
        "rulegen verify --connection env:WAREHOUSE --rows 1000000",
        "rulegen verify --connection env:WAREHOUSE --clr",
        "rulegen verify --connection env:WAREHOUSE --data-from dbo.APCS",
        "rulegen deploy --connection env:WAREHOUSE --dry-run > deploy.sql",
        "rulegen deploy --connection env:WAREHOUSE",
        "rulegen deploy --connection env:WAREHOUSE --clr",
        "rulegen deploy 2Y_back_pain_fusion --connection \"Server=dwh;Database=EBI;Integrated Security=True\"",
        "rulegen status --connection env:WAREHOUSE --format json",
        "rulegen undeploy --connection env:WAREHOUSE --schema-name ebi",
    ];

    private static readonly string[] Rest =
    [
        "A setting is taken from an option, else from a variable RULEGEN_CODINGS, RULEGEN_SOURCE,",
        "RULEGEN_OUTPUT, RULEGEN_SCHEMA_NAME or RULEGEN_TARGETS, else from rulegen.json.",
        "",
        "CSV files are UTF-8 with a header. A field that holds the --null token without quotes is NULL; a",
        "field in quotes never is.",
        "",
        "Exit codes:",
        "  0   clean",
        "  1   findings: something is different, stale or disagrees; lint finds an error",
        "  2   the command line was not understood",
        "  3   a coding, SQL text, CSV file, source file or rulegen.json is not valid",
        "  4   undecided: a question could not be decided, or some rows not evaluated",
        "  5   a file, a server or a permission is not there",
        "  70  internal error (set RULEGEN_DEBUG=1 for the stack trace)",
        "  130 interrupted; no half file is left",
    ];

    private static readonly string[] Findings =
    [
        "Findings:",
        .. FindingCodes.All.Select(code => $"  {code.Id}  {FindingWords.Severity(code), -7}  {code.Meaning}"),
        "",
    ];

    private readonly HelpAction _help = new() { MaxWidth = Width };

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var exitCode = _help.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        var command = parseResult.CommandResult.Command;
        var start = command is RootCommand ? "rulegen " : $"rulegen {command.Name}";
        output.WriteLine("Examples:");
        foreach (var example in Examples.Where(example => example.StartsWith(start, StringComparison.Ordinal)))
        {
            output.WriteLine($"  {example}");
        }

        output.WriteLine();
        foreach (var line in command.Name == LintCommand.Name ? Findings.Concat(Rest) : Rest)
        {
            output.WriteLine(line);
        }

        return exitCode;
    }
}
