using RuleGen.Model;

namespace RuleGen.Proof.Findings;

/// <summary>What the source declares of the values of the column that a condition reads.</summary>
internal static class DeclaredShape
{
    /// <summary>
    /// The condition that a value of the condition's one column has the declared shape; null where it reads several columns,
    /// or nothing is declared, or its column's values are filled up with blanks.
    /// </summary>
    public static Predicate? Of(Predicate predicate) =>
        predicate.NamedColumns.Distinct().ToList()
            is [{ Shape: { } shape, Type: CharacterType { IsFixedLength: false } } column]
            ? shape.HasPattern(column)
            : null;
}
