namespace RuleGen
{
    /// <summary>
    /// Accent-sensitive, for printable ASCII alone; of apostrophe and hyphen is known only what they
    /// equal. Legacy are the rules of char and varchar under SQL_Latin1_General_CP1_CI_AS, where whole values have no known
    /// order; WindowsAscii those of Windows collations of version 100; CaseSensitive those of Latin1_General_CS_AS, which
    /// sorts a before A and A before b, and of which whole values have no known order here.
    /// </summary>
    internal sealed class AsciiCollation : Collation
    {
        public static readonly Collation Legacy = new AsciiCollation(false, false);
        public static readonly Collation WindowsAscii = new AsciiCollation(true, false);
        public static readonly Collation CaseSensitive = new AsciiCollation(false, true);

        private readonly bool _ordersValues;
        private readonly bool _tellsCase;

        private AsciiCollation(bool ordersValues, bool tellsCase)
        {
            _ordersValues = ordersValues;
            _tellsCase = tellsCase;
        }

        public override bool Knows(char character, Uses uses)
        {
            return character >= ' '
                && character <= '~'
                && ((uses & Uses.Order) == 0 || (_ordersValues && (character == ' ' || Weight(character) > 0)));
        }

        public override bool MayBeLookedPast(char character)
        {
            return character == '\'' || character == '-';
        }

        public override char Fold(char character)
        {
            return _tellsCase ? character : Capital(character);
        }

        /// <summary>0 to 9, A to Z, or a, A to z, Z; everything else before them. Ranges in patterns need it.</summary>
        public override int Weight(char character)
        {
            char folded = Capital(character);
            if (folded >= '0' && folded <= '9')
            {
                return 1 + folded - '0';
            }

            if (folded < 'A' || folded > 'Z')
            {
                return 0;
            }

            return _tellsCase ? 11 + (2 * (folded - 'A')) + (folded == character ? 1 : 0) : 11 + folded - 'A';
        }

        private static char Capital(char character)
        {
            return character >= 'a' && character <= 'z' ? (char)(character - 'a' + 'A') : character;
        }
    }
}
