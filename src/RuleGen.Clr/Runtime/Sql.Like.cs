namespace RuleGen
{
    // LIKE, read off the text of its pattern.
    internal static partial class Sql
    {
        private const int NoEscape = -1;

        /// <summary>LIKE where everything is char or varchar: blanks at the end of the value may be left over.</summary>
        public static Truth Like(string value, string pattern, Collation collation)
        {
            return Matches(value, pattern, NoEscape, collation, true);
        }

        public static Truth LikeEscape(string value, string pattern, char escape, Collation collation)
        {
            return Matches(value, pattern, escape, collation, true);
        }

        /// <summary>LIKE where an operand is nchar, nvarchar or N'...': blanks at the end of the value count.</summary>
        public static Truth LikeUnicode(string value, string pattern, Collation collation)
        {
            return Matches(value, pattern, NoEscape, collation, false);
        }

        public static Truth LikeUnicodeEscape(string value, string pattern, char escape, Collation collation)
        {
            return Matches(value, pattern, escape, collation, false);
        }

        /// <summary>
        /// Each % takes as little as it can, and only the last one passed takes more after a failure: what an earlier
        /// one leaves to the rest of the pattern holds everything that it could leave instead.
        /// </summary>
        private static Truth Matches(
            string value,
            string pattern,
            int escape,
            Collation collation,
            bool ignoresBlanksAtEnd
        )
        {
            if (value == null)
            {
                return Truth.Unknown;
            }

            int place = 0;
            int at = 0;
            int afterRun = -1;
            int runEnd = 0;
            while (true)
            {
                if (at == pattern.Length)
                {
                    if (place == value.Length || (ignoresBlanksAtEnd && IsBlankFrom(value, place)))
                    {
                        return Truth.True;
                    }
                }
                else if (pattern[at] == '%' && escape != '%')
                {
                    at++;
                    afterRun = at;
                    runEnd = place;
                    continue;
                }
                else if (place < value.Length)
                {
                    int next = Step(pattern, at, value[place], escape, collation);
                    if (next > 0)
                    {
                        at = next;
                        place++;
                        continue;
                    }
                }

                if (afterRun < 0 || runEnd >= value.Length)
                {
                    return Truth.False;
                }

                runEnd++;
                place = runEnd;
                at = afterRun;
            }
        }

        /// <summary>
        /// Where the pattern goes on after the part that takes this character; 0 where the part does not take it, or
        /// is malformed, so that no value ever matches.
        /// </summary>
        private static int Step(string pattern, int at, char character, int escape, Collation collation)
        {
            char part = pattern[at];
            if (part == escape)
            {
                return at + 1 < pattern.Length && collation.AreEqual(pattern[at + 1], character) ? at + 2 : 0;
            }

            if (part == '[')
            {
                return StepOverSet(pattern, at + 1, character, escape, collation);
            }

            return part == '_' || collation.AreEqual(part, character) ? at + 1 : 0;
        }

        private static int StepOverSet(string pattern, int at, char character, int escape, Collation collation)
        {
            bool isNegated = at < pattern.Length && pattern[at] == '^' && escape != '^';
            if (isNegated)
            {
                at++;
            }

            bool holds = false;
            while (at < pattern.Length)
            {
                char member = pattern[at];
                if (member == escape)
                {
                    if (at + 1 == pattern.Length)
                    {
                        return 0;
                    }

                    holds = holds || collation.AreEqual(pattern[at + 1], character);
                    at += 2;
                }
                else if (member == ']')
                {
                    return holds != isNegated ? at + 1 : 0;
                }
                else if (IsRange(pattern, at, escape))
                {
                    int weight = collation.Weight(character);
                    holds =
                        holds || (collation.Weight(member) <= weight && weight <= collation.Weight(pattern[at + 2]));
                    at += 3;
                }
                else
                {
                    holds = holds || collation.AreEqual(member, character);
                    at++;
                }
            }

            return 0;
        }

        private static bool IsRange(string pattern, int at, int escape)
        {
            return at + 2 < pattern.Length && pattern[at + 1] == '-' && escape != '-' && pattern[at + 2] != ']';
        }

        private static bool IsBlankFrom(string value, int place)
        {
            while (place < value.Length && value[place] == ' ')
            {
                place++;
            }

            return place == value.Length;
        }
    }
}
