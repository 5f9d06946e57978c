namespace RuleGen.Model;

/// <summary>What a predicate does with the characters of a value, beyond telling equal from unequal.</summary>
/// <remarks>A profile may model a character for one use and not for another.</remarks>
[Flags]
public enum CharacterUse
{
    /// <summary>Equality, trims and substrings.</summary>
    Equality = 0,

    /// <summary>Ordering whole values: <c>&lt; &lt;= &gt; &gt;= BETWEEN</c> (rule 5.9).</summary>
    Order = 1,

    /// <summary>UPPER and LOWER.</summary>
    Case = 2,

    /// <summary>LIKE, which may ignore blanks at the end of a value (rules 1.24, 1.29).</summary>
    Pattern = 4,
}
