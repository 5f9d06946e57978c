using RuleGen.Model;
using RuleGen.Workspaces.Verification;

namespace RuleGen.Tests.Unit.Verification;

/// <summary>An engine with a mistake: it takes NULL in one column for another value.</summary>
internal sealed class CarelessEngine(Coding coding, Column column, SqlValue taken) : IVerificationEngine
{
    private readonly MemoryEngine _engine = new(coding);

    public EngineName Name { get; } = new("careless", "demo");

    /// <summary>Whether the mistake is in its clauses too, and not only in how it puts them together.</summary>
    public bool IsCarelessInClauses { get; init; } = true;

    /// <summary>Whether it has been disposed of.</summary>
    public bool IsDisposed { get; private set; }

    public void Evaluate(IReadOnlyList<Row> rows, Answer[] answers) =>
        _engine.Evaluate([.. rows.Select(Mistake)], answers);

    public Truth? Evaluate(Predicate clause, Row row) =>
        _engine.Evaluate(clause, IsCarelessInClauses ? Mistake(row) : row);

    public void Dispose() => IsDisposed = true;

    private Row Mistake(Row row) =>
        new(
            row.Columns,
            row.Columns.Select(each => each == column && row[each].IsNull ? taken : row[each]).ToValueList()
        );
}
