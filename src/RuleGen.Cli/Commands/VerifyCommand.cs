using System.CommandLine;
using RuleGen.Cli.Csv;
using RuleGen.Cli.Files;
using RuleGen.Cli.Verification;
using RuleGen.Model;
using RuleGen.Rules;

namespace RuleGen.Cli.Commands;

/// <summary><c>rulegen verify</c>: takes rows through every engine and shows where they disagree.</summary>
internal static class VerifyCommand
{
    public static Command Create(TextWriter error)
    {
        var coding = new Argument<string?>("CODING")
        {
            Description = "The id of a coding, or a file of published text [default: every coding]",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var data = new Option<string?>("--data")
        {
            Description = "A CSV file, whose rows are taken as well; - for the standard input",
            HelpName = "FILE",
        };
        var rows = SampleOptions.CreateRows("How many sampled rows");
        rows.DefaultValueFactory = _ => CodingVerifier.DefaultRows;
        var seed = SampleOptions.CreateSeed(CodingVerifier.DefaultSeed);
        var format = new Option<string>("--format")
        {
            Description = "How results are shown",
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong("text", "json");
        var csv = new CsvOptions();
        var sources = new SourceOptions();
        var command = new Command(
            "verify",
            "Take fixtures, sampled rows, and yours through independent engines, and show where they disagree"
        )
        {
            coding,
            data,
            rows,
            seed,
            format,
        };
        csv.AddNullTo(command);
        sources.AddTo(command);
        command.SetAction(parsed =>
        {
            var file = parsed.GetValue(data);
            var source = sources.Read(parsed);
            using var run = new VerificationRun(Find(parsed.GetValue(coding), source, error), source);
            using var reader = file is null
                ? null
                : new CsvRowReader(
                    StandardStreams.OpenInput(file),
                    StandardStreams.NameOf(file),
                    run.Columns,
                    csv.NullToken(parsed)
                );
            run.AddFixtures();
            run.AddSample(parsed.GetValue(rows), parsed.GetValue(seed));
            if (reader is not null)
            {
                run.AddFile(reader, StandardStreams.NameOf(file!));
            }

            var isJson = parsed.GetValue(format) == "json";
            return VerificationReport.Show(run.Results, isJson, parsed.InvocationConfiguration.Output, error);
        });
        return command;
    }

    private static IEnumerable<(string, PublishedCoding)> Find(string? name, Source source, TextWriter error) =>
        name is null
            ? PublishedCodings.All.Select(published =>
                (published.Id, published with { Coding = CodingArgument.Bind(published, source) })
            )
            : [(name, CodingArgument.ReadPublished(name, source, error))];
}
