namespace RuleGen.Engine.Columnar;

/// <summary>A condition on a row, made of facts about its columns. Two-valued.</summary>
internal abstract record Condition;

/// <summary>Holds for every row, or for none.</summary>
internal sealed record ConstantCondition(bool Value) : Condition;

/// <summary>A fact about a column holds.</summary>
/// <param name="Fact">Where the fact is.</param>
internal sealed record FactCondition(FactPlace Fact) : Condition;

/// <summary>All of several conditions hold, or any of them.</summary>
internal sealed record JunctionCondition(bool IsAll, IReadOnlyList<Condition> Parts) : Condition;

/// <summary>A fact: the place of its column, and its number among the facts about that column.</summary>
internal readonly record struct FactPlace(int Column, int Number);
