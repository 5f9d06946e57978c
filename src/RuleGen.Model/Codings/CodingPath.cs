namespace RuleGen.Model;

/// <summary>The place of a predicate in a coding.</summary>
/// <param name="Arm">The arm whose condition it is in, the first is 0; null is the exclusions.</param>
/// <param name="Steps">
/// From the condition down: which of the <see cref="Predicate.Children"/> to take each time, the first is 0. Empty is the
/// condition as a whole.
/// </param>
public sealed record CodingPath(int? Arm, ValueList<int> Steps)
{
    /// <summary>The condition in words: <c>arm 1</c> or <c>exclusions</c>.</summary>
    public override string ToString() =>
        Arm is { } arm
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"arm {arm + 1}")
            : "exclusions";

    /// <summary>The place of one of its children.</summary>
    internal CodingPath Child(int index) => this with { Steps = Steps.Add(index) };
}
