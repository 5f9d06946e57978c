namespace RuleGen.Model;

/// <summary>
/// The rules of an accent-sensitive Latin collation, case-insensitive or not, for the characters whose meaning is published:
/// printable ASCII (section 0, rule 10) and, under Windows rules, the six characters of code page 1252 that sort among
/// the digits (rules 1.33–1.35). Of <c>'</c> and <c>-</c> it is known that they equal only themselves; what LIKE makes of
/// them is not (rule 1.41).
/// </summary>
internal sealed class LatinCharacterRules : CharacterRules
{
    private const int NotModelled = -1;

    /// <summary>The rank shared by the blank, symbols and punctuation: before digits (rule 1.40), else not known.</summary>
    private const int SymbolRank = 0;

    private readonly bool _isWindows;
    private readonly bool _ordersValues;
    private readonly int[] _ranks = new int[256];
    private readonly char[] _representatives = new char[256];

    private LatinCharacterRules(bool isWindows, bool ordersValues, string[] alphanumerics)
    {
        _isWindows = isWindows;
        _ordersValues = ordersValues;
        Array.Fill(_ranks, NotModelled);
        for (var character = ' '; character <= '~'; character++)
        {
            Set(character, character, SymbolRank);
        }

        for (var rank = 0; rank < alphanumerics.Length; rank++)
        {
            foreach (var character in alphanumerics[rank])
            {
                Set(character, alphanumerics[rank][0], SymbolRank + 1 + rank);
            }
        }
    }

    /// <summary>Windows rules: of every type under a Windows collation, of nchar and nvarchar under all (section 0).</summary>
    public static LatinCharacterRules Windows { get; } =
        new(
            isWindows: true,
            ordersValues: true,
            ["0", "¼", "½", "¾", "1¹", "2²", "3³", "4", "5", "6", "7", "8", "9", .. Letters()]
        );

    /// <summary>Windows rules, of printable ASCII alone.</summary>
    public static LatinCharacterRules WindowsAscii { get; } =
        new(isWindows: true, ordersValues: true, [.. Digits, .. Letters()]);

    /// <summary>
    /// Windows rules that tell letter cases apart, of printable ASCII alone: a, A, b, B and so on (rule 1.32). Longer texts
    /// are put in order by their letters first and by case where those are the same, which is not modelled.
    /// </summary>
    public static LatinCharacterRules WindowsCaseSensitive { get; } =
        new(
            isWindows: true,
            ordersValues: false,
            [.. Digits, .. Letters().SelectMany(letter => new[] { letter[1].ToString(), letter[0].ToString() })]
        );

    /// <summary>The legacy order of char and varchar under an SQL collation (rules 1.36, 1.43).</summary>
    public static LatinCharacterRules Legacy { get; } =
        new(isWindows: false, ordersValues: false, [.. Digits, .. Letters()]);

    /// <summary>
    /// Under Windows rules that do not tell letter cases apart. The legacy order is known inside the digits and inside the letters (section 0,
    /// rule 10), but values mix the two.
    /// </summary>
    public override bool OrdersValues => _ordersValues;

    /// <remarks>
    /// Order: a blank pads the shorter value and sorts first; other symbols have no published order among
    /// themselves, and for fractions only that of single characters is published (rule 1.34). Case: ASCII only
    /// (section 0, rule 10).
    /// </remarks>
    public override bool Models(char character, CharacterUse use) =>
        character < _ranks.Length
        && _ranks[character] != NotModelled
        && (!use.HasFlag(CharacterUse.Case) || char.IsAscii(character))
        && (
            !use.HasFlag(CharacterUse.Order)
            || character == ' '
            || (_ranks[character] != SymbolRank && character is not ('¼' or '½' or '¾'))
        );

    public override string UncertainInLike => "'-";

    /// <remarks>What is not modelled stands for itself alone: automata ask this of the marks of lists.</remarks>
    public override char Representative(char character) =>
        character < _representatives.Length ? _representatives[character] : character;

    public override int Rank(char character) => character < _ranks.Length ? _ranks[character] : NotModelled;

    public override bool CanBoundRange(char character) => character < _ranks.Length && _ranks[character] > SymbolRank;

    public override bool KnowsRange(char first, char last) =>
        _isWindows || char.IsAsciiDigit(first) == char.IsAsciiDigit(last);

    private static IEnumerable<string> Digits => "0123456789".Select(digit => digit.ToString());

    private static IEnumerable<string> Letters() =>
        Enumerable.Range(0, 26).Select(i => new string([(char)('A' + i), (char)('a' + i)]));

    private void Set(char character, char representative, int rank)
    {
        _representatives[character] = representative;
        _ranks[character] = rank;
    }
}
