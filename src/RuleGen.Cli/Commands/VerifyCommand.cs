using System.CommandLine;
using RuleGen.Cli.Evaluation;
using RuleGen.Cli.Files;
using RuleGen.Cli.Verification;
using RuleGen.Data.Csv;
using RuleGen.Data.Files;
using RuleGen.Model;
using RuleGen.Rules;
using RuleGen.Workspaces;
using RuleGen.Workspaces.Verification;

namespace RuleGen.Cli.Commands;

/// <summary><c>rulegen verify</c>: takes rows through every engine and shows where they disagree.</summary>
internal static class VerifyCommand
{
    public static Command Create(TextWriter error, Redaction redaction)
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
        var server = new ServerVerification();
        csv.AddNullTo(command);
        server.AddTo(command);
        sources.AddTo(command);
        command.SetAction(parsed =>
        {
            server.Check(parsed);
            var source = sources.Read(parsed);
            var isJson = parsed.GetValue(format) == "json";
            var output = parsed.InvocationConfiguration.Output;
            if (server.ReadTable(parsed) is { } table)
            {
                // The table's rows are all that is read: none are sampled, and none are loaded into it.
                ServerVerification.RefuseBeside(parsed, data, rows, seed);
                var codings = Find(parsed.GetValue(coding), source, error);
                var results = server.Run(parsed, table, codings, source, redaction, error);
                return VerificationReport.Show(results, isJson, output, error);
            }

            var file = parsed.GetValue(data);
            using var deferral = server.IsAsked(parsed) ? Interruption.Defer() : null;
            using var scratch = server.Open(parsed, redaction, error, deferral);
            using var run = new VerificationRun(
                Find(parsed.GetValue(coding), source, error),
                source,
                scratch,
                scratch is not null || Terminal.IsInteractive
                    ? (subject, size) => new Progress(error, Terminal.IsInteractive, size) { Subject = subject }
                    : null
            );
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

            return VerificationReport.Show(run.Results, isJson, output, error);
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
