using RuleGen.Model;
using RuleGen.SqlServer;
using RuleGen.TSql;

namespace RuleGen.Workspaces.Verification;

/// <summary>A server, which runs an object of the coding over a table of the rows.</summary>
internal sealed class ServerEngine : IVerificationEngine
{
    private readonly SharedRows _rows;
    private readonly Func<Result[]> _read;

    private ServerEngine(ObjectKind kind, SharedRows rows, Func<Result[]> read)
    {
        Name = new EngineName("server", NameOf(kind));
        _rows = rows;
        _read = read;
    }

    /// <inheritdoc/>
    public EngineName Name { get; }

    /// <summary>An engine for each object of a coding; they share the table.</summary>
    public static ServerEngine[] Of(ScratchCoding scratch)
    {
        var rows = new SharedRows(scratch);
        ServerEngine[] engines =
        [
            new ServerEngine(ObjectKind.View, rows, scratch.ReadView),
            new ServerEngine(ObjectKind.Function, rows, scratch.ReadFunction),
        ];
        return scratch.HasClrFunction
            ? [.. engines, new ServerEngine(ObjectKind.ClrFunction, rows, scratch.ReadClrFunction)]
            : engines;
    }

    /// <summary>What results call an object of the server.</summary>
    public static string NameOf(ObjectKind kind) =>
        kind switch
        {
            ObjectKind.View => "view",
            ObjectKind.ClrFunction => "CLR function",
            _ => "function",
        };

    /// <inheritdoc/>
    public void Evaluate(IReadOnlyList<Row> rows, Answer[] answers)
    {
        var results = _rows.Read(rows, _read);
        for (var row = 0; row < rows.Count; row++)
        {
            answers[row] =
                !_rows.Scratch.Check.IsModelled(rows[row]) ? Answer.NotEvaluated
                : !_rows.Scratch.Check.IsComparable(rows[row]) ? Answer.LeftOut
                : new Answer(results[row]);
        }
    }

    /// <inheritdoc/>
    public Truth? Evaluate(Predicate clause, Row row) =>
        _rows.Scratch.Check.IsModelled(row) ? _rows.Scratch.Evaluate(clause, row) : null;

    /// <inheritdoc/>
    public void Dispose() => _rows.Scratch.Dispose();

    /// <summary>The table, which takes each chunk of rows once.</summary>
    private sealed class SharedRows(ScratchCoding scratch)
    {
        private readonly Lock _gate = new();
        private IReadOnlyList<Row>? _loaded;

        public ScratchCoding Scratch => scratch;

        public Result[] Read(IReadOnlyList<Row> rows, Func<Result[]> read)
        {
            lock (_gate)
            {
                if (!ReferenceEquals(rows, _loaded))
                {
                    scratch.Load(rows);
                    _loaded = rows;
                }

                return read();
            }
        }
    }
}
