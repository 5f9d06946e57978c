using System.CommandLine;
using System.Text.Json.Nodes;
using RuleGen.Cli.Files;
using RuleGen.Data.Files;
using RuleGen.Model;
using RuleGen.Model.Describing;
using RuleGen.TSql;
using RuleGen.Workspaces;

namespace RuleGen.Cli.Commands;

/// <summary><c>rulegen read</c>: reads published text and shows the coding that it is.</summary>
internal static class ReadCommand
{
    public static Command Create(TextWriter error)
    {
        var file = new Argument<string>("FILE") { Description = "The published text; - for the standard input" };
        var format = new Option<string>("--format")
        {
            Description = "text: tidy T-SQL; json: the model; csharp: a file for RuleGen.Rules; english: plain words",
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong("text", "json", "csharp", "english");
        var sources = new SourceOptions();
        var command = new Command("read", "Read published text and show the coding that it is") { file, format };
        sources.AddTo(command);
        command.SetAction(parsed =>
        {
            var path = parsed.GetRequiredValue(file);
            var workspace = sources.Open(parsed);
            var result = CodingArgument.ReadFile(path, workspace, error);
            var output = parsed.InvocationConfiguration.Output;
            output.Write(Describe(result, workspace.Source, path, parsed.GetValue(format)!));
            if (output is VisibleWriter { Replaced: > 0 } && parsed.GetValue(format) == "text")
            {
                error.WriteLine(
                    "Characters that a terminal would not show are written as <U+…>, so that this is not quite the T-SQL "
                        + "that was read; --format json has them as they are"
                );
            }

            return ExitCode.Clean;
        });
        return command;
    }

    private static string Describe(WorkspaceCoding result, Source source, string path, string format) =>
        format switch
        {
            "json" => Json.Write(ToJson(result)),
            "csharp" => CSharpWriter.Write(IdOf(path), result.Coding, source),
            "english" => EnglishWriter.Write(result.Coding),
            _ => ToText(result.Coding),
        };

    private static string ToText(Coding coding) =>
        string.Join(
            '\n',
            new[]
            {
                coding.Arms.Count > 0 ? FragmentWriter.WriteCase(coding) : null,
                coding.Exclusions is null ? null : FragmentWriter.WriteWhere(coding),
            }.OfType<string>()
        );

    private static JsonObject ToJson(WorkspaceCoding result)
    {
        var notes = result.Notes.Select(note => new JsonObject
        {
            ["line"] = note.Position.Line,
            ["column"] = note.Position.Column,
            ["message"] = note.Message,
        });
        return new JsonObject
        {
            ["coding"] = CodingJson.ToObject(result.Coding),
            ["notes"] = new JsonArray([.. notes]),
        };
    }

    /// <summary>
    /// The id that a coding of this file would have: the file's name, with what an id cannot hold replaced.
    /// </summary>
    private static string IdOf(string path)
    {
        var name = path == OutputFile.Standard ? "Coding" : Path.GetFileNameWithoutExtension(path);
        return string.Concat(name.Select(character => char.IsAsciiLetterOrDigit(character) ? character : '_'));
    }
}
