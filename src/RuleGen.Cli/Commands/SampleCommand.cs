using System.CommandLine;
using System.Globalization;
using RuleGen.Cli.Csv;
using RuleGen.Engine;
using RuleGen.Model;
using RuleGen.Rules;

namespace RuleGen.Cli.Commands;

/// <summary><c>rulegen sample</c>: writes synthetic rows.</summary>
internal static class SampleCommand
{
    public static Command Create()
    {
        var rows = new Option<int>("--rows")
        {
            Description = "How many rows",
            HelpName = "N",
            Required = true,
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                {
                    return number;
                }

                result.AddError($"--rows takes a whole number from 0 to {int.MaxValue}, not '{text}'");
                return 0;
            },
        };
        var seed = new Option<ulong>("--seed")
        {
            Description = "The same seed gives the same rows on every machine",
            HelpName = "S",
            DefaultValueFactory = _ => 1,
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                {
                    return number;
                }

                result.AddError($"--seed takes a whole number from 0 to {ulong.MaxValue}, not '{text}'");
                return 0;
            },
        };
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
            Write(parsed, source.Read(parsed), parsed.GetValue(rows), parsed.GetValue(seed), csv);
            return ExitCode.Clean;
        });
        return command;
    }

    private static void Write(ParseResult parsed, Source source, int rows, ulong seed, CsvOptions csv)
    {
        var codings = PublishedCodings.All.Select(published => CodingArgument.Bind(published, source)).ToList();
        using var output = csv.OpenOutput(parsed);
        var writer = new CsvWriter(output.Writer, csv.NullToken(parsed));
        foreach (var column in source.Columns)
        {
            writer.Write(column.Name);
        }

        writer.EndRecord();
        foreach (var row in Sampler.Sample(source, codings, rows, seed))
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
