using RuleGen.Model;

namespace RuleGen.Engine.Evaluation;

/// <summary>Compares whole values; the shorter is padded with blanks (rule 2.1), under every type and collation.</summary>
internal static class TextComparer
{
    /// <summary>Whether two values are equal (rules 2.1–2.5).</summary>
    public static bool AreEqual(string left, string right, CharacterRules rules)
    {
        var length = Math.Max(left.Length, right.Length);
        for (var i = 0; i < length; i++)
        {
            if (!rules.AreEqual(Padded(left, i), Padded(right, i)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Negative, zero or positive: how two values sort, by the first place where they differ (rule 5.9).</summary>
    public static int Compare(string left, string right, CharacterRules rules)
    {
        var length = Math.Max(left.Length, right.Length);
        for (var i = 0; i < length; i++)
        {
            var order = rules.Rank(Padded(left, i)).CompareTo(rules.Rank(Padded(right, i)));
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }

    private static char Padded(string value, int index) => index < value.Length ? value[index] : ' ';
}
