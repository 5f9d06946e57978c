namespace RuleGen.Model;

/// <summary>
/// The value of a predicate in SQL's three-valued logic (rule 5.1). <c>WHERE</c> and <c>WHEN</c> take only
/// <see cref="True"/>.
/// </summary>
/// <remarks>In this order, AND is the minimum and OR the maximum.</remarks>
public enum Truth
{
    /// <summary>The predicate does not hold.</summary>
    False = 0,

    /// <summary>A NULL keeps the answer from being known.</summary>
    Unknown = 1,

    /// <summary>The predicate holds.</summary>
    True = 2,
}

/// <summary>AND, OR and NOT over <see cref="Truth"/> (rule 5.1).</summary>
public static class TruthTables
{
    /// <summary>FALSE if either is FALSE, else UNKNOWN if either is UNKNOWN, else TRUE.</summary>
    public static Truth And(this Truth left, Truth right) => left < right ? left : right;

    /// <summary>TRUE if either is TRUE, else UNKNOWN if either is UNKNOWN, else FALSE.</summary>
    public static Truth Or(this Truth left, Truth right) => left > right ? left : right;

    /// <summary>Swaps TRUE and FALSE; UNKNOWN stays UNKNOWN.</summary>
    public static Truth Not(this Truth truth) => Truth.True - (int)truth;

    /// <summary>TRUE or FALSE.</summary>
    public static Truth ToTruth(this bool value) => value ? Truth.True : Truth.False;
}
