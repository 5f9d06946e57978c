using RuleGen.Data.Files;
using RuleGen.Model;
using RuleGen.Workspaces;

namespace RuleGen.Cli.Commands;

/// <summary>
/// Finds the coding that a command line names: by its id, a file of published text, or the standard input; notes on the
/// reading go to the standard error.
/// </summary>
internal static class CodingArgument
{
    /// <summary>The coding.</summary>
    /// <exception cref="RuleGenException">There is none, it cannot be read, or it does not fit the source.</exception>
    public static WorkspaceCoding Find(string name, Workspace workspace, TextWriter error) =>
        Noted(name == OutputFile.Standard ? ReadText(name, workspace) : workspace.Find(name), error);

    /// <summary>The coding that a file or the standard input holds, also where it is called as a coding's id.</summary>
    /// <exception cref="RuleGenException">The file cannot be read, or what it holds is no coding.</exception>
    public static WorkspaceCoding ReadFile(string path, Workspace workspace, TextWriter error) =>
        Noted(ReadText(path, workspace), error);

    private static WorkspaceCoding ReadText(string path, Workspace workspace)
    {
        var name = StandardStreams.NameOf(path);
        return workspace.Read(InputFile.ReadText(StandardStreams.OpenInput(path), name), name);
    }

    private static WorkspaceCoding Noted(WorkspaceCoding coding, TextWriter error)
    {
        foreach (var note in coding.Notes)
        {
            error.WriteLine(MessageText.OneLine($"{coding.File}:{note}"));
        }

        return coding;
    }
}
