using System.CommandLine;

namespace RuleGen.Cli.Commands;

/// <summary>The option that says for whom a command writes its results.</summary>
internal static class FormatOption
{
    /// <summary>One that takes <c>text</c>, which is the default, and <c>json</c>.</summary>
    public static Option<string> Create()
    {
        var format = new Option<string>("--format")
        {
            Description = "text, or json for programs",
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong("text", "json");
        return format;
    }
}
