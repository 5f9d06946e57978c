using System.CommandLine;
using RuleGen.Model;
using RuleGen.Workspaces.Settings;
using RuleGen.Workspaces.Starting;

namespace RuleGen.Cli.Commands;

/// <summary><c>rulegen init</c>: makes a folder a workspace.</summary>
internal static class InitCommand
{
    public static Command Create(TextWriter error)
    {
        var folder = new Argument<string>("DIR")
        {
            Description = "The folder; it is made where there is none [default: the current folder]",
            Arity = ArgumentArity.ZeroOrOne,
            DefaultValueFactory = _ => ".",
        };
        var command = new Command(
            "init",
            $"Make a folder a workspace: {WorkspaceFile.FileName}, a source file and a coding as an example, which build at once"
        )
        {
            folder,
        };
        command.SetAction(parsed =>
        {
            var path = parsed.GetRequiredValue(folder);
            foreach (var file in NewWorkspace.Create(path))
            {
                parsed.InvocationConfiguration.Output.WriteLine(MessageText.OneLine(DisplayPath.Of(file)));
            }

            parsed.InvocationConfiguration.Output.Flush();
            var there = Path.GetFullPath(path) == Directory.GetCurrentDirectory() ? "" : $"cd {path}, and then ";
            error.WriteLine(MessageText.OneLine($"Next: {there}rulegen build"));
            return ExitCode.Clean;
        });
        return command;
    }
}
