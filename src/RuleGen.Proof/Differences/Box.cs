using RuleGen.Languages;

namespace RuleGen.Proof.Differences;

/// <summary>A set of rows: those that meet a condition in each dimension.</summary>
/// <param name="Space">The rows.</param>
/// <param name="Sides">The condition of each dimension; a constant where every value will do.</param>
internal sealed record Box(RowSpace Space, IReadOnlyList<Formula> Sides)
{
    /// <summary>The box as one formula.</summary>
    public Formula Formula { get; } = Space.All(Sides);

    /// <summary>Whether a dimension has a condition.</summary>
    public bool Limits(int dimension) => Sides[dimension] is not ConstantFormula;

    /// <summary>The same box with another condition in one dimension.</summary>
    public Box With(int dimension, Formula side) =>
        new(Space, [.. Sides.Select((old, place) => place == dimension ? side : old)]);

    /// <summary>The same box without a condition in one dimension.</summary>
    public Box Without(int dimension) => With(dimension, Space.Constant(true));
}
