using System.CommandLine;
using RuleGen.Cli.Building;
using RuleGen.Cli.Files;
using RuleGen.Model;
using RuleGen.TSql;
using RuleGen.Workspaces.Building;

namespace RuleGen.Cli.Commands;

/// <summary><c>rulegen build</c>: compiles every coding and brings <c>generated/</c> up to date.</summary>
internal static class BuildCommand
{
    public static Command Create(TextWriter error)
    {
        var codings = CodingArgument.CreateOfWorkspace();
        var check = new Option<bool>("--check") { Description = "Write nothing; fail if something would change" };
        var output = new Option<string?>("--out")
        {
            Description = "Another folder to write, in which nothing is removed [default: the workspace's]",
            HelpName = "DIR",
        };
        var target = new Option<string?>("--target")
        {
            Description =
                $"The server to write for: {string.Join(", ", Targets.All.Select(each => each.Name))}"
                + " [default: the first of the workspace's]",
            HelpName = "NAME",
        };
        var objectSchema = ServerOptions.CreateObjectSchema();
        var form = new Option<string>("--form")
        {
            Description =
                "How scripts write the codings: published, token for token; or sargable, so that indexes can answer",
            HelpName = "FORM",
            DefaultValueFactory = _ => "published",
        };
        form.AcceptOnlyFromAmong("published", "sargable");
        var sources = new SourceOptions();
        var command = new Command(
            "build",
            "Compile codings, validate, verify and prove the scripts for every server, write generated/"
        )
        {
            codings,
            check,
            output,
            target,
            form,
            objectSchema,
        };
        sources.AddTo(command);
        command.SetAction(parsed =>
        {
            var workspace = sources.Open(parsed);
            var names = parsed.GetValue(codings) ?? [];
            var progress = new StepProgress(error, Terminal.IsErrorInteractive);
            var options = new BuildOptions
            {
                Codings = names.Length == 0 ? null : CodingArgument.FindNamed(names, workspace, error),
                Catalogues = names.ToValueList(),
                Output = parsed.GetValue(output),
                Target = parsed.GetValue(target) is { } name ? Targets.Named(name) : null,
                Form = Enum.Parse<CodingForm>(parsed.GetValue(form)!, ignoreCase: true),
                Naming = SourceOptions.Naming(parsed.GetValue(objectSchema), workspace),
                ChecksOnly = parsed.GetValue(check),
                Progress = progress.Report,
                Inputs = sources.SchemaFile(parsed) is { } schema ? [schema] : [],
            };
            BuildResult result;
            try
            {
                result = workspace.Build(options);
            }
            finally
            {
                progress.Clear();
            }

            return Show(result, parsed.InvocationConfiguration.Output, error);
        });
        return command;
    }

    /// <summary>Reports a build, and gives the exit code.</summary>
    /// <exception cref="RuleGenException">Codings have problems.</exception>
    internal static int Show(BuildResult result, TextWriter output, TextWriter error)
    {
        foreach (var change in result.Changes)
        {
            output.WriteLine(MessageText.OneLine(DisplayPath.Of(change.Path)));
        }

        BuildTable.Write(result, error);
        if (result.Codings.Count == 0)
        {
            error.WriteLine(
                "There are no codings: put texts into the folder of codings; rulegen config says where it is."
            );
        }

        if (result.Problems.Count > 0)
        {
            output.Flush();
            throw new RuleGenException(result.Problems);
        }

        return result.HasFindings ? ExitCode.Findings : ExitCode.Clean;
    }
}
