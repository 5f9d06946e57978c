using RuleGen.Model;

namespace RuleGen.Tests.Unit.Languages;

/// <summary>
/// What text means under the collations, written once more as plainly as can be, to check automata against:
/// tables of characters, recursion, no states.
/// </summary>
internal sealed class NaiveText(Collation collation, bool isUnicode)
{
    /// <summary>Equal characters stand together, in the order of Windows rules (rules 1.33 to 1.35).</summary>
    private static readonly string[] Windows =
    [
        "0",
        "¼",
        "½",
        "¾",
        "1¹",
        "2²",
        "3³",
        "4",
        "5",
        "6",
        "7",
        "8",
        "9",
        "Aa",
        "Bb",
        "Cc",
        "Dd",
        "Ee",
        "Ff",
        "Gg",
        "Hh",
        "Ii",
        "Jj",
        "Kk",
        "Ll",
        "Mm",
        "Nn",
        "Oo",
        "Pp",
        "Qq",
        "Rr",
        "Ss",
        "Tt",
        "Uu",
        "Vv",
        "Ww",
        "Xx",
        "Yy",
        "Zz",
    ];

    private bool IsBinary => collation.IsBinary;

    private bool TellsCase => collation == Collation.Latin1GeneralCsAs;

    private bool IsLegacy => collation == Collation.SqlLatin1GeneralCp1CiAs && !isUnicode;

    public bool AreEqual(char left, char right) =>
        left == right
        || (
            !IsBinary && Array.Exists(Groups, group => group.AsSpan().Contains(left) && group.AsSpan().Contains(right))
        );

    /// <summary>The place in the order; symbols and blanks before digits.</summary>
    public int Place(char character) =>
        IsBinary ? character : Array.FindIndex(Groups, group => group.AsSpan().Contains(character));

    /// <summary>Negative, zero or positive; the shorter text is padded with blanks (rule 2.1).</summary>
    public int Compare(string left, string right)
    {
        var length = Math.Max(left.Length, right.Length);
        var pairs = left.PadRight(length).Zip(right.PadRight(length));
        foreach (var (one, other) in pairs)
        {
            if (!AreEqual(one, other))
            {
                return Place(one) < Place(other) ? -1 : 1;
            }
        }

        return 0;
    }

    public bool IsLike(string text, string pattern, char? escape = null)
    {
        if (pattern.Length == 0)
        {
            // Rule 1.29: what is left of a non-Unicode text may be blanks.
            return text.Length == 0 || (!isUnicode && text.Trim(' ').Length == 0);
        }

        var (first, rest) = (pattern[0], pattern[1..]);
        if (first == escape)
        {
            return rest.Length > 0
                && text.Length > 0
                && AreEqual(rest[0], text[0])
                && IsLike(text[1..], rest[1..], escape);
        }

        switch (first)
        {
            case '%':
                return Enumerable.Range(0, text.Length + 1).Any(skipped => IsLike(text[skipped..], rest, escape));
            case '_':
                return text.Length > 0 && IsLike(text[1..], rest, escape);
            case '[':
                var end = EndOfSet(rest, escape);
                return text.Length > 0
                    && IsInSet(text[0], rest[..end], escape)
                    && IsLike(text[1..], rest[(end + 1)..], escape);
            default:
                return text.Length > 0 && AreEqual(first, text[0]) && IsLike(text[1..], rest, escape);
        }
    }

    private bool IsAscii => Collation.Version100.Contains(collation);

    private string[] Groups =>
        TellsCase
            ? [.. Windows.SelectMany(group => group.Where(char.IsAscii).Reverse().Select(member => member.ToString()))]
        : IsLegacy ? [.. Windows.Select(group => group.TrimEnd('¹', '²', '³'))]
        : IsAscii
            ? [.. Windows.Select(group => string.Concat(group.Where(char.IsAscii))).Where(group => group.Length > 0)]
        : Windows;

    private static int EndOfSet(string text, char? escape)
    {
        for (var i = 0; ; i++)
        {
            if (text[i] == escape)
            {
                i++;
            }
            else if (text[i] == ']')
            {
                return i;
            }
        }
    }

    private bool IsInSet(char character, string set, char? escape)
    {
        if (set.StartsWith('^'))
        {
            return !IsInSet(character, set[1..], escape);
        }

        for (var i = 0; i < set.Length; i++)
        {
            if (set[i] == escape)
            {
                i++;
            }
            else if (i + 2 < set.Length && set[i + 1] == '-')
            {
                if (Place(set[i]) <= Place(character) && Place(character) <= Place(set[i + 2]))
                {
                    return true;
                }

                i += 2;
                continue;
            }

            if (AreEqual(set[i], character))
            {
                return true;
            }
        }

        return false;
    }
}
