using System.CommandLine;
using System.CommandLine.Parsing;
using RuleGen.Cli.Commands;
using RuleGen.Data.Files;
using RuleGen.Model;
using RuleGen.Workspaces.Settings;

namespace RuleGen.Cli.Files;

/// <summary>
/// Sees to it that the output of a command is none of the files that it reads, by whatever path, hard link or symbolic
/// link each is named, before anything is opened.
/// </summary>
internal static class OutputCheck
{
    /// <summary>The option that says where the results of a command go.</summary>
    public const string Option = "--output";

    /// <summary>Whether an option names a file to write.</summary>
    public static bool IsOutput(Option option) => option is OutputOption or ListOption { IsWritten: true };

    /// <summary>Refuses a command line whose output is one of its inputs, or of which two outputs are one file.</summary>
    /// <exception cref="RuleGenException">RG0503: it is.</exception>
    public static void Check(ParseResult parsed)
    {
        var options = parsed.CommandResult.Children.OfType<OptionResult>().ToList();
        var output = options
            .Where(option => option.Option.Name == Option)
            .SelectMany(option => option.Tokens)
            .LastOrDefault()
            ?.Value;
        List<string?> outputs =
        [
            output,
            .. options
                .Where(option => option.Option is OutputOption && option.Option.Name != Option)
                .Select(option => option.Tokens is [.., var last] ? last.Value : null)
                .OfType<string>(),
            .. options
                .Where(option => option.Option is ListOption { IsWritten: true })
                .SelectMany(option => option.Tokens)
                .Select(token => ListOption.FileOf(token.Value))
                .OfType<string>(),
        ];
        foreach (var named in outputs)
        {
            Check(parsed, named);
        }

        var twice = outputs
            .OfType<string>()
            .Select(named => (Name: named, Status: FileStatus.TryOfTarget(named)))
            .Where(each => each.Status is null or { Kind: EntryKind.File })
            .GroupBy(each => each.Status?.Identity ?? Path.GetFullPath(each.Name), each => each.Name)
            .FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
        {
            throw new RuleGenException(
                ErrorCodes.OutputIsInput,
                $"The command would write '{twice.First()}' twice",
                "Name a file for each output"
            );
        }
    }

    private static void Check(ParseResult parsed, string? named)
    {
        var isStandard = named is null or OutputFile.Standard;
        var output = isStandard ? FileStatus.OfStandardOutput() : FileStatus.TryOfTarget(named!);

        // A pipe, terminal or device can be both.
        if (output is not { Kind: EntryKind.File })
        {
            return;
        }

        foreach (var path in Inputs(parsed))
        {
            var input = path == OutputFile.Standard ? FileStatus.OfStandardInput() : FileStatus.TryOfTarget(path);
            if (input?.Identity == output.Identity)
            {
                throw OutputFile.IsInput(isStandard ? "(standard output)" : named!, StandardStreams.NameOf(path));
            }
        }
    }

    /// <summary>
    /// Everything on the command line that can be a file, but for the output: an option that is made tomorrow is among
    /// them. Then what is read without being named: the files in a folder that stands for its codings, and those of the workspace.
    /// </summary>
    private static IEnumerable<string> Inputs(ParseResult parsed)
    {
        var values = parsed
            .CommandResult.Children.Where(child => child is not OptionResult option || !IsOutput(option.Option))
            .SelectMany(child => child.Tokens)
            .Select(token => token.Value)
            .Where(value => value.Length > 0)
            .ToList();
        return values
            .Concat(values.SelectMany(value => value.Split('=', 2).Skip(1)))
            .Concat(
                parsed
                    .CommandResult.Children.OfType<ArgumentResult>()
                    .SelectMany(argument => argument.Tokens)
                    .SelectMany(token => FilesIn(token.Value))
            )
            .Concat(OfWorkspace());
    }

    /// <summary>The files of the workspace: the one that makes it one, the source, and the codings with what is beside them.</summary>
    private static IEnumerable<string> OfWorkspace()
    {
        try
        {
            return SourceOptions.FindFolder() is { } folder
                ?
                [
                    DisplayPath.Of(Path.Combine(folder.Root, WorkspaceFile.FileName)),
                    DisplayPath.Of(folder.SchemaFile),
                    .. FilesIn(folder.PublishedFolder).Select(DisplayPath.Of),
                ]
                : [];
        }
        catch (RuleGenException)
        {
            // The workspace's file is not valid, so that nothing is read through it.
            return [];
        }
    }

    /// <summary>The files in a folder; none where it is none, or cannot be read.</summary>
    private static string[] FilesIn(string folder)
    {
        try
        {
            return Directory.Exists(folder) ? Directory.GetFiles(folder) : [];
        }
        catch (Exception exception) when (InputFile.IsFileFailure(exception))
        {
            return [];
        }
    }
}
