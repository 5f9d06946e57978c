using System.Collections.Concurrent;
using RuleGen.Model;

namespace RuleGen.Languages;

/// <summary>The characters that columns' values may hold; found once for each set of rules, width of type and use.</summary>
internal sealed class ModelledCharacters
{
    private static readonly ConcurrentDictionary<
        (CharacterRules Rules, CharacterUse Use, bool IsWide),
        ModelledCharacters
    > Known = [];

    private readonly char[] _characters;
    private readonly bool[] _isModelled = new bool[char.MaxValue + 1];

    private ModelledCharacters(CharacterRequirement requirement)
    {
        _characters = [.. Held(requirement.Column).Where(character => requirement.FindUnmodelled([character]) is null)];
        foreach (var character in _characters)
        {
            _isModelled[character] = true;
        }
    }

    /// <summary>
    /// The characters that meet every requirement on a column, in the order of their codes: without one, all that its
    /// type holds, since nothing looks at them.
    /// </summary>
    public static IEnumerable<char> Of(Column column, CharacterRequirement[] requirements)
    {
        if (requirements is [])
        {
            return Held(column);
        }

        var modelled = requirements.Select(Of).Distinct().ToArray();
        return modelled[0]
            ._characters.Where(character => Array.TrueForAll(modelled, each => each._isModelled[character]));
    }

    /// <summary>A non-Unicode column holds characters of its code page at the same place only.</summary>
    private static IEnumerable<char> Held(Column column) =>
        Enumerable
            .Range(0, ((CharacterType)column.Type).IsUnicode ? char.MaxValue + 1 : 'ÿ' + 1)
            .Select(code => (char)code);

    private static ModelledCharacters Of(CharacterRequirement requirement)
    {
        var type = (CharacterType)requirement.Column.Type;
        return Known.GetOrAdd(
            (type.Collation!.Rules(requirement.IsUnicode), requirement.Use, type.IsUnicode),
            _ => new ModelledCharacters(requirement)
        );
    }
}
