namespace RuleGen
{
    /// <summary>
    /// Case-insensitive and accent-sensitive, for printable ASCII alone; of apostrophe and hyphen is known only what they
    /// equal. Legacy are the rules of char and varchar under SQL_Latin1_General_CP1_CI_AS, where whole values have no known
    /// order; WindowsAscii those of Windows collations of version 100.
    /// </summary>
    internal sealed class AsciiCollation : Collation
    {
        public static readonly Collation Legacy = new AsciiCollation(false);
        public static readonly Collation WindowsAscii = new AsciiCollation(true);

        private readonly bool _ordersValues;

        private AsciiCollation(bool ordersValues)
        {
            _ordersValues = ordersValues;
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
            return character >= 'a' && character <= 'z' ? (char)(character - 'a' + 'A') : character;
        }

        /// <summary>0 to 9, A to Z; everything else before them. Ranges in patterns need it.</summary>
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
