using RuleGen.Model;

namespace RuleGen.Engine.Evaluation;

/// <summary>Matches a value with a LIKE pattern, in time proportional to the product of their lengths at worst.</summary>
/// <remarks>
/// After a failure only the last <c>%</c> passed takes one more character: the parts before it already match as far
/// left as they can, and no other place of theirs leaves more of the value to the rest of the pattern.
/// </remarks>
internal static class LikeMatcher
{
    private const char Blank = ' ';

    /// <summary>Whether a value matches. Trailing blanks left over count under Unicode rules only (rules 1.24, 1.25).</summary>
    public static bool Matches(LikePattern pattern, ReadOnlySpan<char> value, CharacterRules rules, bool isUnicode)
    {
        if (pattern.MatchesNothing)
        {
            return false;
        }

        var elements = pattern.Elements.AsSpan();
        var (element, position) = (0, 0);
        var (afterRun, runEnd) = (-1, 0);
        while (true)
        {
            if (element == elements.Length)
            {
                if (IsExhausted(value[position..], isUnicode))
                {
                    return true;
                }
            }
            else if (elements[element] is AnyRun)
            {
                (afterRun, runEnd) = (++element, position);
                continue;
            }
            else if (position < value.Length && MatchesOne(elements[element], value[position], rules))
            {
                (element, position) = (element + 1, position + 1);
                continue;
            }

            if (afterRun < 0 || runEnd == value.Length)
            {
                return false;
            }

            (element, position) = (afterRun, ++runEnd);
        }
    }

    /// <summary>Whether a part that is no run matches a character.</summary>
    public static bool MatchesOne(LikeElement element, char character, CharacterRules rules) =>
        element switch
        {
            LiteralCharacter literal => rules.AreEqual(literal.Character, character),
            CharacterSet set => set.Matches(character, rules),
            _ => true,
        };

    /// <summary>Whether the pattern may end before this rest of the value (rule 1.29).</summary>
    private static bool IsExhausted(ReadOnlySpan<char> rest, bool isUnicode) =>
        isUnicode ? rest.IsEmpty : !rest.ContainsAnyExcept(Blank);
}
