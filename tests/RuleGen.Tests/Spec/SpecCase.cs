using RuleGen.Model;

namespace RuleGen.Tests.Spec;

/// <summary>A row, a predicate, and the truth that the semantics page gives it.</summary>
/// <param name="Name">The rule's number and what it says, with collation, type and row.</param>
/// <param name="Source">The columns.</param>
/// <param name="Predicate">The predicate.</param>
/// <param name="Row">The row.</param>
/// <param name="Expected">The truth, from the semantics page.</param>
public sealed record SpecCase(string Name, Source Source, Predicate Predicate, Row Row, Truth Expected)
{
    public override string ToString() => Name;
}

/// <summary>A row, a whole coding, and the result that the semantics page gives it.</summary>
/// <param name="Name">The rule's number and what it says, with the row.</param>
/// <param name="Source">The columns.</param>
/// <param name="Coding">The coding.</param>
/// <param name="Row">The row.</param>
/// <param name="Expected">The result, from the semantics page.</param>
public sealed record CodingSpecCase(string Name, Source Source, Coding Coding, Row Row, Result Expected)
{
    public override string ToString() => Name;
}
