using RuleGen.Model;

namespace RuleGen.Engine;

/// <summary>
/// Why a row has no result: a value holds a character whose meaning under the column's collation has no published
/// source.
/// </summary>
/// <param name="Column">The column that holds the value.</param>
/// <param name="Character">The first such character in it.</param>
public sealed record NotEvaluated(Column Column, char Character)
{
    /// <summary>The column and the character, such as <c>Any_Spell_Diagnosis holds U+00DF 'ß', which … does not model</c>.</summary>
    public override string ToString() =>
        $"{Column.Name} holds {MessageText.Describe(Character)}, "
        + $"which {((CharacterType)Column.Type).Collation} does not model";
}
