using RuleGen.Model;
using RuleGen.TSql.Interpret.Collating;

namespace RuleGen.TSql.Interpret.Binding;

/// <summary>
/// Refuses what a LIKE pattern may hold that has no published meaning, so that matching need not think of it.
/// </summary>
internal sealed class LikePatternCheck(string pattern, char? escape, Alphabet alphabet, TextPosition position)
{
    private const int MostBytes = 8000;

    /// <exception cref="RuleGenException">
    /// RG0002: a form without published meaning. RG0003: a character, RG0004: a range, that the alphabet does not know.
    /// </exception>
    public void Run(bool isUnicode)
    {
        if (pattern.Length * (isUnicode ? 2 : 1) > MostBytes)
        {
            throw Refuse("is longer than 8000 bytes (rule 1.20)");
        }

        var place = 0;
        while (place < pattern.Length)
        {
            var next = pattern[place++];
            if (next == escape)
            {
                place = CheckEscaped(place);
            }
            else if (next == '[')
            {
                place = CheckSet(place);
            }
            else if (next is not ('%' or '_'))
            {
                CheckCharacter(next);
            }
        }
    }

    /// <summary>
    /// Checks a set from the place after its bracket on; the place after it, or the end where it is not closed.
    /// </summary>
    private int CheckSet(int place)
    {
        var start = place;
        var isNegated = Is('^', place);
        if (isNegated)
        {
            place++;
            if (Is(']', place))
            {
                throw Refuse("has '[^]' (rule 1.9)");
            }
        }

        if (!IsClosed(place))
        {
            // It takes nothing, whatever is in it; of a negated one nothing is published.
            return isNegated ? throw Refuse("has '[^' without ']' (rule 1.10)") : pattern.Length;
        }

        while (!Is(']', place))
        {
            place = CheckMember(place, isFirst: place == start);
        }

        return place + 1;
    }

    /// <summary>Whether a bracket closes the set, from a place within it on.</summary>
    private bool IsClosed(int place)
    {
        while (place < pattern.Length && !Is(']', place))
        {
            place += pattern[place] == escape ? 2 : 1;
        }

        return place < pattern.Length;
    }

    /// <summary>Checks a member of a set, or a range; the place after it.</summary>
    private int CheckMember(int place, bool isFirst)
    {
        var member = pattern[place];
        if (member == escape)
        {
            if (place + 1 < pattern.Length)
            {
                CheckMember(pattern[place + 1]);
            }

            place = CheckEscaped(place + 1);
            // Only as the last thing before ']' can '-' be meant as itself there, and that is not published either.
            return Is('-', place) ? throw Refuse("has '-' after an escaped character (rule 1.11)") : place;
        }

        if (member == '-' && (!isFirst || Is('-', place + 1)))
        {
            throw Refuse("has '-' in a set where it is neither first nor between two characters (rule 1.11)");
        }

        if (member == '^')
        {
            throw Refuse("has '^' in a set where it is not first (rule 1.12)");
        }

        if (!Is('-', place + 1))
        {
            CheckMember(member);
            return place + 1;
        }

        return CheckRange(member, place + 2);
    }

    /// <summary>Checks a range, given its last character's place; the place after it.</summary>
    private int CheckRange(char low, int place)
    {
        var high = pattern[place];
        if (high == escape || high is ']' or '^' or '-')
        {
            throw Refuse($"has '-' before '{high}' in a set (rules 1.11, 1.12)");
        }

        CheckCharacter(low);
        CheckCharacter(high);
        return alphabet.KnowsRange(low, high)
            ? place + 1
            : throw Refusal.Create(
                ErrorCodes.UnmodelledOrder,
                position,
                $"What lies in '[{low}-{high}]' is not published (rules 1.36, 1.40)",
                "Write the characters out"
            );
    }

    /// <summary>Checks what follows an escape; the place after it. Nothing may follow it (rule 1.16).</summary>
    private int CheckEscaped(int place)
    {
        if (place < pattern.Length)
        {
            CheckCharacter(pattern[place]);
        }

        return place + 1;
    }

    /// <summary>Checks a single member of a set.</summary>
    private void CheckMember(char member)
    {
        CheckCharacter(member);
        if (alphabet.LookedPast.Contains(member, StringComparison.Ordinal))
        {
            throw Refusal.Unread(pattern, member, position);
        }
    }

    private void CheckCharacter(char character)
    {
        if (!alphabet.Knows(character, CharacterRole.Pattern))
        {
            throw Refusal.Unread(pattern, character, position);
        }
    }

    private bool Is(char character, int place) =>
        place < pattern.Length && pattern[place] == character && character != escape;

    private RuleGenException Refuse(string why) =>
        Refusal.Create(
            ErrorCodes.UnsupportedPattern,
            position,
            $"Pattern '{pattern}' {why}: what it means is not published",
            "Write the pattern in another way"
        );
}
