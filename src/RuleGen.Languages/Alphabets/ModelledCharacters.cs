using System.Collections.Concurrent;
using RuleGen.Model;

namespace RuleGen.Languages;

/// <summary>The characters that columns' values may hold; found once for each set of rules, width of type and use.</summary>
internal sealed class ModelledCharacters
{
    private static readonly ConcurrentDictionary<
        (CharacterRules Rules, CharacterUse Use, bool IsWide, bool IsList),
        ModelledCharacters
    > Known = [];

    private readonly char[] _characters;
    private readonly bool[] _isModelled = new bool[char.MaxValue + 1];

    private ModelledCharacters(CharacterRequirement requirement)
    {
        _characters =
        [
            .. Held(requirement.Type, requirement.Item is not null).Where(character => requirement.Models(character)),
        ];
        foreach (var character in _characters)
        {
            _isModelled[character] = true;
        }
    }

    /// <summary>
    /// The characters that meet every requirement on a column, in the order of their codes: without one, all that its
    /// type holds, since nothing looks at them.
    /// </summary>
    /// <param name="type">The column's type.</param>
    /// <param name="isOfList">Whether it is one of a list's items.</param>
    /// <param name="requirements">The requirements.</param>
    public static IEnumerable<char> Of(CharacterType type, bool isOfList, CharacterRequirement[] requirements)
    {
        if (requirements is [])
        {
            return Held(type, isOfList);
        }

        var modelled = requirements.Select(Of).Distinct().ToArray();
        return modelled[0]
            ._characters.Where(character => Array.TrueForAll(modelled, each => each._isModelled[character]));
    }

    /// <summary>A non-Unicode column holds characters of its code page at the same place only.</summary>
    private static IEnumerable<char> Held(CharacterType type, bool isOfList) =>
        Enumerable
            .Range(0, type.IsUnicode ? char.MaxValue + 1 : 'ÿ' + 1)
            .Select(code => (char)code)
            .Where(character => !isOfList || !ListText.IsMark(character));

    private static ModelledCharacters Of(CharacterRequirement requirement)
    {
        var type = requirement.Type;
        return Known.GetOrAdd(
            (
                type.Collation!.Rules(requirement.IsUnicode),
                requirement.Use,
                type.IsUnicode,
                requirement.Item is not null
            ),
            _ => new ModelledCharacters(requirement)
        );
    }
}
