namespace RuleGen.TSql.Interpret;

/// <summary>
/// What a condition of a script is for a row. WHERE and WHEN take only <see cref="True"/> (rules 5.2, 5.3).
/// </summary>
public enum ThreeValued
{
    /// <summary>FALSE.</summary>
    False,

    /// <summary>UNKNOWN: it depends on a NULL.</summary>
    Unknown,

    /// <summary>TRUE.</summary>
    True,
}

/// <summary>The truth tables of rule 5.1, written out.</summary>
internal static class ThreeValuedTables
{
    public static ThreeValued And(ThreeValued left, ThreeValued right) =>
        (left, right) switch
        {
            (ThreeValued.False, _) or (_, ThreeValued.False) => ThreeValued.False,
            (ThreeValued.True, ThreeValued.True) => ThreeValued.True,
            _ => ThreeValued.Unknown,
        };

    public static ThreeValued Or(ThreeValued left, ThreeValued right) =>
        (left, right) switch
        {
            (ThreeValued.True, _) or (_, ThreeValued.True) => ThreeValued.True,
            (ThreeValued.False, ThreeValued.False) => ThreeValued.False,
            _ => ThreeValued.Unknown,
        };

    public static ThreeValued Not(ThreeValued operand) =>
        operand switch
        {
            ThreeValued.True => ThreeValued.False,
            ThreeValued.False => ThreeValued.True,
            _ => ThreeValued.Unknown,
        };

    public static ThreeValued Known(bool value) => value ? ThreeValued.True : ThreeValued.False;
}
