using System.Collections.Concurrent;
using RuleGen.Model;

namespace RuleGen.Languages;

/// <summary>The characters that meet a requirement; found once for each set of rules, width of type and use.</summary>
internal static class ModelledCharacters
{
    private static readonly ConcurrentDictionary<(CharacterRules Rules, CharacterUse Use, bool IsWide), char[]> Known =
    [];

    public static char[] Of(CharacterRequirement requirement)
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

    /// <summary>For a column of whose characters nothing is asked.</summary>
    public static char[] Of(Column column) =>
        Of(new CharacterRequirement(column, ((CharacterType)column.Type).IsUnicode, CharacterUse.Equality));
}
