namespace RuleGen.TSql.Interpret.Collating;

/// <summary>What a script does with a character, so that its meaning must be known.</summary>
internal enum CharacterRole
{
    /// <summary>Compares it, in a whole value, with another character.</summary>
    Equality,

    /// <summary>Matches it with a LIKE pattern.</summary>
    Pattern,

    /// <summary>Puts it in order.</summary>
    Order,

    /// <summary>Turns it into a capital or a small letter.</summary>
    LetterCase,
}
