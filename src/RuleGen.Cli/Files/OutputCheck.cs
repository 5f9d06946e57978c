using System.CommandLine;
using System.CommandLine.Parsing;
using RuleGen.Cli.Commands;
using RuleGen.Data.Files;
using RuleGen.Model;
using RuleGen.Rules;

namespace RuleGen.Cli.Files;

/// <summary>
/// Sees to it that the output of a command is none of the files that it reads, by whatever path, hard link or symbolic
/// link each is named, before anything is opened.
/// </summary>
internal static class OutputCheck
{
    /// <summary>The option of every command that writes a file of the user's choice.</summary>
    public const string Option = "--output";

    /// <summary>Refuses a command line whose output is one of its inputs.</summary>
    /// <exception cref="RuleGenException">RG0503: it is.</exception>
    public static void Check(ParseResult parsed)
    {
        var named = parsed
            .CommandResult.Children.OfType<OptionResult>()
            .Where(option => option.Option.Name == Option)
            .SelectMany(option => option.Tokens)
            .LastOrDefault()
            ?.Value;
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
    /// them. Then what is read without being named: the source file, and the published texts of codings named by id.
    /// </summary>
    private static IEnumerable<string> Inputs(ParseResult parsed)
    {
        var values = parsed
            .CommandResult.Children.Where(child => child is not OptionResult option || option.Option.Name != Option)
            .SelectMany(child => child.Tokens)
            .Select(token => token.Value)
            .Where(value => value.Length > 0)
            .ToList();
        var folder = SourceOptions.FindFolder();
        return values
            .Concat(values.SelectMany(value => value.Split('=', 2).Skip(1)))
            .Concat(folder is null ? [] : [DisplayPath.Of(folder.SchemaFile)])
            .Concat(
                folder is null
                    ? []
                    : values
                        .Select(PublishedCodings.Find)
                        .OfType<PublishedCoding>()
                        .Select(coding => DisplayPath.Of(folder.PublishedText(coding.Id)))
            );
    }
}
