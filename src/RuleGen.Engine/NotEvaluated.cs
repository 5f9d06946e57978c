using RuleGen.Model;

namespace RuleGen.Engine;

/// <summary>
/// Why a row has no result: a value holds a character whose meaning under the column's collation has no published
/// source, and the result depends on it.
/// </summary>
/// <param name="Column">The column that holds the value.</param>
/// <param name="Character">The first such character in it.</param>
public sealed record NotEvaluated(Column Column, char Character)
{
    /// <summary>
    /// Whether the character is one that LIKE may look past, and the row has another result where it does (rule 1.41).
    /// </summary>
    public bool IsUncertain { get; init; }

    /// <summary>Whether a pattern on the column holds the character, and no value of the row.</summary>
    public bool IsInPattern { get; init; }

    /// <summary>The reason for a row that has another result under each <see cref="LikeReading"/>.</summary>
    internal static NotEvaluated Because(UncertainCharacter uncertain) =>
        new(uncertain.Column, uncertain.Character) { IsUncertain = true, IsInPattern = uncertain.IsInPattern };

    /// <summary>The column and the character, such as <c>Any_Spell_Diagnosis holds U+00DF 'ß', which … does not model</c>.</summary>
    public override string ToString() =>
        IsUncertain
            ? $"{(IsInPattern ? "A pattern on " : "")}{Column.Name} holds {MessageText.Describe(Character)}, and the result depends "
                + "on whether LIKE looks past it, which no source says (rule 1.41)"
            : $"{Column.Name} holds {MessageText.Describe(Character)}, "
                + $"which {((CharacterType)Column.Type).Collation} does not model";
}
