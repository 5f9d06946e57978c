using RuleGen.Model;

namespace RuleGen.Languages;

/// <summary>
/// Which of the characters that a LIKE over their column may look past (rule 1.41) the values of a <see cref="RowSpace"/>
/// hold. Without them both <see cref="LikeReading"/>s say the same of a LIKE whose pattern has none.
/// </summary>
public enum UncertainValues
{
    /// <summary>Those that a literal names which meets the column: <c>-</c> where there is <c>x = '-'</c>.</summary>
    Named,

    /// <summary>None.</summary>
    Excluded,

    /// <summary>All.</summary>
    Included,
}
