using System.Globalization;

namespace RuleGen.TSql.Interpret.Collating;

/// <summary>
/// The collations that the interpreter knows by name, each as two alphabets: for varchar and for nvarchar.
/// </summary>
internal static class CollationTables
{
    /// <summary>
    /// Punctuation of ASCII. The order of these is not published; all sort before digits (rule 1.40).
    /// </summary>
    private const string Punctuation = " !\"#$%&()*+,./:;<=>?@[\\]^_`{|}~" + LookedPast;

    /// <summary>
    /// The apostrophe and the hyphen, whose weight is of a kind of its own: they equal only themselves, and nobody says
    /// whether LIKE looks past them (rules 0.10, 1.41).
    /// </summary>
    private const string LookedPast = "'-";

    private const string Letters = "Aa Bb Cc Dd Ee Ff Gg Hh Ii Jj Kk Ll Mm Nn Oo Pp Qq Rr Ss Tt Uu Vv Ww Xx Yy Zz";

    /// <summary>
    /// A fraction sorts between two digits (rule 1.34), but at which level of weight is not published, so that within a
    /// longer value it may give way to the characters after it.
    /// </summary>
    private const string Fractions = "¼½¾";

    /// <summary>
    /// Rules 1.33–1.35: fractions sort between digits, and superscripts equal their digits. Of every type under Windows
    /// rules; characters of full width (rule 1.38) are not evaluated, because their place in ranges is not published.
    /// </summary>
    private static readonly Alphabet Windows = new(
        Punctuation,
        $"0 ¼ ½ ¾ 1¹ 2² 3³ 4 5 6 7 8 9 {Letters}".Split(' '),
        ordersValues: true,
        inRangesOnly: Fractions,
        lookedPast: LookedPast
    );

    /// <summary>
    /// Version 100 of the Windows rules: what else sorts among the digits of ASCII is published of version 80 alone.
    /// </summary>
    private static readonly Alphabet WindowsAscii = new(
        Punctuation,
        $"0 1 2 3 4 5 6 7 8 9 {Letters}".Split(' '),
        ordersValues: true,
        lookedPast: LookedPast
    );

    /// <summary>Letter cases told apart, the small one first (rule 1.32); longer values by rules that are not modelled.</summary>
    private static readonly Alphabet CaseSensitive = new(
        Punctuation,
        "0 1 2 3 4 5 6 7 8 9 a A b B c C d D e E f F g G h H i I j J k K l L m M n N o O p P q Q r R s S t T u U v V w W x X y Y z Z".Split(
            ' '
        ),
        ordersValues: false,
        lookedPast: LookedPast
    );

    /// <summary>
    /// Published are: case does not count, and ranges within digits or within letters hold just those (rule 0.10).
    /// Superscript one is no one (rule 1.36), but what else it may be is not published.
    /// </summary>
    private static readonly Alphabet Legacy = new(
        Punctuation,
        $"0 1 2 3 4 5 6 7 8 9 {Letters}".Split(' '),
        ordersValues: false,
        rangeClass: character => char.IsAsciiDigit(character) ? 1 : 2,
        lookedPast: LookedPast
    );

    /// <summary>
    /// Code points; the rest of code page 1252 has other code points than bytes, so that its order is open.
    /// </summary>
    private static readonly Alphabet Binary = CodePoints('\u00FF', ordersValues: true);

    /// <summary>UTF-8: beyond ASCII a character is more than a byte of varchar.</summary>
    private static readonly Alphabet BinaryAscii = CodePoints('\u007F', ordersValues: true);

    private static readonly Alphabet BinaryUnicode = CodePoints('\uFFFF', ordersValues: true);

    /// <summary>_BIN: of nvarchar the bytes after the first character decide, so that whole values are not put in order.</summary>
    private static readonly Alphabet OldBinary = CodePoints('\u00FF', ordersValues: false);

    private static readonly Alphabet OldBinaryUnicode = CodePoints('\uFFFF', ordersValues: false);

    private static readonly (string Name, Alphabet NonUnicode, Alphabet Unicode)[] Tables =
    [
        ("Latin1_General_100_BIN2", Binary, BinaryUnicode),
        ("Latin1_General_100_BIN2_UTF8", BinaryAscii, BinaryUnicode),
        ("Latin1_General_100_CI_AS", WindowsAscii, WindowsAscii),
        ("Latin1_General_100_CI_AS_KS_WS", WindowsAscii, WindowsAscii),
        ("Latin1_General_100_CI_AS_KS_WS_SC", WindowsAscii, WindowsAscii),
        ("Latin1_General_100_CI_AS_SC", WindowsAscii, WindowsAscii),
        ("Latin1_General_100_CI_AS_SC_UTF8", WindowsAscii, WindowsAscii),
        ("Latin1_General_BIN", OldBinary, OldBinaryUnicode),
        ("Latin1_General_BIN2", Binary, BinaryUnicode),
        ("Latin1_General_CI_AS", Windows, Windows),
        ("Latin1_General_CS_AS", CaseSensitive, CaseSensitive),
        ("SQL_Latin1_General_CP1_CI_AS", Legacy, Windows),
    ];

    /// <summary>The names.</summary>
    public static IEnumerable<string> Names => Tables.Select(table => table.Name);

    /// <summary>Whether a collation tells capital and small letters apart.</summary>
    public static bool TellsCase(string? name) =>
        Tables.Any(table => table.Name == name && !table.NonUnicode.AreEqual('a', 'A'));

    /// <summary>The name as SQL Server lists it, whatever the letter case; null where it is not known.</summary>
    public static string? FindName(string name) =>
        Names.FirstOrDefault(known => string.Equals(known, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The alphabet of a comparison: Unicode where any operand is (rules 0.6, 6.2, 6.7).</summary>
    public static Alphabet Find(string name, bool isUnicode)
    {
        var table = Tables.Single(table => table.Name == name);
        return isUnicode ? table.Unicode : table.NonUnicode;
    }

    /// <summary>
    /// Whether varchar can hold a character for sure: the part of code page 1252 with equal code points.
    /// </summary>
    public static bool IsInCodePage(char character) => character is <= '\u007F' or (>= '\u00A0' and <= '\u00FF');

    /// <summary>
    /// Every character up to a last one, by its code point, but for NUL, surrogates and what has no width (rules
    /// 1.49–1.51).
    /// </summary>
    private static Alphabet CodePoints(char last, bool ordersValues) =>
        new(
            [],
            Enumerable
                .Range(1, last)
                .Select(code => (char)code)
                .Where(character =>
                    char.GetUnicodeCategory(character) is not (UnicodeCategory.Surrogate or UnicodeCategory.Format)
                )
                .Select(character => character.ToString()),
            ordersValues
        );
}
