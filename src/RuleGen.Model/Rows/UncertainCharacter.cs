namespace RuleGen.Model;

/// <summary>A character because of which a row may have another result under each <see cref="LikeReading"/>.</summary>
/// <param name="Column">The column whose value, or whose pattern, holds it.</param>
/// <param name="Character">The character.</param>
/// <param name="IsInPattern">Whether a pattern holds it, and no value does.</param>
public readonly record struct UncertainCharacter(Column Column, char Character, bool IsInPattern)
{
    /// <summary>The first in the values of a row, else in the patterns of some predicates; null where there is none.</summary>
    /// <param name="predicates">The predicates.</param>
    /// <param name="requirements">What they ask of values.</param>
    /// <param name="row">The row.</param>
    public static UncertainCharacter? Find(
        IEnumerable<Predicate> predicates,
        ValueList<CharacterRequirement> requirements,
        Row row
    )
    {
        foreach (var requirement in requirements)
        {
            if (row[requirement.Column].Text is { } text && requirement.FindUncertain(text) is { } found)
            {
                return new UncertainCharacter(requirement.Column, found, IsInPattern: false);
            }
        }

        return FindInPatterns(predicates);
    }

    /// <summary>Whether a pattern of some predicates holds one, so that every row may have two results.</summary>
    public static bool IsInPatternOf(IEnumerable<Predicate> predicates) => FindInPatterns(predicates) is not null;

    /// <summary>The first in the patterns of some predicates; null where there is none.</summary>
    public static UncertainCharacter? FindInPatterns(IEnumerable<Predicate> predicates)
    {
        foreach (var like in predicates.SelectMany(root => root.SelfAndAllWithin()).OfType<Like>())
        {
            if (like.UncertainCharacter is { } found)
            {
                return new UncertainCharacter(like.Columns.First(), found, IsInPattern: true);
            }
        }

        return null;
    }
}
