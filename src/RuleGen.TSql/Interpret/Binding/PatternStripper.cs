using System.Text;

namespace RuleGen.TSql.Interpret.Binding;

/// <summary>Takes characters out of a LIKE pattern that are as if they were not there (rule 1.41).</summary>
internal static class PatternStripper
{
    /// <summary>
    /// The pattern without some characters, also where they are escaped. Sets stay as they are: there <c>-</c> has another
    /// meaning, and <see cref="LikePatternCheck"/> has refused it as a member.
    /// </summary>
    public static string Strip(string pattern, char? escape, string characters)
    {
        var kept = new StringBuilder(pattern.Length);
        var isInSet = false;
        for (var place = 0; place < pattern.Length; place++)
        {
            var length = pattern[place] == escape && place + 1 < pattern.Length ? 2 : 1;
            var meant = pattern[place + length - 1];
            if (isInSet || !characters.Contains(meant, StringComparison.Ordinal) || (length == 1 && meant == escape))
            {
                kept.Append(pattern, place, length);
            }

            isInSet =
                length == 2 ? isInSet
                : isInSet ? meant != ']'
                : meant == '[';
            place += length - 1;
        }

        return kept.ToString();
    }
}
