using RuleGen.Model;

namespace RuleGen.Languages;

/// <summary>
/// The characters of a column's values, collapsed into classes: characters of one class are alike to every predicate
/// that the alphabet was made for.
/// </summary>
public sealed class Alphabet
{
    private const int NotInAlphabet = -1;

    private readonly int[] _classes;
    private readonly char[] _representatives;
    private readonly int _markCount;

    private Alphabet(int[] classes, char[] representatives, int markCount)
    {
        _classes = classes;
        _representatives = representatives;
        _markCount = markCount;
    }

    /// <summary>The number of classes; they are numbered from 0, the most usual characters first.</summary>
    public int ClassCount => _representatives.Length;

    /// <summary>Collapses characters.</summary>
    /// <param name="characters">The characters of the values; with each one what every map makes of it.</param>
    /// <param name="tests">What predicates ask of a character.</param>
    /// <param name="maps">The functions through which predicates see a character: UPPER, LOWER.</param>
    /// <param name="marks">
    /// Characters that are none of a value's own, such as what stands between those of a list: each a class of its own, after
    /// the others. None where it is left out.
    /// </param>
    /// <param name="tell">What tells characters apart beside the tests; null where nothing does.</param>
    internal static Alphabet Create(
        IEnumerable<char> characters,
        IReadOnlyCollection<CharacterTest> tests,
        IReadOnlyCollection<Func<char, char>> maps,
        IReadOnlyCollection<char>? marks = null,
        Func<char, string>? tell = null
    )
    {
        // From the most usual to the least, so that each class is shown by its most usual member.
        var members = MostUsualFirst(characters);
        marks ??= [];
        var classes = new int[members.Concat(marks).Select(character => character + 1).DefaultIfEmpty(0).Max()];
        Array.Fill(classes, NotInAlphabet);
        var questions = new CharacterQuestions(tests);
        var count = Number(
            members,
            classes,
            tell is null ? questions.Answers : character => questions.Answers(character) + tell(character)
        );
        for (var previous = 0; maps.Count > 0 && previous < count; )
        {
            // Two characters are alike only if what a map makes of them is alike, too.
            previous = count;
            foreach (var map in maps)
            {
                count = Split(members, classes, map);
            }
        }

        foreach (var mark in marks)
        {
            classes[mark] = count++;
        }

        var representatives = new char[count];
        foreach (var character in members.Concat(marks).Reverse())
        {
            representatives[classes[character]] = character;
        }

        return new Alphabet(classes, representatives, marks.Count);
    }

    /// <summary>The characters of a text, the blank and their other letter cases, each a class of its own.</summary>
    internal static Alphabet OfSingleCharacters(string text)
    {
        var characters = text.Append(' ')
            .SelectMany(character =>
                new[] { character, LetterCase.Map(true)(character), LetterCase.Map(false)(character) }
            )
            .Distinct()
            .ToArray();
        var exact = Collation.Latin1GeneralBin2.Rules(isUnicode: true);
        return Create(characters, [.. characters.Select(member => CharacterTest.Equal(member, exact))], []);
    }

    /// <summary>The class of a character; -1 for one that the alphabet does not hold.</summary>
    public int ClassOf(char character) => character < _classes.Length ? _classes[character] : NotInAlphabet;

    /// <summary>Whether a class is that of a mark: the last ones are.</summary>
    internal bool IsMark(int characterClass) => characterClass >= _representatives.Length - _markCount;

    /// <summary>The classes of the characters of a text.</summary>
    /// <exception cref="TooManyStatesException">The alphabet does not hold one of them.</exception>
    internal int[] Letters(string text) =>
        [
            .. text.Select(character =>
                ClassOf(character) is >= 0 and var letter ? letter : throw new TooManyStatesException()
            ),
        ];

    /// <summary>The most usual character of a class: capitals and digits before others.</summary>
    public char Representative(int characterClass) => _representatives[characterClass];

    /// <summary>Every character that is in the alphabet.</summary>
    public IEnumerable<char> Characters =>
        Enumerable.Range(0, _classes.Length).Where(code => _classes[code] >= 0).Select(code => (char)code);

    /// <summary>Digits, capitals, other letters, blank, other ASCII, the rest.</summary>
    private static char[] MostUsualFirst(IEnumerable<char> characters)
    {
        var groups = Enumerable.Range(0, 6).Select(_ => new List<char>()).ToArray();
        foreach (var character in characters)
        {
            groups[Rarity(character)].Add(character);
        }

        return [.. groups.SelectMany(group => group)];
    }

    private static int Rarity(char character) =>
        character switch
        {
            >= '0' and <= '9' => 0,
            >= 'A' and <= 'Z' => 1,
            >= 'a' and <= 'z' => 2,
            ' ' => 3,
            > ' ' and <= '~' => 4,
            _ => 5,
        };

    private static int Number(char[] members, int[] classes, Func<char, string> signature)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var (lastKey, last) = ((string?)null, 0);
        foreach (var member in members)
        {
            // Most of Unicode is one run of characters that give one answer.
            var key = signature(member);
            if (!ReferenceEquals(key, lastKey))
            {
                lastKey = key;
                if (!numbers.TryGetValue(key, out last))
                {
                    numbers.Add(key, last = numbers.Count);
                }
            }

            classes[member] = last;
        }

        return numbers.Count;
    }

    /// <summary>Tells characters apart by the classes of what a map makes of them; gives the number of classes.</summary>
    private static int Split(char[] members, int[] classes, Func<char, char> map)
    {
        var numbers = new Dictionary<long, int>();
        var split = new int[members.Length];
        for (var i = 0; i < members.Length; i++)
        {
            var key = ((long)classes[members[i]] << 32) + (uint)classes[map(members[i])];
            if (!numbers.TryGetValue(key, out split[i]))
            {
                numbers.Add(key, split[i] = numbers.Count);
            }
        }

        for (var i = 0; i < members.Length; i++)
        {
            classes[members[i]] = split[i];
        }

        return numbers.Count;
    }
}
