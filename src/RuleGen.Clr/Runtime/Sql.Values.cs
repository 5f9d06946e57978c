using System;
using System.Data.SqlTypes;

namespace RuleGen
{
    // Values as parameters bring them, and as columns hold them. NULL is null.
    internal static partial class Sql
    {
        private const string HexadecimalDigits = "0123456789ABCDEF";

        /// <summary>The text alone: the collation that comes with it is the database's, and is not asked.</summary>
        public static string Value(SqlString value)
        {
            return value.IsNull ? null : value.Value;
        }

        public static long? Value(SqlByte value)
        {
            return value.IsNull ? (long?)null : value.Value;
        }

        public static long? Value(SqlInt16 value)
        {
            return value.IsNull ? (long?)null : value.Value;
        }

        public static long? Value(SqlInt32 value)
        {
            return value.IsNull ? (long?)null : value.Value;
        }

        public static long? Value(SqlInt64 value)
        {
            return value.IsNull ? (long?)null : value.Value;
        }

        /// <summary>Of smalldatetime and datetime, with the milliseconds that they are shown with.</summary>
        public static long? Value(SqlDateTime value)
        {
            return value.IsNull ? (long?)null : value.Value.Ticks;
        }

        public static long? Value(DateTime? value)
        {
            return value.HasValue ? value.Value.Ticks : (long?)null;
        }

        /// <summary>A decimal as a whole number of units of its last digit.</summary>
        public static long? Units(SqlDecimal value, int scale)
        {
            if (value.IsNull)
            {
                return null;
            }

            decimal units = value.Value;
            for (int i = 0; i < scale; i++)
            {
                units *= 10;
            }

            return (long)units;
        }

        /// <summary>A text as varchar(n) or nvarchar(n) holds it: cut at the length.</summary>
        public static string Cut(string value, int length)
        {
            return value == null || value.Length <= length ? value : value.Substring(0, length);
        }

        /// <summary>A text as char(n) or nchar(n) holds it: cut at the length, or with blanks up to it.</summary>
        public static string Pad(string value, int length)
        {
            return value == null || value.Length == length ? value : Cut(value, length).PadRight(length, ' ');
        }

        /// <summary>Refuses a value with a character whose meaning is not known: no answer is better than a guess.</summary>
        public static void Require(string column, string value, Collation collation, Uses uses)
        {
            if (value == null)
            {
                return;
            }

            for (int i = 0; i < value.Length; i++)
            {
                if (!collation.Knows(value[i], uses))
                {
                    throw Unknown(column, value[i]);
                }
            }
        }

        /// <summary>
        /// Refuses characters that char and varchar do not hold for sure: the server would have replaced them. Of code
        /// page 1252, 0x80 to 0x9F are not at the places of their code points.
        /// </summary>
        public static void RequireCodePage1252(string column, string value)
        {
            if (value == null)
            {
                return;
            }

            for (int i = 0; i < value.Length; i++)
            {
                if (value[i] > '\u00FF' || (value[i] > '\u007F' && value[i] < '\u00A0'))
                {
                    throw Unknown(column, value[i]);
                }
            }
        }

        /// <summary>The refusal of a row that has another outcome where LIKE looks past a character.</summary>
        public static ArgumentException LookedPast()
        {
            return new ArgumentException(
                "The outcome hangs on whether LIKE looks past an apostrophe or a hyphen, which is not published, so this"
                    + " function does not answer. Leave such rows out, mend the value, or use the coding's view or inline"
                    + " function, which SQL Server evaluates by the collation itself."
            );
        }

        private static ArgumentException Unknown(string column, char character)
        {
            string code = string.Concat(
                Hexadecimal(character >> 12),
                Hexadecimal(character >> 8),
                Hexadecimal(character >> 4),
                Hexadecimal(character)
            );
            return new ArgumentException(
                column
                    + " holds U+"
                    + code
                    + ", and what that means under the collation of the column is not published, so this function"
                    + " does not answer. Leave such rows out, mend the value, or use the coding's view or inline"
                    + " function, which SQL Server evaluates by the collation itself."
            );
        }

        private static string Hexadecimal(int number)
        {
            return HexadecimalDigits.Substring(number & 15, 1);
        }
    }
}
