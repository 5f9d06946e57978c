using RuleGen.Model;

namespace RuleGen.Proof.Differences;

/// <summary>A condition that a region takes from a coding by name, without its columns spelled out.</summary>
/// <param name="Side">The coding.</param>
/// <param name="Kind">What it says of a row.</param>
/// <param name="Arm">The arm, from 0, where one is meant.</param>
/// <param name="Label">The label, where an outcome is meant; null is NULL.</param>
/// <param name="Type">The type of the label.</param>
public sealed record NamedCondition(
    Side Side,
    NamedConditionKind Kind,
    int? Arm = null,
    string? Label = null,
    LabelType Type = LabelType.Text
);

/// <summary>What a <see cref="NamedCondition"/> says.</summary>
public enum NamedConditionKind
{
    /// <summary>The coding keeps the row.</summary>
    Keeps,

    /// <summary>The coding does not keep the row.</summary>
    Excludes,

    /// <summary>The coding, where it keeps the row, gives the label.</summary>
    Gives,

    /// <summary>The condition of the arm is TRUE.</summary>
    Holds,

    /// <summary>The condition of the arm is not TRUE.</summary>
    Fails,
}
