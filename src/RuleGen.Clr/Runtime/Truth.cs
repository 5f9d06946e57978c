namespace RuleGen
{
    /// <summary>
    /// TRUE, FALSE or UNKNOWN. With these operators, C#'s own and, or and not follow SQL's truth tables: the second
    /// operand is not asked where the first decides.
    /// </summary>
    internal struct Truth
    {
        public static readonly Truth False = new Truth(-1);
        public static readonly Truth Unknown = new Truth(0);
        public static readonly Truth True = new Truth(1);

        private readonly int value;

        private Truth(int value)
        {
            this.value = value;
        }

        /// <summary>Whether it is TRUE: WHERE and WHEN take nothing else.</summary>
        public bool IsTrue
        {
            get { return value > 0; }
        }

        public static Truth Of(bool holds)
        {
            return holds ? True : False;
        }

        public static bool operator true(Truth truth)
        {
            return truth.value > 0;
        }

        public static bool operator false(Truth truth)
        {
            return truth.value < 0;
        }

        public static Truth operator &(Truth left, Truth right)
        {
            if (left.value < 0 || right.value < 0)
            {
                return False;
            }

            return left.value > 0 && right.value > 0 ? True : Unknown;
        }

        public static Truth operator |(Truth left, Truth right)
        {
            if (left.value > 0 || right.value > 0)
            {
                return True;
            }

            return left.value < 0 && right.value < 0 ? False : Unknown;
        }

        public static Truth operator !(Truth truth)
        {
            return new Truth(-truth.value);
        }
    }
}
