namespace RuleGen
{
    /// <summary>
    /// Latin1_General_BIN2: every character equals only itself, and the order is that of code points. Not known are
    /// NUL, characters without a width, halves of surrogate pairs, the letter case of what is not ASCII and, in
    /// patterns, white space but the blank; of BinaryAscii, which keeps char and varchar in UTF-8, all but ASCII.
    /// </summary>
    internal sealed class BinaryCollation : Collation
    {
        public static readonly Collation Binary = new BinaryCollation('\uFFFF');
        public static readonly Collation BinaryAscii = new BinaryCollation('\u007F');

        private readonly char _last;

        private BinaryCollation(char last)
        {
            _last = last;
        }

        public override bool Knows(char character, Uses uses)
        {
            if (character == '\0' || character > _last || IsSurrogate(character) || IsFormat(character))
            {
                return false;
            }

            return ((uses & Uses.LetterCase) == 0 || character <= '\u007F')
                && ((uses & Uses.Pattern) == 0 || character == ' ' || !IsWhiteSpace(character));
        }

        public override char Fold(char character)
        {
            return character;
        }

        public override int Weight(char character)
        {
            return character;
        }

        private static bool IsSurrogate(char character)
        {
            return Between(character, '\uD800', '\uDFFF');
        }

        /// <summary>Unicode's category Cf, the same on every version of .NET.</summary>
        private static bool IsFormat(char character)
        {
            switch (character)
            {
                case '\u00AD':
                case '\u061C':
                case '\u06DD':
                case '\u070F':
                case '\u0890':
                case '\u0891':
                case '\u08E2':
                case '\u180E':
                case '\uFEFF':
                    return true;
                default:
                    return Between(character, '\u0600', '\u0605')
                        || Between(character, '\u200B', '\u200F')
                        || Between(character, '\u202A', '\u202E')
                        || Between(character, '\u2060', '\u2064')
                        || Between(character, '\u2066', '\u206F')
                        || Between(character, '\uFFF9', '\uFFFB');
            }
        }

        private static bool IsWhiteSpace(char character)
        {
            switch (character)
            {
                case ' ':
                case '\u0085':
                case '\u00A0':
                case '\u1680':
                case '\u2028':
                case '\u2029':
                case '\u202F':
                case '\u205F':
                case '\u3000':
                    return true;
                default:
                    return Between(character, '\u0009', '\u000D') || Between(character, '\u2000', '\u200A');
            }
        }

        private static bool Between(char character, char first, char last)
        {
            return character >= first && character <= last;
        }
    }
}
