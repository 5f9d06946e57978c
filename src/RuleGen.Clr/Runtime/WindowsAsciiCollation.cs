namespace RuleGen
{
    /// <summary>
    /// Windows rules of version 100, case-insensitive and accent-sensitive, for printable ASCII alone: which other characters
    /// sort among the digits is not published. Of apostrophe and hyphen is known only what they equal.
    /// </summary>
    internal sealed class WindowsAsciiCollation : Collation
    {
        public static readonly Collation WindowsAscii = new WindowsAsciiCollation();

        public override bool Knows(char character, Uses uses)
        {
            return character >= ' '
                && character <= '~'
                && ((uses & Uses.Order) == 0 || character == ' ' || Weight(character) > 0);
        }

        public override bool MayBeLookedPast(char character)
        {
            return character == '\'' || character == '-';
        }

        public override char Fold(char character)
        {
            return character >= 'a' && character <= 'z' ? (char)(character - 'a' + 'A') : character;
        }

        /// <summary>0 to 9, A to Z; everything else before them, in no known order.</summary>
        public override int Weight(char character)
        {
            char folded = Fold(character);
            if (folded >= '0' && folded <= '9')
            {
                return 1 + folded - '0';
            }

            return folded >= 'A' && folded <= 'Z' ? 11 + folded - 'A' : 0;
        }
    }
}
