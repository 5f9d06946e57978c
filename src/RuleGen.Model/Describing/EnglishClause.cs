namespace RuleGen.Model.Describing;

/// <summary>A predicate in words.</summary>
/// <param name="Text">The clause; for a connective, what is said of its parts.</param>
/// <param name="Parts">The predicates that the text speaks of; none where it is all.</param>
internal sealed record EnglishClause(string Text, ValueList<Predicate> Parts);
