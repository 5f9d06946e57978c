using System.CommandLine;
using RuleGen.Data.Files;
using RuleGen.Model;

namespace RuleGen.Cli.Commands;

/// <summary>The option that names the file of a list: <c>--list Diagnoses=diagnoses.csv</c>.</summary>
internal sealed class ListOption : Option<string[]>
{
    /// <param name="description">What is said of it.</param>
    public ListOption(string description)
        : base("--list")
    {
        Description = description;
        HelpName = "NAME=FILE";
        Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => Split(token.Value) is null))
            {
                result.AddError(
                    $"--list takes the name of a list and its file, as in Diagnoses=diagnoses.csv, and not '{token.Value}'"
                );
            }

            if (result.Tokens.Any(token => Split(token.Value)?.Path == OutputFile.Standard))
            {
                result.AddError("--list takes files, and no standard stream");
            }

            var lists = result.Tokens.Select(token => Split(token.Value)?.List).OfType<string>();
            foreach (var twice in lists.GroupBy(list => list, SqlName.Comparer).Where(group => group.Count() > 1))
            {
                result.AddError($"--list names two files of '{twice.Key}'");
            }
        });
    }

    /// <summary>Whether the command writes the files.</summary>
    public bool IsWritten { get; init; }

    /// <summary>The lists and their files, in the order given.</summary>
    public IEnumerable<(string List, string Path)> Read(ParseResult parsed) =>
        (parsed.GetValue(this) ?? []).Select(given => Split(given)!.Value);

    /// <summary>The file that a value of the option names; null where it is not of the form.</summary>
    public static string? FileOf(string given) => Split(given)?.Path;

    private static (string List, string Path)? Split(string given) =>
        given.IndexOf('=', StringComparison.Ordinal) is > 0 and var place && place < given.Length - 1
            ? (given[..place], given[(place + 1)..])
            : null;
}
