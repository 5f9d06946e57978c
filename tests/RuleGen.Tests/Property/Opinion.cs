using RuleGen.Model;

namespace RuleGen.Tests.Property;

/// <summary>What one engine makes of every row of a case.</summary>
/// <param name="Engine">The engine, and what it ran.</param>
/// <param name="Answers">An answer for each row; null where it gave none, because the row was not evaluated.</param>
/// <param name="Failure">What it threw instead of an answer; null where it threw nothing.</param>
internal sealed record Opinion(string Engine, Result?[] Answers, Exception? Failure)
{
    /// <summary>The opinion of an engine, also where it throws.</summary>
    public static Opinion Of(string engine, Func<IEnumerable<Result?>> evaluate)
    {
        try
        {
            return new Opinion(engine, evaluate().ToArray(), Failure: null);
        }
#pragma warning disable CA1031 // Whatever an engine throws is its answer, to be held against the others'.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return new Opinion(engine, [], exception);
        }
    }

    /// <summary>The answer for a row, in words.</summary>
    public string Describe(int row) =>
        Failure is not null ? $"throws {Failure.GetType().Name}: {Failure.Message}"
        : row >= Answers.Length ? "no answer"
        : Answers[row] is not { } answer ? "not evaluated"
        : !answer.IsKept ? "not kept"
        : $"kept, {answer.ShownOutcome}";

    public bool AgreesWith(Opinion other) =>
        Failure is null && other.Failure is null && Answers.AsSpan().SequenceEqual(other.Answers);

    /// <summary>The first row on which the two differ.</summary>
    public int FirstDifference(Opinion other) =>
        Failure is not null || other.Failure is not null ? 0 : Answers.AsSpan().CommonPrefixLength(other.Answers);
}
