using RuleGen.Model;

namespace RuleGen.Languages;

/// <summary>What a predicate asks of one character. Equal questions are asked once.</summary>
/// <param name="Element">A part of a pattern that the character fits; null to ask for the order instead.</param>
/// <param name="Bound">The character that it sorts before.</param>
/// <param name="Rules">What compares characters.</param>
internal sealed record CharacterTest(LikeElement? Element, char Bound, CharacterRules Rules)
{
    /// <summary>Whether a character equals another.</summary>
    public static CharacterTest Equal(char expected, CharacterRules rules) =>
        new(new LiteralCharacter(expected), '\0', rules);

    /// <summary>Whether a character sorts before another.</summary>
    public static CharacterTest Less(char bound, CharacterRules rules) => new(null, bound, rules);

    /// <summary>Whether a character fits a part of a pattern that stands for one character.</summary>
    public static CharacterTest Fits(LikeElement element, CharacterRules rules) => new(element, '\0', rules);

    /// <summary>The characters that it names.</summary>
    public IEnumerable<char> Mentioned =>
        Element switch
        {
            null => [Bound],
            LiteralCharacter literal => [literal.Character],
            CharacterSet set => set.Members.SelectMany(member => new[] { member.First, member.Last ?? member.First }),
            _ => [],
        };

    /// <summary>The answer for a modelled character.</summary>
    public bool Holds(char character) =>
        Element switch
        {
            null => Rules.Rank(character) < Rules.Rank(Bound),
            LiteralCharacter literal => Rules.AreEqual(literal.Character, character),
            CharacterSet set => set.Matches(character, Rules),
            _ => true,
        };
}
