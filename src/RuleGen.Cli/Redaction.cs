using System.Text.RegularExpressions;

namespace RuleGen.Cli;

/// <summary>
/// Takes passwords out of messages: those that the command line holds, wherever they appear, and whatever stands in
/// a message as a password does in a connection string.
/// </summary>
internal sealed partial class Redaction
{
    private const string Mask = "***";

    private readonly HashSet<string> _secrets = [];

    /// <summary>Knows the passwords of a command line.</summary>
    public Redaction(IEnumerable<string> arguments)
    {
        foreach (var argument in arguments.OfType<string>())
        {
            Learn(argument);
        }
    }

    /// <summary>Remembers the passwords in a text that may be a connection string.</summary>
    public void Learn(string text)
    {
        foreach (Match match in Password().Matches(text))
        {
            var value = match.Groups["value"].Value.Trim();
            _secrets.UnionWith(new[] { value, Bare(value), Unescaped(value) }.Where(each => each.Length > 0));
        }
    }

    /// <summary>A message without passwords.</summary>
    public string Apply(string message) =>
        MaskValues(
            _secrets
                .OrderByDescending(secret => secret.Length)
                .ThenBy(secret => secret, StringComparer.Ordinal)
                .Aggregate(message, (text, secret) => text.Replace(secret, Mask, StringComparison.Ordinal))
        );

    /// <summary>Masks what stands where a password does; what follows one that is masked is a sentence's rest.</summary>
    private static string MaskValues(string message) =>
        Password()
            .Replace(
                message,
                match =>
                {
                    var value = match.Groups["value"].Value;
                    var rest = value.StartsWith(Mask, StringComparison.Ordinal) ? MaskValues(value[Mask.Length..]) : "";
                    return match.Groups["name"].Value + Mask + rest;
                }
            );

    private static string Bare(string value) => value is ['"', .., '"'] or ['\'', .., '\''] ? value[1..^1] : value;

    /// <summary>The password itself: in quotes, a quote is written twice.</summary>
    private static string Unescaped(string value)
    {
        var bare = Bare(value);
        return bare == value ? value : bare.Replace($"{value[0]}{value[0]}", $"{value[0]}", StringComparison.Ordinal);
    }

    [GeneratedRegex(
        """(?<name>(?:password|pwd)\s*=\s*)(?<value>"(?:[^"]|"")*"|'(?:[^']|'')*'|[^;]*)""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Password();
}
