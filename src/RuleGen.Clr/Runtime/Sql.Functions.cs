namespace RuleGen
{
    // The functions of T-SQL, each NULL where its text is.
    internal static partial class Sql
    {
        public static string Left(string value, int length)
        {
            return Cut(value, length);
        }

        public static string Right(string value, int length)
        {
            return value == null || value.Length <= length ? value : value.Substring(value.Length - length);
        }

        /// <summary>The characters from a place on, the first being 1, or as many of them as there are.</summary>
        public static string Substring(string value, int start, int length)
        {
            if (value == null)
            {
                return null;
            }

            return start > value.Length ? "" : Cut(value.Substring(start - 1), length);
        }

        /// <summary>Capitals of ASCII: a value with other letters never comes here.</summary>
        public static string Upper(string value)
        {
            return Shift(value, 'a', 'z', 'A' - 'a');
        }

        /// <summary>Small letters of ASCII: a value with other letters never comes here.</summary>
        public static string Lower(string value)
        {
            return Shift(value, 'A', 'Z', 'a' - 'A');
        }

        public static string LTrim(string value)
        {
            return value == null ? null : value.TrimStart(' ');
        }

        public static string RTrim(string value)
        {
            return value == null ? null : value.TrimEnd(' ');
        }

        /// <summary>A text with another for each of one character that equals no other.</summary>
        public static string Replace(string value, string sought, string replacement)
        {
            return value == null ? null : value.Replace(sought, replacement);
        }

        /// <summary>Two texts, one after the other: NULL where either is.</summary>
        public static string Concat(string left, string right)
        {
            return left == null || right == null ? null : string.Concat(left, right);
        }

        private static string Shift(string value, char first, char last, int distance)
        {
            if (value == null)
            {
                return null;
            }

            char[] shifted = value.ToCharArray();
            for (int i = 0; i < shifted.Length; i++)
            {
                if (shifted[i] >= first && shifted[i] <= last)
                {
                    shifted[i] = (char)(shifted[i] + distance);
                }
            }

            return new string(shifted);
        }
    }
}
