namespace RuleGen.Proof;

/// <summary>
/// Pairs the arms of two codings that have the same predicate and label, in the same order on both sides.
/// </summary>
internal static class ArmMatching
{
    /// <summary>Which arms of each side have a partner: a longest common subsequence.</summary>
    public static (bool[] Left, bool[] Right) Match(IReadOnlyList<ArmFormula> left, IReadOnlyList<ArmFormula> right)
    {
        var lengths = new int[left.Count + 1, right.Count + 1];
        for (var i = left.Count - 1; i >= 0; i--)
        {
            for (var j = right.Count - 1; j >= 0; j--)
            {
                lengths[i, j] =
                    left[i] == right[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        var (matchedLeft, matchedRight) = (new bool[left.Count], new bool[right.Count]);
        for (int i = 0, j = 0; i < left.Count && j < right.Count; )
        {
            if (left[i] == right[j])
            {
                (matchedLeft[i++], matchedRight[j++]) = (true, true);
            }
            else if (lengths[i + 1, j] >= lengths[i, j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return (matchedLeft, matchedRight);
    }
}
