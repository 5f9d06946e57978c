using System.CommandLine;
using RuleGen.Data.Csv;
using RuleGen.Workspaces;

namespace RuleGen.Cli.Commands;

/// <summary><c>rulegen sample</c>: writes synthetic rows.</summary>
internal static class SampleCommand
{
    public static Command Create()
    {
        var rows = SampleOptions.CreateRows("How many rows");
        rows.Required = true;
        var seed = SampleOptions.CreateSeed(1);
        var csv = new CsvOptions();
        var source = new SourceOptions();
        var command = new Command("sample", "Write synthetic spells in which every clause of every coding is exercised")
        {
            rows,
            seed,
        };
        csv.AddTo(command);
        source.AddTo(command);
        command.SetAction(parsed =>
        {
            Write(parsed, source.Open(parsed), parsed.GetValue(rows), parsed.GetValue(seed), csv);
            return ExitCode.Clean;
        });
        return command;
    }

    private static void Write(ParseResult parsed, Workspace workspace, int rows, ulong seed, CsvOptions csv)
    {
        var source = workspace.Source;
        var sample = workspace.Sample(workspace.Published, rows, seed);
        using var output = csv.OpenOutput(parsed);
        var writer = new CsvWriter(output.Writer, csv.NullToken(parsed));
        foreach (var column in source.Columns)
        {
            writer.Write(column.StoredName);
        }

        writer.EndRecord();
        foreach (var row in sample)
        {
            foreach (var column in source.Columns)
            {
                writer.Write(row[column]);
            }

            writer.EndRecord();
        }

        output.Commit();
    }
}
