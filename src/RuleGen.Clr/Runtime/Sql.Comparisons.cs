namespace RuleGen
{
    // Comparisons, each UNKNOWN where a value is NULL. Of two texts the shorter is padded with blanks.
    internal static partial class Sql
    {
        public static Truth IsNull(string value)
        {
            return Truth.Of(value == null);
        }

        public static Truth IsNull(long? value)
        {
            return Truth.Of(!value.HasValue);
        }

        public static Truth Equal(string value, string other, Collation collation)
        {
            if (value == null || other == null)
            {
                return Truth.Unknown;
            }

            int length = value.Length > other.Length ? value.Length : other.Length;
            for (int i = 0; i < length; i++)
            {
                if (!collation.AreEqual(CharacterAt(value, i), CharacterAt(other, i)))
                {
                    return Truth.False;
                }
            }

            return Truth.True;
        }

        public static Truth LessThan(string value, string other, Collation collation)
        {
            return value == null ? Truth.Unknown : Truth.Of(Compare(value, other, collation) < 0);
        }

        public static Truth LessThanOrEqual(string value, string other, Collation collation)
        {
            return value == null ? Truth.Unknown : Truth.Of(Compare(value, other, collation) <= 0);
        }

        public static Truth GreaterThan(string value, string other, Collation collation)
        {
            return value == null ? Truth.Unknown : Truth.Of(Compare(value, other, collation) > 0);
        }

        public static Truth GreaterThanOrEqual(string value, string other, Collation collation)
        {
            return value == null ? Truth.Unknown : Truth.Of(Compare(value, other, collation) >= 0);
        }

        public static Truth Equal(long? value, long other)
        {
            return value.HasValue ? Truth.Of(value.Value == other) : Truth.Unknown;
        }

        public static Truth LessThan(long? value, long other)
        {
            return value.HasValue ? Truth.Of(value.Value < other) : Truth.Unknown;
        }

        public static Truth LessThanOrEqual(long? value, long other)
        {
            return value.HasValue ? Truth.Of(value.Value <= other) : Truth.Unknown;
        }

        public static Truth GreaterThan(long? value, long other)
        {
            return value.HasValue ? Truth.Of(value.Value > other) : Truth.Unknown;
        }

        public static Truth GreaterThanOrEqual(long? value, long other)
        {
            return value.HasValue ? Truth.Of(value.Value >= other) : Truth.Unknown;
        }

        public static Truth Equal(long? value, long? other)
        {
            return other.HasValue ? Equal(value, other.Value) : Truth.Unknown;
        }

        public static Truth LessThan(long? value, long? other)
        {
            return other.HasValue ? LessThan(value, other.Value) : Truth.Unknown;
        }

        public static Truth LessThanOrEqual(long? value, long? other)
        {
            return other.HasValue ? LessThanOrEqual(value, other.Value) : Truth.Unknown;
        }

        public static Truth GreaterThan(long? value, long? other)
        {
            return other.HasValue ? GreaterThan(value, other.Value) : Truth.Unknown;
        }

        public static Truth GreaterThanOrEqual(long? value, long? other)
        {
            return other.HasValue ? GreaterThanOrEqual(value, other.Value) : Truth.Unknown;
        }

        /// <summary>Negative, zero or positive: by the first place where the two sort differently.</summary>
        private static int Compare(string value, string other, Collation collation)
        {
            int length = value.Length > other.Length ? value.Length : other.Length;
            for (int i = 0; i < length; i++)
            {
                int order = collation.Weight(CharacterAt(value, i)) - collation.Weight(CharacterAt(other, i));
                if (order != 0)
                {
                    return order;
                }
            }

            return 0;
        }

        private static char CharacterAt(string value, int place)
        {
            return place < value.Length ? value[place] : ' ';
        }
    }
}
