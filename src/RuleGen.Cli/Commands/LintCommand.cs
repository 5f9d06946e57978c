using System.CommandLine;
using RuleGen.Cli.Files;
using RuleGen.Cli.Linting;
using RuleGen.Data.Files;
using RuleGen.Model;
using RuleGen.Model.Describing;
using RuleGen.Proof;
using RuleGen.Proof.Findings;
using RuleGen.Workspaces;
using RuleGen.Workspaces.Catalogues;
using RuleGen.Workspaces.Linting;

namespace RuleGen.Cli.Commands;

/// <summary><c>rulegen lint</c>: looks for what the author of a coding may not have meant.</summary>
internal static class LintCommand
{
    /// <summary>The name of the command.</summary>
    public const string Name = "lint";

    private const string Never = "never";

    public static Command Create(TextWriter error)
    {
        var codings = CodingArgument.Create(
            ArgumentArity.OneOrMore,
            "; of a catalogue also what its codings are together"
        );
        var failOn = new Option<string>("--fail-on")
        {
            Description = "The least severity that makes the exit code 1",
            DefaultValueFactory = _ => FindingWords.Name(FindingSeverity.Error),
        };
        failOn.AcceptOnlyFromAmong([.. FindingWords.Severities, Never]);
        var baseline = new Option<string?>("--baseline")
        {
            Description =
                "Leave out the findings that this file has, of --write-baseline or --format json: they are not shown, and do "
                + "not make the exit code 1",
            HelpName = "FILE",
        };
        var written = OutputOption.Beside(
            "--write-baseline",
            "The JSON file to write with all findings, as a baseline for later runs; the exit code is then 0"
        );
        var format = FormatOption.Create();
        var assumptions = new AssumptionOptions();
        var sources = new SourceOptions();
        var command = new Command(Name, "Look for what the author of a coding may not have meant, with proof")
        {
            codings,
            failOn,
            baseline,
            written,
            format,
        };
        assumptions.AddTo(command);
        sources.AddTo(command);
        command.SetAction(parsed =>
        {
            var workspace = sources.Open(parsed);
            var known = parsed.GetValue(baseline) is { } file ? LintBaseline.Read(file) : null;
            using var output = parsed.GetValue(written) is { } path ? OutputFile.Open(path) : null;
            var (catalogues, others) = CatalogueArgument.Part(parsed.GetRequiredValue(codings), workspace);
            var found = CodingArgument.FindAll(others, workspace, error);
            var assumed = assumptions.Read(parsed, workspace.Source);
            var progress = new StepProgress(error, Terminal.IsErrorInteractive);
            var linted = Lint(workspace, catalogues, found, assumed, progress).ToList();
            progress.Clear();
            WriteNotes(linted, error);
            var shown = Compare(linted, known);
            if (output is not null)
            {
                Write(linted.ConvertAll(each => each.Result), output, parsed.GetValue(written)!, error);
            }

            parsed.InvocationConfiguration.Output.Write(
                parsed.GetValue(format) == "json" ? Json.Write(LintJson.Write(shown))
                : catalogues.Count > 0 ? GroupedLintText.Write(shown)
                : LintText.Write(shown)
            );
            foreach (var note in known is null ? [] : BaselineNotes.On(parsed.GetValue(baseline)!, shown))
            {
                error.WriteLine(note);
            }

            return output is null && shown.Exists(each => Fails(each.Result.Report, parsed.GetValue(failOn)!))
                ? ExitCode.Findings
                : ExitCode.Clean;
        });
        return command;
    }

    /// <summary>The findings on catalogues as such, and on every coding once.</summary>
    private static IEnumerable<(string Title, LintResult Result)> Lint(
        Workspace workspace,
        ValueList<WorkspaceCatalogue> catalogues,
        ValueList<WorkspaceCoding> others,
        ValueList<Assumption> assumed,
        StepProgress progress
    )
    {
        var codings = catalogues
            .SelectMany(catalogue => catalogue.Codings)
            .Concat(others)
            .DistinctBy(coding => coding.Name)
            .ToList();
        var (done, all) = (0, catalogues.Count + codings.Count);
        foreach (var catalogue in catalogues)
        {
            var result = workspace.Lint(catalogue, assumed);
            progress.Report(++done, all, result.Name);
            yield return (result.Name, result);
        }

        foreach (var coding in codings)
        {
            var result = workspace.Lint(coding, assumed);
            progress.Report(++done, all, result.Name);
            yield return (coding.Name, result);
        }
    }

    private static void WriteNotes(IEnumerable<(string Title, LintResult Result)> linted, TextWriter error)
    {
        foreach (var (title, result) in linted.Where(each => each.Result.OtherText is not null))
        {
            error.WriteLine($"{title}: {result.OtherText} does not hold this coding; findings are shown without lines");
        }
    }

    /// <summary>Leaves out what a baseline has.</summary>
    /// <exception cref="RuleGenException">RG0601: it cannot tell two of the codings apart.</exception>
    private static List<ShownLint> Compare(List<(string Title, LintResult Result)> linted, LintBaseline? known)
    {
        if (known is null)
        {
            return linted.ConvertAll(each => new ShownLint(each.Title, each.Result, Baselined: null));
        }

        LintBaseline.RequireNames(linted.Select(each => each.Result));
        return linted.ConvertAll(each =>
        {
            var baselined = known.Compare(each.Result);
            return new ShownLint(each.Title, baselined.Result, baselined);
        });
    }

    private static void Write(List<LintResult> linted, OutputFile output, string path, TextWriter error)
    {
        var baseline = LintBaseline.Of(linted);
        output.Writer.Write(baseline.Write());
        output.Commit();
        error.WriteLine(BaselineNotes.OnWritten(path, baseline.Count, linted.Count));
    }

    private static bool Fails(LintReport report, string failOn) =>
        failOn != Never
        && report.Findings.Any(finding =>
            FindingWords.Severities.ToList().IndexOf(FindingWords.Severity(finding.Code))
            >= FindingWords.Severities.ToList().IndexOf(failOn)
        );
}
