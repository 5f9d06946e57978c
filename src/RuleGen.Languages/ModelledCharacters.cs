using System.Collections.Concurrent;
using RuleGen.Model;

namespace RuleGen.Languages;

/// <summary>The characters that meet a requirement; found once for each set of rules, use and kind of column.</summary>
internal static class ModelledCharacters
{
    /// <summary>What code page 1252 holds at 0x80 to 0x9F.</summary>
    private const string CodePageExtras = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";

    private static readonly ConcurrentDictionary<(CharacterRules Rules, CharacterUse Use, bool IsWide), char[]> Known =
    [];

    public static char[] Of(CharacterRequirement requirement)
    {
        var type = (CharacterType)requirement.Column.Type;
        return Of(type.Collation!.Rules(requirement.IsUnicode), requirement.Use, type.IsUnicode);
    }

    /// <summary>For a column of whose characters nothing is asked.</summary>
    public static char[] Of(CharacterType type) =>
        Of(type.Collation!.Rules(type.IsUnicode), CharacterUse.Equality, type.IsUnicode);

    private static char[] Of(CharacterRules rules, CharacterUse use, bool isWide) =>
        Known.GetOrAdd(
            (rules, use, isWide),
            key =>
                Enumerable
                    .Range(0, char.MaxValue + 1)
                    .Select(code => (char)code)
                    .Where(character => key.Rules.Models(character, key.Use) && (key.IsWide || IsInCodePage(character)))
                    .ToArray()
        );

    /// <summary>Whether a char or varchar column can hold it: the modelled collations use code page 1252.</summary>
    private static bool IsInCodePage(char character) =>
        char.IsAscii(character)
        || character is >= '\u00A0' and <= '\u00FF'
        || CodePageExtras.Contains(character, StringComparison.Ordinal);
}
