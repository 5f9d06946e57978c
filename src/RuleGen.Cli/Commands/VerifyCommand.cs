using System.CommandLine;
using RuleGen.Cli.Checks;
using RuleGen.Cli.Evaluation;
using RuleGen.Cli.Files;
using RuleGen.Cli.Testing;
using RuleGen.Cli.Verification;
using RuleGen.Workspaces.Verification;

namespace RuleGen.Cli.Commands;

/// <summary><c>rulegen verify</c>: takes rows through every engine and shows where they disagree.</summary>
internal static class VerifyCommand
{
    public static Command Create(TextWriter error, Redaction redaction)
    {
        var coding = CodingArgument.CreateOfWorkspace();
        var data = new Option<string?>("--data")
        {
            Description = "A CSV file, whose rows are taken as well; - for the standard input",
            HelpName = "FILE",
        };
        var rows = SampleOptions.CreateRows("How many sampled rows");
        rows.DefaultValueFactory = _ => VerificationOptions.DefaultRows;
        var seed = SampleOptions.CreateSeed(VerificationOptions.DefaultSeed);
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
        csv.AddReadingTo(command);
        server.AddTo(command);
        sources.AddTo(command);
        command.SetAction(parsed =>
        {
            server.Check(parsed);
            var workspace = sources.Open(parsed);
            var isJson = parsed.GetValue(format) == "json";
            var output = parsed.InvocationConfiguration.Output;
            if (server.ReadTable(parsed) is { } table)
            {
                // The table's rows are all that is read: none are sampled, and none are loaded into it.
                ServerVerification.RefuseBeside(parsed, data, rows, seed);
                var codings = CodingArgument.FindAllOrEvery(parsed.GetValue(coding) ?? [], workspace, error);
                var results = server.Run(parsed, table, codings, workspace, redaction, error);
                return VerificationReport.Show(results, isJson, output, error);
            }

            using var deferral = server.IsAsked(parsed) ? Interruption.Defer() : null;
            using var scratch = server.Open(parsed, redaction, error, deferral);
            using var input = csv.OpenInput(parsed, parsed.GetValue(data));
            var found = workspace.Verify(
                CodingArgument.FindAllOrEvery(parsed.GetValue(coding) ?? [], workspace, error),
                new VerificationOptions
                {
                    Rows = parsed.GetValue(rows),
                    Seed = parsed.GetValue(seed),
                    Data = input,
                    Server = scratch,
                    Progress =
                        scratch is not null || Terminal.IsErrorInteractive
                            ? (subject, size) =>
                                new Progress(error, Terminal.IsErrorInteractive, size) { Subject = subject }
                            : null,
                }
            );
            FixtureNote.Write(input, "verify", error);
            DoubtText.Show(input, csv.IsStrict(parsed), error);
            return VerificationReport.Show(found, isJson, output, error, input?.Doubts);
        });
        return command;
    }
}
