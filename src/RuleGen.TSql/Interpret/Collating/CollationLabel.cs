namespace RuleGen.TSql.Interpret.Collating;

/// <summary>How strongly an expression insists on its collation (rule 6.6), weakest first.</summary>
internal enum CollationStrength
{
    /// <summary>A literal, variable or parameter: has the database's, and gives way.</summary>
    CoercibleDefault,

    /// <summary>A column.</summary>
    Implicit,

    /// <summary>Made of columns that disagree (rules 4.9, 6.8).</summary>
    None,

    /// <summary><c>COLLATE</c>.</summary>
    Explicit,
}

/// <summary>The collation of an expression.</summary>
internal sealed record CollationLabel(CollationStrength Strength, string Name)
{
    /// <summary>The collation of two expressions that meet; null where both have COLLATE and disagree.</summary>
    public static CollationLabel? Meet(CollationLabel left, CollationLabel right)
    {
        if (left.Strength != right.Strength)
        {
            return left.Strength > right.Strength ? left : right;
        }

        if (left.Name == right.Name)
        {
            return left;
        }

        return left.Strength == CollationStrength.Explicit ? null : left with { Strength = CollationStrength.None };
    }
}
