namespace RuleGen
{
    /// <summary>
    /// The rules of char and varchar under SQL_Latin1_General_CP1_CI_AS. Known is printable ASCII, of apostrophe and
    /// hyphen only what they equal; whole values have no known order.
    /// </summary>
    internal sealed class LegacyCollation : Collation
    {
        public static readonly Collation Legacy = new LegacyCollation();

        public override bool Knows(char character, Uses uses)
        {
            return character >= ' ' && character <= '~' && (uses & Uses.Order) == 0;
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
