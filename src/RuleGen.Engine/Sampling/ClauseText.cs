using System.Text;
using RuleGen.Model;

namespace RuleGen.Engine.Sampling;

/// <summary>Derives texts from the patterns and literals of clauses: some that fit them, and some that just do not.</summary>
internal static class ClauseText
{
    private const string Digits = "0123456789";
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /// <summary>What the collations may take for a digit: where a profile models them, they test ranges (rule 1.33).</summary>
    private const string NearDigits = "¹²³¼½¾";

    /// <summary>A text that probably fits a simple predicate, its negation aside; null where it has no text.</summary>
    public static string? Fitting(Predicate clause, SplitMix64 random)
    {
        var literals = clause.Scalars.SelectMany(Literals).ToList();
        return clause is Like like && (literals.Count == 0 || random.Chance(80))
                ? Instance(like.Pattern, like.Rules, random)
            : literals.Count > 0 ? random.Pick(literals)
            : null;
    }

    /// <summary>The text with a small mistake in it.</summary>
    public static string Misspelt(string text, SplitMix64 random)
    {
        if (text.Length == 0)
        {
            return " ";
        }

        var place = random.Below(text.Length);
        return random.Below(10) switch
        {
            0 => text + new string(' ', 1 + random.Below(2)),
            1 => ' ' + text,
            2 => text.Remove(place, 1),
            3 => text.Insert(place, random.Pick(Digits + Letters).ToString()),
            4 => text.ToLowerInvariant(),
            _ => Replaced(text, place, Neighbour(text[place], random)),
        };
    }

    /// <summary>The string literals inside an expression.</summary>
    private static IEnumerable<string> Literals(Scalar scalar) =>
        scalar is StringLiteral literal ? [literal.Value] : scalar.Operands.SelectMany(Literals);

    private static string Instance(LikePattern pattern, CharacterRules rules, SplitMix64 random)
    {
        var text = new StringBuilder();
        foreach (var element in pattern.Elements)
        {
            switch (element)
            {
                case LiteralCharacter literal:
                    text.Append(literal.Character);
                    break;
                case CharacterSet set:
                    text.Append(Member(set, rules, random));
                    break;
                case AnyCharacter:
                    text.Append(random.Pick(Digits + Letters));
                    break;
            }
        }

        return text.ToString();
    }

    /// <summary>A character that fits a set: an ASCII one nearly always; any where none does.</summary>
    private static char Member(CharacterSet set, CharacterRules rules, SplitMix64 random)
    {
        var candidates = (random.Chance(2) ? NearDigits : Digits + Letters)
            .Concat(set.IsNegated ? "" : set.Members.SelectMany(Ends))
            .Where(character => rules.Models(character, CharacterUse.Pattern) && set.Matches(character, rules))
            .ToList();
        return candidates.Count > 0 ? random.Pick(candidates) : random.Pick(Digits + Letters);
    }

    private static IEnumerable<char> Ends(SetMember member) =>
        member.Last is { } last ? [member.First, last] : [member.First];

    private static string Replaced(string text, int place, char character) =>
        string.Concat(text.AsSpan(0, place), [character], text.AsSpan(place + 1));

    /// <summary>The character before or after in its class, the other letter case, or something like a digit.</summary>
    private static char Neighbour(char character, SplitMix64 random)
    {
        var step = random.Chance(50) ? 1 : -1;
        return char.IsAsciiDigit(character)
            ? random.Chance(5)
                ? random.Pick(NearDigits)
                : Step(Digits, character, step)
            : char.IsAsciiLetterUpper(character)
                ? random.Chance(20)
                    ? char.ToLowerInvariant(character)
                    : Step(Letters, character, step)
                : random.Pick(Digits + Letters);
    }

    private static char Step(string alphabet, char character, int step) =>
        alphabet[(alphabet.IndexOf(character, StringComparison.Ordinal) + step + alphabet.Length) % alphabet.Length];
}
