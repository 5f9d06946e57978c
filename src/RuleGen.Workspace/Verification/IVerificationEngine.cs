using RuleGen.Model;

namespace RuleGen.Workspaces.Verification;

/// <summary>An opinion on what one coding makes of rows.</summary>
internal interface IVerificationEngine : IDisposable
{
    /// <summary>Its name.</summary>
    EngineName Name { get; }

    /// <summary>Says what the coding makes of rows.</summary>
    /// <param name="rows">Rows that have the source's key and the coding's columns.</param>
    /// <param name="answers">Takes an answer for each row, in their order.</param>
    void Evaluate(IReadOnlyList<Row> rows, Answer[] answers);

    /// <summary>The truth of one clause of the coding for a row; null where the row cannot be evaluated.</summary>
    Truth? Evaluate(Predicate clause, Row row);
}
