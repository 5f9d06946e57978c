namespace RuleGen.TSql.Interpret.Collating;

/// <summary>
/// The characters whose meaning under a collation is published, in their order. Characters at one place are equal;
/// one that has no place is not known.
/// </summary>
internal sealed class Alphabet
{
    private const int Nowhere = 0;

    private readonly int[] _places = new int[char.MaxValue + 1];
    private readonly bool[] _isOrdered = new bool[char.MaxValue + 1];
    private readonly string _inRangesOnly;
    private readonly Func<char, int> _rangeClass;

    /// <summary>An alphabet.</summary>
    /// <param name="unordered">Characters that equal only themselves, before all others in no known order.</param>
    /// <param name="ordered">Groups of equal characters, in their order.</param>
    /// <param name="ordersValues">Whether whole values can be put in order.</param>
    /// <param name="inRangesOnly">Characters of which only the place among single characters is known.</param>
    /// <param name="rangeClass">The ends of a range are of one class.</param>
    /// <param name="lookedPast">Characters that LIKE may look past, or not.</param>
    public Alphabet(
        IEnumerable<char> unordered,
        IEnumerable<string> ordered,
        bool ordersValues,
        string inRangesOnly = "",
        Func<char, int>? rangeClass = null,
        string lookedPast = ""
    )
    {
        LookedPast = lookedPast;
        var place = Nowhere;
        foreach (var character in unordered)
        {
            _places[character] = ++place;
        }

        foreach (var group in ordered)
        {
            place++;
            foreach (var character in group)
            {
                _places[character] = place;
                _isOrdered[character] = true;
            }
        }

        OrdersValues = ordersValues;
        _inRangesOnly = inRangesOnly;
        _rangeClass = rangeClass ?? (_ => 0);
    }

    /// <summary>Characters of which nobody says whether LIKE looks past them (rule 1.41).</summary>
    public string LookedPast { get; }

    /// <summary>Whether whole values can be put in order (rule 5.9).</summary>
    public bool OrdersValues { get; }

    public bool Knows(char character, CharacterRole role) =>
        role switch
        {
            CharacterRole.Equality => _places[character] != Nowhere,
            // Whether LIKE ignores other blanks than U+0020 at the end of a value is not published (rule 1.29).
            CharacterRole.Pattern => _places[character] != Nowhere
                && (character == ' ' || !char.IsWhiteSpace(character)),
            // A blank takes part in every order, because values are padded with it: it sorts first (rules 1.40, 2.1).
            CharacterRole.Order => character == ' '
                || (_isOrdered[character] && !_inRangesOnly.Contains(character, StringComparison.Ordinal)),
            _ => _places[character] != Nowhere && char.IsAscii(character),
        };

    /// <summary>Whether the order of everything between two ends of a range is known.</summary>
    public bool KnowsRange(char low, char high) =>
        _isOrdered[low] && _isOrdered[high] && _rangeClass(low) == _rangeClass(high);

    public bool AreEqual(char left, char right) => _places[left] == _places[right];

    /// <summary>Whether a character sorts at or after one and at or before another (rules 1.13, 1.32).</summary>
    public bool IsWithin(char character, char low, char high) =>
        _places[low] <= _places[character] && _places[character] <= _places[high];

    /// <summary>
    /// The order of two values, the shorter padded with blanks (rules 2.1, 5.9); 0 when they are equal.
    /// </summary>
    public int Compare(string left, string right)
    {
        for (var i = 0; i < Math.Max(left.Length, right.Length); i++)
        {
            var leftPlace = _places[i < left.Length ? left[i] : ' '];
            var rightPlace = _places[i < right.Length ? right[i] : ' '];
            if (leftPlace != rightPlace)
            {
                return leftPlace.CompareTo(rightPlace);
            }
        }

        return 0;
    }
}
