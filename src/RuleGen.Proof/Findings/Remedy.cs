using RuleGen.Model;

namespace RuleGen.Proof.Findings;

/// <summary>A change of the coding that mends what was found.</summary>
/// <param name="Text">What to do; a sentence without a full stop.</param>
/// <param name="Effect">What was proven of it; a sentence without a full stop.</param>
/// <param name="After">The coding once it is done.</param>
public sealed record Remedy(string Text, string Effect, Coding After)
{
    /// <summary>What must hold for every row, beyond what the whole examination assumes.</summary>
    public ValueList<Assumption> Preconditions { get; init; } = [];

    /// <summary>
    /// The columns of which one must be NULL for a row to have another result afterwards; none where every row keeps
    /// its result.
    /// </summary>
    public ValueList<Column> ChangesNull { get; init; } = [];

    /// <summary>A change that gives every row the result that it had.</summary>
    internal static Remedy Same(string text, Coding after) => new(text, "Every row keeps its result", after);
}
