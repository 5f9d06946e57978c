namespace RuleGen.Clr;

/// <summary>What generated code does with the characters of a value, in the words of the runtime's <c>Uses</c>.</summary>
[Flags]
internal enum CharacterUses
{
    Equality = 0,
    Order = 1,
    LetterCase = 2,
    Pattern = 4,
}
