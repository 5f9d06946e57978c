using System.Text;
using System.Text.RegularExpressions;

namespace RuleGen.Tests.Documents;

/// <summary>A command in a document, with the output that the document shows of it.</summary>
/// <param name="Line">The number of its line.</param>
/// <param name="Text">The command, as somebody would type it.</param>
/// <param name="First">The index of the first line of output.</param>
/// <param name="Output">The lines of output; <c>…</c> stands for any characters, alone on a line for any lines.</param>
internal sealed record ShownCommand(int Line, string Text, int First, IReadOnlyList<string> Output)
{
    private const string Omission = "…";
    private const string Prompt = "$ ";

    /// <summary>Whether something of the output is left out.</summary>
    public bool HasOmissions => Output.Any(line => line.Contains(Omission, StringComparison.Ordinal));

    /// <summary>The commands of a block.</summary>
    public static IEnumerable<ShownCommand> In(Document document, FencedBlock block)
    {
        for (var at = block.First; at < block.End; at++)
        {
            if (!document.Lines[at].StartsWith(Prompt, StringComparison.Ordinal))
            {
                continue;
            }

            var end = at + 1;
            while (end < block.End && !document.Lines[end].StartsWith(Prompt, StringComparison.Ordinal))
            {
                end++;
            }

            yield return new ShownCommand(
                at + 1,
                document.Lines[at][Prompt.Length..],
                at + 1,
                document.Lines.GetRange(at + 1, end - at - 1)
            );
        }
    }

    /// <summary>Whether the document shows this output.</summary>
    public bool Shows(string actual)
    {
        var pattern = new StringBuilder("^");
        foreach (var line in Output)
        {
            pattern.Append(
                line == Omission
                    ? @"(?:[^\n]*\n)*?"
                    : Regex.Escape(line).Replace(Omission, @"[^\n]*", StringComparison.Ordinal) + @"\n"
            );
        }

        return Regex.IsMatch(actual, pattern.Append('$').ToString(), RegexOptions.CultureInvariant);
    }
}
