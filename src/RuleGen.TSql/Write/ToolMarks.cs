using System.Text.RegularExpressions;

namespace RuleGen.TSql;

/// <summary>
/// What tools that run scripts take for a variable of theirs, in code, literals and comments alike: sqlcmd and SQL
/// projects <c>$(x)</c>, Flyway and Liquibase <c>${x}</c>, DbUp <c>$x$</c>, grate <c>{{x}}</c>, dbt <c>{{</c>,
/// <c>{%</c> and <c>{#</c>, Octopus <c>#{x}</c>. A generated script holds none of them (rules 10.5, 10.15).
/// </summary>
internal static partial class ToolMarks
{
    /// <summary>The first mark in a text; null where there is none.</summary>
    public static ToolMark? FindIn(string text) =>
        Beginning().Match(text) is { Success: true } match ? Read(text, match.Index) : null;

    /// <summary>The places after which a text must be parted, so that no part of it holds a mark.</summary>
    public static IEnumerable<int> PlacesToPart(string text) =>
        Beginning().Matches(text).Select(match => match.Index + 1);

    /// <summary>Prose with a blank in each mark.</summary>
    public static string Break(string prose) => Beginning().Replace(prose, "$0 ");

    // What follows a mark's first character is looked at only, because a mark may begin within another: {{{, $x$y$.
    [GeneratedRegex(@"\$(?=[({]|[\w-]+\$)|\{(?=[{%#])|#(?=\{)", RegexOptions.CultureInvariant)]
    private static partial Regex Beginning();

    private static ToolMark Read(string text, int start) =>
        (text[start], text[start + 1]) switch
        {
            ('$', '(') => new ToolMark("$(", "sqlcmd would read as a variable (rule 10.5)"),
            ('$', '{') => new ToolMark("${", "Flyway and Liquibase would replace"),
            ('$', _) => new ToolMark(text[start..(text.IndexOf('$', start + 1) + 1)], "DbUp would replace"),
            ('{', '{') => new ToolMark("{{", "migration tools would replace (rule 10.15)"),
            ('{', var next) => new ToolMark($"{{{next}", "dbt would take for a template"),
            _ => new ToolMark("#{", "Octopus would replace"),
        };
}

/// <summary>A mark in a text.</summary>
/// <param name="Text">Its characters, such as <c>$(</c> or <c>$x$</c>; two or more.</param>
/// <param name="Reason">What a tool does with it, after "which".</param>
internal sealed record ToolMark(string Text, string Reason);
