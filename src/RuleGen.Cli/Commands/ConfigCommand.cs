using System.CommandLine;
using RuleGen.Cli.Settings;
using RuleGen.Model.Describing;
using RuleGen.Workspaces.Settings;

namespace RuleGen.Cli.Commands;

/// <summary><c>rulegen config</c>: shows every setting with its value, and where that is from.</summary>
internal static class ConfigCommand
{
    public static Command Create()
    {
        var codings = Path("--codings", "The folder of codings");
        var source = Path("--schema", "The source file");
        var output = Path("--out", "The folder that a build writes");
        var schemaName = ServerOptions.CreateObjectSchema();
        var target = new Option<string?>("--target")
        {
            Description = "The server that scripts are written for",
            HelpName = "NAME",
        };
        var format = FormatOption.Create();
        var command = new Command(
            "config",
            "Show every setting, and where its value is from: an option, the environment, rulegen.json, or nowhere"
        )
        {
            codings,
            source,
            output,
            schemaName,
            target,
            format,
        };
        command.SetAction(parsed =>
        {
            Option<string?>[] given = [codings, source, output, schemaName, target];
            var options = SettingsLayer.OfOptions(
                name => parsed.GetValue(Array.Find(given, option => option.Name == name)!),
                Directory.GetCurrentDirectory()
            );
            var folder = SourceOptions.FindFolder(options);
            var settings = SourceOptions.SettingsOf(folder, options);
            var writer = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(format) == "json")
            {
                writer.Write(Json.Write(SettingsJson.Write(folder, settings)));
            }
            else
            {
                SettingsText.Write(folder, settings, writer);
            }

            return ExitCode.Clean;
        });
        return command;
    }

    private static Option<string?> Path(string name, string description) =>
        new(name) { Description = description, HelpName = "PATH" };
}
