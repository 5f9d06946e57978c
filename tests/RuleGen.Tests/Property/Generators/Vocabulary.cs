using RuleGen.Model;

namespace RuleGen.Tests.Property;

/// <summary>
/// Draws texts out of few words, so that literals, patterns and values meet each other, or miss by a character.
/// </summary>
internal sealed class Vocabulary
{
    /// <summary>What every collation models for every use, so that it may stand inside functions.</summary>
    private const string Plain = "AaBbMmZz01259 ";

    /// <summary>With signs, what a pattern gives a meaning, and what equals or sorts in odd places.</summary>
    private const string Any = Plain + "AaBb012 .,=%_[]^&²¹½Éé'-Ω日";

    private static readonly CharacterUse[] Uses = [CharacterUse.Equality, CharacterUse.Order];

    private static readonly Dictionary<
        (string Collation, bool IsUnicode, CharacterUse Use, bool HasN),
        string
    > Modelled = (
        from collation in Collation.All
        from isUnicode in (bool[])[false, true]
        from use in Uses
        from hasN in (bool[])[false, true]
        select (
            (collation.Name, isUnicode, use, hasN),
            string.Concat(
                Any.Where(character => collation.Rules(isUnicode).Models(character, use))
                    .Where(character => hasN || character <= 'ÿ')
            )
        )
    ).ToDictionary(pair => pair.Item1, pair => pair.Item2);

    private readonly Draw _draw;
    private readonly string[] _words;

    public Vocabulary(Draw draw)
    {
        _draw = draw;
        _words = Enumerable.Range(0, 4).Select(_ => Repeat(Plain, draw.Between(1, 4))).ToArray();
    }

    /// <summary>A text that every collation models for every use.</summary>
    public string PlainText() => _draw.Chance(10) ? "" : Changed(_draw.Of(_words), Plain);

    /// <summary>A text that a collation models for a use, for a literal with N or without (rule 6.11).</summary>
    public string Text(Collation collation, bool isUnicode, CharacterUse use, bool hasN) =>
        _draw.Chance(5) ? "" : Changed(_draw.Of(_words), Modelled[(collation.Name, isUnicode, use, hasN)]);

    /// <summary>A character that a collation models.</summary>
    public char Character(Collation collation, bool isUnicode, bool hasN) =>
        _draw.Chance(60)
            ? _draw.Of(_draw.Of(_words))
            : _draw.Of(Modelled[(collation.Name, isUnicode, CharacterUse.Equality, hasN)]);

    /// <summary>A text, or one like it: a character changed, put in or left out, other case, blanks at the end.</summary>
    public string Changed(string text, string characters)
    {
        var place = _draw.Below(text.Length + 1);
        return _draw.Below(12) switch
        {
            0 => text + Repeat(" ", _draw.Between(1, 2)),
            1 => text.TrimEnd(' '),
            2 => text.Insert(place, Repeat(characters, 1)),
            3 when place < text.Length => text.Remove(place, 1),
            4 when place < text.Length => text.Remove(place, 1).Insert(place, Repeat(characters, 1)),
            5 => text.ToLowerInvariant(),
            6 => text.ToUpperInvariant(),
            7 => Repeat(characters, _draw.Between(0, 3)),
            _ => text,
        };
    }

    private string Repeat(string characters, int count) =>
        string.Concat(Enumerable.Range(0, count).Select(_ => _draw.Of(characters)));
}
