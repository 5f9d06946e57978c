using System.Globalization;
using RuleGen.Model;

namespace RuleGen.TSql.Read;

/// <summary>Refuses text that is nested so deep that a parser would run out of stack.</summary>
internal static class Nesting
{
    private const int MaximumDepth = 100;

    private static readonly HashSet<string> Prefixes = new(["NOT", "-", "+", "~"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Openings = new(["(", "CASE"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Closings = new([")", "END"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the nesting is within bounds; reports the place where it is not.</summary>
    public static bool Check(IEnumerable<Token> tokens, Findings findings)
    {
        // Each opening adds itself and the prefixes before it, which its closing takes away.
        var open = new Stack<int>();
        var (depth, prefixes) = (0, 0);
        foreach (var token in tokens.Where(token => token.Kind is TokenKind.Word or TokenKind.Symbol))
        {
            if (Openings.Contains(token.Text))
            {
                open.Push(prefixes + 1);
                depth += prefixes + 1;
            }
            else if (Closings.Contains(token.Text) && open.TryPop(out var closed))
            {
                depth -= closed;
            }

            prefixes = Prefixes.Contains(token.Text) ? prefixes + 1 : 0;
            if (depth + prefixes > MaximumDepth)
            {
                findings.Report(
                    ErrorCodes.UnsupportedConstruct,
                    $"A coding is not nested more than {MaximumDepth.ToString(CultureInfo.InvariantCulture)} deep",
                    "Leave needless parentheses out, or close those that are open",
                    token
                );
                return false;
            }
        }

        return true;
    }
}
