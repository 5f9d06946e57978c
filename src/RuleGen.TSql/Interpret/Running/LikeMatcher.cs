using RuleGen.TSql.Interpret.Collating;

namespace RuleGen.TSql.Interpret.Running;

/// <summary>
/// Matches a value with a LIKE pattern by trying: walks along both, character by character, and where it fails goes
/// back to the last <c>%</c> and lets that take one character more.
/// </summary>
/// <param name="pattern">The pattern as written, already checked to use only what has a published meaning.</param>
/// <param name="escape">The escape character; null where there is none.</param>
/// <param name="alphabet">Says which characters are equal, and what lies in a range.</param>
/// <param name="mayEndInBlanks">Whether blanks at the end of the value may be left over (rules 1.24, 1.25).</param>
internal sealed class LikeMatcher(string pattern, char? escape, Alphabet alphabet, bool mayEndInBlanks)
{
    private const int FewRuns = 16;

    private readonly int _runs = pattern.Count(character => character == '%');

    public bool Matches(string text)
    {
        var tried = new TriedPlaces(stackalloc ulong[TriedPlaces.SmallSize], text.Length + 1, pattern.Length + 1);
        // Where to go back to: the place of a % in the pattern, and the place in the text from which it starts next.
        // A % has one such entry at most.
        Span<(int Text, int Pattern)> retries =
            _runs <= FewRuns ? stackalloc (int, int)[FewRuns] : new (int, int)[_runs];
        var retryCount = 0;
        var (at, place) = (0, 0);
        while (true)
        {
            if (place == pattern.Length && IsEnd(text, at))
            {
                return true;
            }

            if (place < pattern.Length && IsAnyRun(place) && tried.IsNew(at, place))
            {
                if (at < text.Length)
                {
                    retries[retryCount++] = (at + 1, place);
                }

                place++;
            }
            else if (place < pattern.Length && !IsAnyRun(place) && at < text.Length && TakesOne(text[at], ref place))
            {
                at++;
            }
            else if (retryCount == 0)
            {
                return false;
            }
            else
            {
                (at, place) = retries[--retryCount];
            }
        }
    }

    private bool IsAnyRun(int place) => pattern[place] == '%' && pattern[place] != escape;

    /// <summary>Whether nothing is left of the value, or blanks that do not count (rule 1.29).</summary>
    private bool IsEnd(string text, int at) =>
        at == text.Length || (mayEndInBlanks && text.AsSpan(at).TrimEnd(' ').IsEmpty);

    /// <summary>
    /// Whether the part of the pattern at a place takes a character, and the place after it: an escaped character, a
    /// set, <c>_</c> or a character.
    /// </summary>
    private bool TakesOne(char character, ref int place)
    {
        var next = pattern[place++];
        if (next == escape)
        {
            // An escape at the end of the pattern takes nothing, so the predicate is FALSE (rule 1.16).
            return place < pattern.Length && alphabet.AreEqual(character, pattern[place++]);
        }

        return next switch
        {
            '[' => SetTakes(character, ref place),
            '_' => true,
            _ => alphabet.AreEqual(character, next),
        };
    }

    /// <summary>
    /// Whether a set takes a character. A set that is not closed takes none (rule 1.10), nor does an empty one (1.9).
    /// </summary>
    private bool SetTakes(char character, ref int place)
    {
        var isNegated = place < pattern.Length && pattern[place] == '^' && escape != '^';
        if (isNegated)
        {
            place++;
        }

        var isMember = false;
        while (place < pattern.Length)
        {
            var next = pattern[place++];
            if (next == escape)
            {
                if (place < pattern.Length)
                {
                    isMember |= alphabet.AreEqual(character, pattern[place++]);
                }
            }
            else if (next == ']')
            {
                return isMember != isNegated;
            }
            else if (place + 1 < pattern.Length && pattern[place] == '-' && escape != '-' && pattern[place + 1] != ']')
            {
                isMember |= alphabet.IsWithin(character, next, pattern[place + 1]);
                place += 2;
            }
            else
            {
                isMember |= alphabet.AreEqual(character, next);
            }
        }

        return false;
    }
}
