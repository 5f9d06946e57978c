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
            var bare = value is ['"', .., '"'] or ['\'', .., '\''] ? value[1..^1] : value;
            _secrets.UnionWith(new[] { value, bare }.Where(each => each.Length > 0));
        }
    }

    /// <summary>A message without passwords.</summary>
    public string Apply(string message) =>
        _secrets
            .OrderByDescending(secret => secret.Length)
            .ThenBy(secret => secret, StringComparer.Ordinal)
            .Aggregate(
                Password().Replace(message, match => match.Groups["name"].Value + Mask),
                (text, secret) => text.Replace(secret, Mask, StringComparison.Ordinal)
            );

    [GeneratedRegex(
        """(?<name>(?:password|pwd)\s*=\s*)(?<value>"(?:[^"]|"")*"|'(?:[^']|'')*'|[^;]*)""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Password();
}
