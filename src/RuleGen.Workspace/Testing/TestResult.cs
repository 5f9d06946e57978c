using RuleGen.Data.Evaluation;
using RuleGen.Engine;
using RuleGen.Model;

namespace RuleGen.Workspaces.Testing;

/// <summary>What a coding made of rows of which the results are known.</summary>
/// <param name="Coding">What the coding is called.</param>
/// <param name="Rows">How many rows there were.</param>
/// <param name="Failures">The rows that came out otherwise than expected.</param>
/// <param name="NotEvaluated">The rows that could not be evaluated.</param>
public sealed record TestResult(
    string Coding,
    long Rows,
    ValueList<FailedFixture> Failures,
    ValueList<SkippedRow> NotEvaluated
)
{
    /// <summary>Whether there were rows, and each came out as expected.</summary>
    public bool IsPassed => Rows > 0 && Failures.Count == 0 && NotEvaluated.Count == 0;

    /// <summary>The failures, for the message of a test: a line for each; empty where there are none.</summary>
    public override string ToString() => string.Join('\n', Failures);
}

/// <summary>A row that came out otherwise than expected.</summary>
/// <param name="Line">The line on which it starts, from 1.</param>
/// <param name="Row">The row: the key as far as the file has it, and the columns that the coding reads.</param>
/// <param name="Expected">What was expected of it.</param>
/// <param name="Found">What the coding makes of it, and by which clause.</param>
public sealed record FailedFixture(int Line, Row Row, Result Expected, Explanation Found)
{
    /// <summary><c>line 3: Name = value, …: expected …, found …</c>.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"line {Line}: {Row}: expected {Expected}, found {Found.Result}");
}
