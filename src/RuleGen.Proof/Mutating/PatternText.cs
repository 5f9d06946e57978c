using System.Text;
using RuleGen.Model;

namespace RuleGen.Proof.Mutating;

/// <summary>Writes the parts of a pattern as a LIKE pattern.</summary>
internal static class PatternText
{
    /// <summary>
    /// The text that means these parts; null where no text does, or none whose meaning has a source.
    /// </summary>
    public static string? Write(IReadOnlyList<LikeElement> elements, char? escape)
    {
        var text = new StringBuilder();
        foreach (var element in elements)
        {
            switch (element)
            {
                case AnyRun:
                    text.Append('%');
                    break;
                case AnyCharacter:
                    text.Append('_');
                    break;
                case LiteralCharacter literal:
                    Append(text, literal.Character, escape, isSpecial: literal.Character is '%' or '_' or '[');
                    break;
                case CharacterSet set:
                    Append(text, set, escape);
                    break;
            }
        }

        return IsMeant(text.ToString(), elements, escape) ? text.ToString() : null;
    }

    private static void Append(StringBuilder text, char character, char? escape, bool isSpecial)
    {
        if (escape is not null && (isSpecial || character == escape))
        {
            text.Append(escape);
        }

        text.Append(character);
    }

    private static void Append(StringBuilder text, CharacterSet set, char? escape)
    {
        text.Append(set.IsNegated ? "[^" : "[");
        foreach (var member in set.Members)
        {
            Append(text, member.First, escape, isSpecial: member.First is ']' or '^' or '-');
            if (member.Last is { } last)
            {
                text.Append('-').Append(last);
            }
        }

        text.Append(']');
    }

    private static bool IsMeant(string text, IReadOnlyList<LikeElement> elements, char? escape)
    {
        try
        {
            var parsed = LikePattern.Parse(text, escape);
            return !parsed.MatchesNothing && parsed.Elements.Equals(elements.ToValueList());
        }
        catch (RuleGenException)
        {
            return false;
        }
    }
}
