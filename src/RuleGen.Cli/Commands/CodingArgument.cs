using System.CommandLine;
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

    /// <summary>An argument that takes several codings; <see cref="FindAll"/> and its like say which they are.</summary>
    /// <param name="arity">How many there must be.</param>
    /// <param name="addition">What else is said of it.</param>
    public static Argument<string[]> Create(ArgumentArity arity, string addition = "") =>
        new("CODING")
        {
            Description =
                "The id of a coding or catalogue, a file of published text, or a folder of them; may be given several times"
                + addition,
            Arity = arity,
        };

    /// <summary>The same, where no coding named means every one of the workspace.</summary>
    public static Argument<string[]> CreateOfWorkspace() =>
        Create(ArgumentArity.ZeroOrMore, " [default: every coding of the workspace]");

    /// <summary>The codings that names stand for: ids, files and folders of published text, or the standard input.</summary>
    /// <exception cref="RuleGenException">As for <see cref="Find"/>.</exception>
    public static ValueList<WorkspaceCoding> FindAll(
        IEnumerable<string> names,
        Workspace workspace,
        TextWriter error
    ) =>
        names
            .SelectMany(name => name == OutputFile.Standard ? [ReadText(name, workspace)] : workspace.FindAll(name))
            .Select(coding => Noted(coding, error))
            .ToValueList();

    /// <summary>The codings that names stand for, each with an id of its own; every coding of the workspace for no name.</summary>
    /// <exception cref="RuleGenException">
    /// As for <see cref="Find"/>; or a coding has no id. RG0214: two files have one.
    /// </exception>
    public static ValueList<WorkspaceCoding> FindNamed(
        IReadOnlyCollection<string> names,
        Workspace workspace,
        TextWriter error
    )
    {
        var codings = (names.Count == 0 ? Every(workspace) : names.SelectMany(workspace.FindNamed))
            .DistinctBy(coding => coding.File is { } file ? Path.GetFullPath(file) : coding.Published.Id)
            .Select(coding => Noted(coding, error))
            .ToValueList();
        var twice = codings
            .GroupBy(coding => coding.Published.Id, SqlName.Comparer)
            .FirstOrDefault(each => each.Count() > 1);
        return twice is null
            ? codings
            : throw new RuleGenException(
                ErrorCodes.InvalidId,
                $"'{MessageText.OneLine(twice.First().Name)}' and '{MessageText.OneLine(twice.Last().Name)}' are both the "
                    + $"coding {twice.Key}",
                "Name one of them, or rename a file"
            );
    }

    /// <summary>The codings that names stand for; every coding of the workspace for no name.</summary>
    /// <exception cref="RuleGenException">As for <see cref="Find"/>.</exception>
    public static ValueList<WorkspaceCoding> FindAllOrEvery(
        IReadOnlyCollection<string> names,
        Workspace workspace,
        TextWriter error
    ) =>
        names.Count == 0
            ? Every(workspace).Select(coding => Noted(coding, error)).ToValueList()
            : FindAll(names, workspace, error);

    private static ValueList<WorkspaceCoding> Every(Workspace workspace) =>
        workspace.Codings is { Count: > 0 } codings
            ? codings
            : throw new RuleGenException(
                ErrorCodes.UnknownCoding,
                $"The workspace has no codings: there is no .sql file in '{DisplayPath.Of(workspace.Folder!.PublishedFolder)}'",
                "Put a text there, or name a file"
            );

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
