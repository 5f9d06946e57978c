using RuleGen.Model;
using RuleGen.SqlServer;

namespace RuleGen.Cli.Verification;

/// <summary>A server, which runs an object of the coding over a table of the rows.</summary>
internal sealed class ServerEngine : IVerificationEngine
{
    private readonly SharedRows _rows;
    private readonly Func<Result[]> _read;

    private ServerEngine(string serverObject, SharedRows rows, Func<Result[]> read)
    {
        Name = new EngineName("server", serverObject);
        _rows = rows;
        _read = read;
    }

    /// <inheritdoc/>
    public EngineName Name { get; }

    /// <summary>An engine for each object of a coding; they share the table.</summary>
    public static ServerEngine[] Of(ScratchCoding scratch)
    {
        var rows = new SharedRows(scratch);
        return
        [
            new ServerEngine("view", rows, scratch.ReadView),
            new ServerEngine("function", rows, scratch.ReadFunction),
        ];
    }

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
