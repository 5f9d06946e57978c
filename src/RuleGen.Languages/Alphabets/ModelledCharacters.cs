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
        // A non-Unicode column holds characters of its code page at the same place only.
        var last = ((CharacterType)requirement.Column.Type).IsUnicode ? char.MaxValue : 'ÿ';
        var characters = new List<char>();
        for (var code = 0; code <= last; code++)
        {
            var character = (char)code;
            if (requirement.FindUnmodelled([character]) is null)
            {
                _isModelled[code] = true;
                characters.Add(character);
            }
        }

        _characters = [.. characters];
    }

    /// <summary>The characters that meet every requirement on a column, in the order of their codes.</summary>
    public static IEnumerable<char> Of(Column column, CharacterRequirement[] requirements)
    {
        if (requirements is [])
        {
            return Of(
                new CharacterRequirement(column, ((CharacterType)column.Type).IsUnicode, CharacterUse.Equality)
            )._characters;
        }

        var modelled = requirements.Select(Of).Distinct().ToArray();
        return modelled[0]
            ._characters.Where(character => Array.TrueForAll(modelled, each => each._isModelled[character]));
    }

    private static ModelledCharacters Of(CharacterRequirement requirement)
    {
        var type = (CharacterType)requirement.Column.Type;
        return Known.GetOrAdd(
            (type.Collation!.Rules(requirement.IsUnicode), requirement.Use, type.IsUnicode),
            _ => new ModelledCharacters(requirement)
        );
    }
}
