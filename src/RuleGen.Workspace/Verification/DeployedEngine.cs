using RuleGen.Model;
using RuleGen.SqlServer;
using RuleGen.TSql;

namespace RuleGen.Workspaces.Verification;

/// <summary>A server, whose answers came with the rows: a deployed object over a table that is there.</summary>
internal sealed class DeployedEngine(ObjectKind kind, DeployedCoding deployed) : IVerificationEngine
{
    private IReadOnlyList<Result> _results = [];

    /// <inheritdoc/>
    public EngineName Name { get; } = new("server", $"deployed {ServerEngine.NameOf(kind)}");

    /// <summary>Takes the answers for the rows that come next.</summary>
    public void Take(DeployedRows rows) => _results = rows.Results[kind];

    /// <inheritdoc/>
    public void Evaluate(IReadOnlyList<Row> rows, Answer[] answers)
    {
        for (var row = 0; row < rows.Count; row++)
        {
            answers[row] =
                !deployed.Check.IsModelled(rows[row]) ? Answer.NotEvaluated
                : !deployed.Check.IsComparable(rows[row]) ? Answer.LeftOut
                : new Answer(_results[row]);
        }
    }

    /// <inheritdoc/>
    public Truth? Evaluate(Predicate clause, Row row) =>
        deployed.Check.IsModelled(row) ? deployed.Evaluate(clause, row) : null;

    /// <inheritdoc/>
    public void Dispose() { }
}
