namespace RuleGen.Model;

/// <summary>One part of a LIKE pattern.</summary>
public abstract record LikeElement
{
    private protected LikeElement() { }
}

/// <summary><c>%</c>: any run of characters, also an empty one (rule 1.1).</summary>
public sealed record AnyRun : LikeElement;

/// <summary><c>_</c>: exactly one character (rule 1.2).</summary>
public sealed record AnyCharacter : LikeElement;

/// <summary>A character that stands for itself and its equals under the collation.</summary>
/// <param name="Character">The character, without its escape.</param>
public sealed record LiteralCharacter(char Character) : LikeElement;

/// <summary>
/// <c>[…]</c> or <c>[^…]</c>: exactly one character that is in the set, or is not (rules 1.3, 1.4). An empty set holds
/// no character (rule 1.9).
/// </summary>
/// <param name="IsNegated">Whether <c>^</c> stands first.</param>
/// <param name="Members">The members, in the order in which they are written.</param>
public sealed record CharacterSet(bool IsNegated, ValueList<SetMember> Members) : LikeElement
{
    /// <summary>Whether a modelled character fits this place of the pattern under a collation's rules.</summary>
    public bool Matches(char character, CharacterRules rules)
    {
        foreach (var member in Members.AsSpan())
        {
            if (member.Holds(character, rules))
            {
                return !IsNegated;
            }
        }

        return IsNegated;
    }
}

/// <summary>A character, or a range of characters, in a set.</summary>
/// <param name="First">The character, or the first of the range.</param>
/// <param name="Last">The last of the range; null for a single character.</param>
public readonly record struct SetMember(char First, char? Last = null)
{
    /// <summary>
    /// Whether a modelled character is this one or in this range: an interval of the sort order (rule 1.32), empty
    /// when reversed (rule 1.13).
    /// </summary>
    public bool Holds(char character, CharacterRules rules) =>
        Last is { } last
            ? rules.Rank(First) <= rules.Rank(character) && rules.Rank(character) <= rules.Rank(last)
            : rules.AreEqual(First, character);
}
