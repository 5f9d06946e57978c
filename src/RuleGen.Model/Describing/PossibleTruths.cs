namespace RuleGen.Model.Describing;

/// <summary>Which truths a predicate may have, as far as NULL tells.</summary>
[Flags]
internal enum PossibleTruths
{
    None = 0,
    False = 1,
    Unknown = 2,
    True = 4,
    Any = False | Unknown | True,
}
