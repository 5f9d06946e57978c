using RuleGen.Model;

namespace RuleGen.Tests.Spec;

/// <summary>Something that evaluates codings, and that every spec suite runs on.</summary>
/// <remarks>
/// A new engine implements this once, and gets one line for each suite; <see cref="EverySuiteRunsOnEveryEngine"/>
/// names those that are missing.
/// </remarks>
public interface IEngineUnderTest
{
    /// <summary>The name in messages.</summary>
    string Name { get; }

    /// <summary>Whether the engine can express a coding exactly; if not, why.</summary>
    bool Supports(Coding coding, Source source, out string reason);

    /// <summary>The result for a row that has all columns of the source, its key included.</summary>
    Result Evaluate(Coding coding, Source source, Row row);
}
