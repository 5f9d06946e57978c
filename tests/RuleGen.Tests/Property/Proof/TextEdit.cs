using System.Globalization;

namespace RuleGen.Tests.Property.Proof;

/// <summary>What was done to one character of a text.</summary>
/// <param name="Place">The place of the character, or that before which one was put in.</param>
/// <param name="IsInsertion">Whether a character was put in, not replaced.</param>
/// <param name="Character">The new character; null where one was dropped.</param>
internal sealed record TextEdit(int Place, bool IsInsertion, char? Character)
{
    /// <summary>What is put in the place of characters, and between them.</summary>
    private const string Characters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZamx%_[]^'() <>=-,.!";

    /// <summary>Every edit of one character of a text, in its order.</summary>
    public static IEnumerable<TextEdit> All(string text)
    {
        for (var place = 0; place <= text.Length; place++)
        {
            foreach (var character in Characters)
            {
                yield return new TextEdit(place, IsInsertion: true, character);
            }

            if (place == text.Length)
            {
                yield break;
            }

            yield return new TextEdit(place, IsInsertion: false, Character: null);
            foreach (var character in Characters.Where(character => character != text[place]))
            {
                yield return new TextEdit(place, IsInsertion: false, character);
            }
        }
    }

    /// <summary>The text with the edit.</summary>
    public string Apply(string text) =>
        string.Concat(text.AsSpan(0, Place), $"{Character}", text.AsSpan(IsInsertion ? Place : Place + 1));

    /// <summary>The edit and where it is, such as <c>11:29 '2' dropped</c>.</summary>
    public string Describe(string text)
    {
        var before = text.AsSpan(0, Place);
        var line = before.Count('\n') + 1;
        var column = Place - before.LastIndexOf('\n');
        var what =
            IsInsertion ? $"'{Character}' put in"
            : Character is null ? $"'{text[Place]}' dropped"
            : $"'{text[Place]}' made '{Character}'";
        return string.Create(CultureInfo.InvariantCulture, $"{line}:{column} {what}");
    }
}
