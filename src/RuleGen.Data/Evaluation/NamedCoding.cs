using RuleGen.Model;

namespace RuleGen.Data.Evaluation;

/// <summary>A coding, and what the columns of its results are called after.</summary>
/// <param name="Name">The id of the coding, or the name of its file without the extension.</param>
/// <param name="Coding">The coding.</param>
public sealed record NamedCoding(string Name, Coding Coding);
