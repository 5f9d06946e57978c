using System.Collections.Concurrent;
using RuleGen.Model;

namespace RuleGen.Languages;

/// <summary>The characters that columns' values may hold; found once for each set of rules, width of type and use.</summary>
internal static class ModelledCharacters
{
    private static readonly ConcurrentDictionary<(CharacterRules Rules, CharacterUse Use, bool IsWide), char[]> Known =
    [];

    /// <summary>The characters that meet every requirement on a column.</summary>
    public static IEnumerable<char> Of(Column column, CharacterRequirement[] requirements) =>
        requirements is [var first, .. var others]
            ? Of(first).Where(character => others.All(other => other.FindUnmodelled([character]) is null))
            : Of(new CharacterRequirement(column, ((CharacterType)column.Type).IsUnicode, CharacterUse.Equality));

    private static char[] Of(CharacterRequirement requirement)
    {
        var type = (CharacterType)requirement.Column.Type;
        return Known.GetOrAdd(
            (type.Collation!.Rules(requirement.IsUnicode), requirement.Use, type.IsUnicode),
            _ =>
                Enumerable
                    .Range(0, char.MaxValue + 1)
                    .Select(code => (char)code)
                    .Where(character => requirement.FindUnmodelled([character]) is null)
                    .ToArray()
        );
    }
}
