using System;

namespace RuleGen
{
    /// <summary>What is done with the characters of a value, beyond telling equal from unequal.</summary>
    [Flags]
    internal enum Uses
    {
        Equality = 0,
        Order = 1,
        LetterCase = 2,
        Pattern = 4,
    }

    /// <summary>What a collation says about characters, written out: no culture and no server setting is asked.</summary>
    internal abstract class Collation
    {
        /// <summary>Whether the meaning of a character is known for some uses of the value that holds it.</summary>
        public abstract bool Knows(char character, Uses uses);

        /// <summary>The one character that stands for all those equal to this one.</summary>
        public abstract char Fold(char character);

        /// <summary>The place of a character in the sort order.</summary>
        public abstract int Weight(char character);

        /// <summary>Whether LIKE may look past a character, as if it were not there: whether it does is not published.</summary>
        public virtual bool MayBeLookedPast(char character)
        {
            return false;
        }

        public bool AreEqual(char left, char right)
        {
            return left == right || Fold(left) == Fold(right);
        }
    }
}
