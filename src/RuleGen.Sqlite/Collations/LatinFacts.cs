using RuleGen.Model;

namespace RuleGen.Sqlite.Collations;

/// <summary>
/// An accent-sensitive Latin collation, case-insensitive or not, for blank, digits, ASCII letters and punctuation (section 0, rule
/// 10; of <c>'</c> and <c>-</c> only what they equal, rule 1.41), and what Windows rules put among the digits (rules 1.33–1.35).
/// </summary>
internal sealed class LatinFacts : CollationFacts
{
    private const string Symbols = " !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
    private const string Fractions = "¼½¾";

    private static readonly string[] Letters =
    [
        .. "ABCDEFGHIJKLMNOPQRSTUVWXYZ".Select(letter => $"{letter}{char.ToLowerInvariant(letter)}"),
    ];

    /// <summary>Equal characters stand together; the order is that of the collation (rules 1.34, 1.40).</summary>
    private readonly string[] _alphanumerics;
    private readonly bool _tellsCase;
    private readonly CodePoints _known;
    private readonly CodePoints _ordered;
    private readonly CodePoints _cased;
    private readonly CodePoints _orderedCased;

    private LatinFacts(bool ordersValues, string[] digits, string[]? letters = null)
    {
        OrdersValues = ordersValues;
        _tellsCase = letters is not null;
        _alphanumerics = [.. digits, .. letters ?? Letters];
        var known = Symbols + string.Concat(_alphanumerics);
        var ordered =
            " "
            + string.Concat(_alphanumerics.Where(equals => !Fractions.Contains(equals[0], StringComparison.Ordinal)));
        _known = CodePoints.Of(known);
        _ordered = CodePoints.Of(ordered);
        _cased = CodePoints.Of(string.Concat(known.Where(char.IsAscii)));
        _orderedCased = CodePoints.Of(string.Concat(ordered.Where(char.IsAscii)));
    }

    /// <summary>Windows rules.</summary>
    public static LatinFacts Windows { get; } =
        new(ordersValues: true, ["0", "¼", "½", "¾", "1¹", "2²", "3³", "4", "5", "6", "7", "8", "9"]);

    /// <summary>Windows rules of version 100: of printable ASCII alone.</summary>
    public static LatinFacts Ascii { get; } =
        new(ordersValues: true, ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]);

    /// <summary>Windows rules that tell letter cases apart: a sorts before A, and A before b (rule 1.32).</summary>
    public static LatinFacts CaseSensitive { get; } =
        new(
            ordersValues: false,
            ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"],
            [.. "aAbBcCdDeEfFgGhHiIjJkKlLmMnNoOpPqQrRsStTuUvVwWxXyYzZ".Select(letter => letter.ToString())]
        );

    /// <summary>
    /// The legacy order of varchar under an SQL collation (rule 1.36), known among digits and among letters, but not
    /// between the two.
    /// </summary>
    public static LatinFacts Legacy { get; } =
        new(ordersValues: false, ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]);

    public override bool OrdersValues { get; }

    public override string MayBeLookedPast => "'-";

    /// <remarks>
    /// In order: no symbols, which have no published order among themselves, and no fractions, of which the order of
    /// single characters is published but not that of longer texts. In UPPER and LOWER, ASCII only.
    /// </remarks>
    public override CodePoints Known(CharacterUse use) =>
        (use.HasFlag(CharacterUse.Order), use.HasFlag(CharacterUse.Case)) switch
        {
            (true, true) => _orderedCased,
            (true, false) => _ordered,
            (false, true) => _cased,
            _ => _known,
        };

    public override CodePoints EqualTo(char character) =>
        Place(character) is >= 0 and var place
            ? CodePoints.Of(_alphanumerics[place])
            : CodePoints.Between(character, character);

    public override CodePoints? Range(char first, char last)
    {
        var (low, high) = (Place(first), Place(last));
        if (low < 0 || high < 0 || (this == Legacy && char.IsAsciiDigit(first) != char.IsAsciiDigit(last)))
        {
            return null;
        }

        return low <= high ? CodePoints.Of(string.Concat(_alphanumerics[low..(high + 1)])) : CodePoints.None;
    }

    /// <summary>
    /// SQLite's upper() for the letters, replace() for the rest. The blank, digits and capitals then stand in the
    /// order of their code points.
    /// </summary>
    public override string FoldSql(string sql) =>
        _tellsCase
            ? sql
            : _alphanumerics
                .Where(equals => equals.Length > 1 && !char.IsAsciiLetter(equals[0]))
                .Aggregate($"upper({sql})", (inner, equals) => $"replace({inner}, '{equals[1]}', '{equals[0]}')");

    public override string Fold(string text) =>
        string.Concat(text.Select(each => Place(each) is >= 0 and var place ? _alphanumerics[place][0] : each));

    private int Place(char character) =>
        Array.FindIndex(_alphanumerics, equals => equals.Contains(character, StringComparison.Ordinal));
}
