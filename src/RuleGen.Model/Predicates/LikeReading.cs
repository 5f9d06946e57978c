namespace RuleGen.Model;

/// <summary>
/// What LIKE makes of a character of which no source says whether it counts: <c>-</c> and <c>'</c> outside binary
/// collations (rule 1.41). A row has a result where both readings give it the same one.
/// </summary>
public enum LikeReading
{
    /// <summary>As of any other character: it matches itself, and takes a place.</summary>
    Ordinary,

    /// <summary>As if it were not there, neither in the value nor in the pattern.</summary>
    Absent,
}
