using RuleGen.Clr;
using RuleGen.Model;

namespace RuleGen.Workspaces.Verification;

/// <summary>The SQLCLR function, compiled for .NET Framework and run in this process.</summary>
internal sealed class ClrEngine : IVerificationEngine
{
    /// <summary>What the engine is called.</summary>
    public static readonly EngineName EngineName = new("SQLCLR");

    private readonly ClrFunction _function;
    private readonly Source _source;
    private readonly Dictionary<Predicate, ClrFunction> _clauses = [];

    /// <summary>An engine for an assembly.</summary>
    public ClrEngine(ClrAssembly assembly)
    {
        _function = ClrFunction.Load(assembly);
        _source = assembly.Table;
    }

    /// <inheritdoc/>
    public EngineName Name => EngineName;

    /// <inheritdoc/>
    public void Evaluate(IReadOnlyList<Row> rows, Answer[] answers)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            var (result, notEvaluated) = _function.Evaluate(rows[i]);
            answers[i] = notEvaluated is null ? new Answer(result) : Answer.NotEvaluated;
        }
    }

    /// <inheritdoc/>
    public Truth? Evaluate(Predicate clause, Row row)
    {
        if (!_clauses.TryGetValue(clause, out var function))
        {
            function = ClrFunction.Load(ClrGenerator.Compile(Ask(clause), _source));
            _clauses.Add(clause, function);
        }

        var (result, notEvaluated) = function.Evaluate(row);
        return notEvaluated is null ? Enum.Parse<Truth>(result.Outcome!) : null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _function.Dispose();
        foreach (var function in _clauses.Values)
        {
            function.Dispose();
        }
    }

    /// <summary>A coding whose outcome is the truth of a clause.</summary>
    private static PublishedCoding Ask(Predicate clause) =>
        new()
        {
            Id = "clause",
            Title = "One clause",
            Publication = "",
            Edition = "",
            Coding = new Coding(
                [
                    new CaseArm(clause, Label.Of(nameof(Truth.True))),
                    new CaseArm(Not.Of(clause), Label.Of(nameof(Truth.False))),
                ],
                Label.Of(nameof(Truth.Unknown)),
                exclusions: null
            ),
        };
}
