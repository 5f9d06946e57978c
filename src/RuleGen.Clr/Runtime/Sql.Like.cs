namespace RuleGen
{
    // LIKE, read off the text of its pattern. Where it looks past characters, neither the value nor the pattern has them.
    internal static partial class Sql
    {
        private const int NoEscape = -1;

        /// <summary>LIKE where everything is char or varchar: blanks at the end of the value may be left over.</summary>
        public static Truth Like(string value, string pattern, Collation collation, bool past)
        {
            return Matches(value, pattern, NoEscape, collation, past, true);
        }

        public static Truth LikeEscape(string value, string pattern, char escape, Collation collation, bool past)
        {
            return Matches(value, pattern, escape, collation, past, true);
        }

        /// <summary>LIKE where an operand is nchar, nvarchar or N'...': blanks at the end of the value count.</summary>
        public static Truth LikeUnicode(string value, string pattern, Collation collation, bool past)
        {
            return Matches(value, pattern, NoEscape, collation, past, false);
        }

        public static Truth LikeUnicodeEscape(string value, string pattern, char escape, Collation collation, bool past)
        {
            return Matches(value, pattern, escape, collation, past, false);
        }

        /// <summary>Whether a value holds a character that LIKE may look past.</summary>
        public static bool MayBeLookedPast(string value, Collation collation)
        {
            for (int i = 0; value != null && i < value.Length; i++)
            {
                if (collation.MayBeLookedPast(value[i]))
                {
                    return true;
                }
            }

            return false;
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
            bool past,
            bool ignoresBlanksAtEnd
        )
        {
            if (value == null)
            {
                return Truth.Unknown;
            }

            if (past)
            {
                value = Strip(value, collation);
                pattern = StripPattern(pattern, escape, collation);
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

        private static string Strip(string value, Collation collation)
        {
            string kept = "";
            for (int i = 0; i < value.Length; i++)
            {
                if (!collation.MayBeLookedPast(value[i]))
                {
                    kept += value.Substring(i, 1);
                }
            }

            return kept;
        }

        /// <summary>A pattern without the characters that are looked past. Sets have none, but for the hyphen of a range.</summary>
        private static string StripPattern(string pattern, int escape, Collation collation)
        {
            string kept = "";
            bool isInSet = false;
            int at = 0;
            while (at < pattern.Length)
            {
                bool isEscaped = pattern[at] == escape && at + 1 < pattern.Length;
                int length = isEscaped ? 2 : 1;
                char meant = pattern[at + length - 1];
                if (isInSet || !collation.MayBeLookedPast(meant) || (!isEscaped && meant == escape))
                {
                    kept += pattern.Substring(at, length);
                }

                if (!isEscaped)
                {
                    isInSet = isInSet ? meant != ']' : meant == '[';
                }

                at += length;
            }

            return kept;
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
