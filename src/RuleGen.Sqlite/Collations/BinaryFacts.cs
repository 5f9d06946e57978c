using System.Globalization;
using RuleGen.Model;

namespace RuleGen.Sqlite.Collations;

/// <summary>
/// A <c>_BIN2</c> collation: a character equals itself, and code points are the order (rules 1.31, 1.37).
/// </summary>
internal sealed class BinaryFacts : CollationFacts
{
    private readonly CodePoints _known;
    private readonly CodePoints _inPatterns;
    private readonly CodePoints _ascii;
    private readonly CodePoints _asciiInPatterns;

    private BinaryFacts(Func<char, bool> isHeld, bool ordersValues)
    {
        OrdersValues = ordersValues;
        _known = Where(isHeld, IsKnown);
        _inPatterns = Where(isHeld, IsKnown, character => !IsOtherBlank(character));
        _ascii = Where(char.IsAscii, IsKnown);
        _asciiInPatterns = Where(char.IsAscii, IsKnown, character => !IsOtherBlank(character));
    }

    /// <summary>char and varchar: where code page 1252 and Unicode have the same numbers.</summary>
    public static BinaryFacts CodePage1252 { get; } = new(IsOfCodePage1252, ordersValues: true);

    /// <summary>char and varchar under <c>_BIN</c>.</summary>
    public static BinaryFacts CodePage1252WithoutOrder { get; } = new(IsOfCodePage1252, ordersValues: false);

    /// <summary>char and varchar in UTF-8, where other characters take more than a byte.</summary>
    public static BinaryFacts Ascii { get; } = new(char.IsAscii, ordersValues: true);

    /// <summary>nchar and nvarchar.</summary>
    public static BinaryFacts Unicode { get; } = new(_ => true, ordersValues: true);

    /// <summary>nchar and nvarchar under <c>_BIN</c>, which orders whole values by bytes after the first character.</summary>
    public static BinaryFacts UnicodeWithoutOrder { get; } = new(_ => true, ordersValues: false);

    public override bool OrdersValues { get; }

    /// <remarks>SQLite's upper() and lower() know ASCII only, and rule 10 of section 0 promises no more.</remarks>
    public override CodePoints Known(CharacterUse use) =>
        (use.HasFlag(CharacterUse.Case), use.HasFlag(CharacterUse.Pattern)) switch
        {
            (true, true) => _asciiInPatterns,
            (true, false) => _ascii,
            (false, true) => _inPatterns,
            _ => _known,
        };

    public override CodePoints EqualTo(char character) => CodePoints.Between(character, character);

    public override CodePoints? Range(char first, char last) => CodePoints.Between(first, last);

    public override string FoldSql(string sql) => sql;

    public override string Fold(string text) => text;

    private static bool IsOfCodePage1252(char character) => character is <= '\u007F' or (>= '\u00A0' and <= '\u00FF');

    /// <summary>No NUL (rule 1.49), nothing without a width (rule 1.50), no half of a surrogate pair (rule 1.51).</summary>
    private static bool IsKnown(char character) =>
        character != '\0'
        && char.GetUnicodeCategory(character) is not (UnicodeCategory.Format or UnicodeCategory.Surrogate);

    /// <summary>White space of which nobody says whether LIKE ignores it at the end of a value (rule 1.29).</summary>
    private static bool IsOtherBlank(char character) => character != ' ' && char.IsWhiteSpace(character);

    private static CodePoints Where(params Func<char, bool>[] conditions)
    {
        var runs = new List<CodePoints>();
        var start = -1;
        for (var unit = 0; unit <= char.MaxValue + 1; unit++)
        {
            var isMember = unit <= char.MaxValue && conditions.All(holds => holds((char)unit));
            if (isMember && start < 0)
            {
                start = unit;
            }
            else if (!isMember && start >= 0)
            {
                runs.Add(CodePoints.Between((char)start, (char)(unit - 1)));
                start = -1;
            }
        }

        return CodePoints.Union(runs);
    }
}
