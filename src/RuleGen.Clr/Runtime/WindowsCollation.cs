namespace RuleGen
{
    /// <summary>
    /// Windows rules, case-insensitive and accent-sensitive: Latin1_General_CI_AS, and nvarchar under
    /// SQL_Latin1_General_CP1_CI_AS. Known are printable ASCII, of apostrophe and hyphen only what they equal, and the six
    /// characters that sort among the digits.
    /// </summary>
    internal sealed class WindowsCollation : Collation
    {
        public static readonly Collation Windows = new WindowsCollation();

        private const char Quarter = '\u00BC';
        private const char Half = '\u00BD';
        private const char ThreeQuarters = '\u00BE';
        private const char SuperscriptOne = '\u00B9';
        private const char SuperscriptTwo = '\u00B2';
        private const char SuperscriptThree = '\u00B3';

        public override bool Knows(char character, Uses uses)
        {
            switch (character)
            {
                case Quarter:
                case Half:
                case ThreeQuarters:
                    return (uses & (Uses.Order | Uses.LetterCase)) == 0;
                case SuperscriptOne:
                case SuperscriptTwo:
                case SuperscriptThree:
                    return (uses & Uses.LetterCase) == 0;
                default:
                    return character >= ' '
                        && character <= '~'
                        && ((uses & Uses.Order) == 0 || character == ' ' || Weight(character) > 0);
            }
        }

        public override bool MayBeLookedPast(char character)
        {
            return character == '\'' || character == '-';
        }

        public override char Fold(char character)
        {
            switch (character)
            {
                case SuperscriptOne:
                    return '1';
                case SuperscriptTwo:
                    return '2';
                case SuperscriptThree:
                    return '3';
                default:
                    return character >= 'a' && character <= 'z' ? (char)(character - 'a' + 'A') : character;
            }
        }

        /// <summary>0, the fractions, 1 to 9, A to Z; everything else before them, in no known order.</summary>
        public override int Weight(char character)
        {
            char folded = Fold(character);
            if (folded >= '1' && folded <= '9')
            {
                return 5 + folded - '1';
            }

            if (folded >= 'A' && folded <= 'Z')
            {
                return 14 + folded - 'A';
            }

            switch (folded)
            {
                case '0':
                    return 1;
                case Quarter:
                    return 2;
                case Half:
                    return 3;
                case ThreeQuarters:
                    return 4;
                default:
                    return 0;
            }
        }
    }
}
