using System.Text;
using RuleGen.Model;

namespace RuleGen.Sqlite.Collations;

/// <summary>A set of characters as SQLite stores them: ranges of code points, in order and apart.</summary>
internal sealed class CodePoints
{
    private readonly ValueList<(int First, int Last)> _ranges;

    private CodePoints(ValueList<(int First, int Last)> ranges) => _ranges = ranges;

    /// <summary>No character.</summary>
    public static CodePoints None { get; } = new([]);

    /// <summary>ASCII without NUL, and what else code page 1252 and Unicode have under the same numbers.</summary>
    public static CodePoints CodePage1252 { get; } = Union([Between('\u0001', '\u007F'), Between('\u00A0', 'ÿ')]);

    public int Count => _ranges.Sum(range => range.Last - range.First + 1);

    /// <summary>The characters one by one.</summary>
    public IEnumerable<int> Members =>
        _ranges.SelectMany(range => Enumerable.Range(range.First, range.Last - range.First + 1));

    /// <summary>One character, as it is stored.</summary>
    public static CodePoints Of(int point) => new([(point, point)]);

    /// <summary>The characters of a text.</summary>
    public static CodePoints Of(string characters) =>
        Union(characters.Select(character => Between(character, character)));

    /// <summary>The characters from one code unit to another; none when reversed (rule 1.13).</summary>
    public static CodePoints Between(char first, char last)
    {
        if (first > last)
        {
            return None;
        }

        var ranges = new List<(int, int)>();
        var start = first;
        for (int unit = first; unit <= last; unit++)
        {
            if (unit == last || StoredText.IsMoved((char)unit) != StoredText.IsMoved((char)(unit + 1)))
            {
                ranges.Add((StoredText.CodePoint(start), StoredText.CodePoint((char)unit)));
                start = (char)(unit + 1);
            }
        }

        return new(ranges.Order().ToValueList());
    }

    /// <summary>The characters of several sets.</summary>
    public static CodePoints Union(IEnumerable<CodePoints> sets)
    {
        var merged = new List<(int First, int Last)>();
        foreach (var range in sets.SelectMany(set => set._ranges).Order())
        {
            if (merged.Count > 0 && range.First <= merged[^1].Last + 1)
            {
                merged[^1] = (merged[^1].First, Math.Max(merged[^1].Last, range.Last));
            }
            else
            {
                merged.Add(range);
            }
        }

        return new(merged.ToValueList());
    }

    /// <summary>The characters that another set has too.</summary>
    public CodePoints And(CodePoints other) =>
        new(
            (
                from mine in _ranges
                from its in other._ranges
                let both = (First: Math.Max(mine.First, its.First), Last: Math.Min(mine.Last, its.Last))
                where both.First <= both.Last
                select both
            ).ToValueList()
        );

    public bool Contains(char character)
    {
        var point = StoredText.CodePoint(character);
        return _ranges.Any(range => range.First <= point && point <= range.Last);
    }

    /// <summary>Whether every character of another set is in this one.</summary>
    public bool Includes(CodePoints other) => Union([this, other])._ranges.Equals(_ranges);

    /// <summary>The set as GLOB writes it, in brackets; one character alone stands for itself where it can.</summary>
    /// <remarks>
    /// GLOB takes <c>]</c> for a member only when it stands first, <c>-</c> when it stands first or last, and
    /// <c>^</c> when it does not stand first (SQLite's func.c, <c>patternCompare</c>).
    /// </remarks>
    public string ToGlob(bool isNegated)
    {
        if (!isNegated && Count == 1)
        {
            return Single(_ranges[0].First);
        }

        var specials = "]-^".Where(Contains).ToList();
        var text = new StringBuilder(isNegated ? "[^" : "[");
        text.Append(specials.Contains(']') ? "]" : "");
        var hasFirst = isNegated || specials.Contains(']');
        foreach (var (first, last) in WithoutSpecials())
        {
            hasFirst = true;
            text.Append(new Rune(first));
            if (last > first)
            {
                text.Append(last > first + 1 ? "-" : "").Append(new Rune(last));
            }
        }

        // Where nothing else can stand before '^', the hyphen does.
        var end = string.Concat(
            specials.Where(special => special != ']').OrderBy(special => special == '-' == hasFirst)
        );
        return text.Append(end).Append(']').ToString();
    }

    private static string Single(int point)
    {
        var character = new Rune(point).ToString();
        return character is "*" or "?" or "[" ? $"[{character}]" : character;
    }

    private IEnumerable<(int First, int Last)> WithoutSpecials()
    {
        foreach (var (first, last) in _ranges)
        {
            var start = first;
            foreach (var special in "-]^".Where(special => first <= special && special <= last))
            {
                if (start < special)
                {
                    yield return (start, special - 1);
                }

                start = special + 1;
            }

            if (start <= last)
            {
                yield return (start, last);
            }
        }
    }
}
