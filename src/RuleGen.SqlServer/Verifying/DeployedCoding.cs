using RuleGen.Model;
using RuleGen.TSql;

namespace RuleGen.SqlServer;

/// <summary>
/// The deployed objects of a coding, and a table whose rows they are asked about. It only reads, and no more than some
/// thousand rows are in memory at a time. The view reads the table by itself, in the same statement: rows that change
/// meanwhile may seem to differ, unless the server reads versions of rows.
/// </summary>
public sealed class DeployedCoding : IDisposable
{
    private readonly IDataSession _session;
    private readonly IDataSession _questions;
    private readonly Source _source;
    private readonly ValueList<CodingObject> _objects;
    private readonly DeployedQuery _query;

    private DeployedCoding(
        IDataSession session,
        IDataSession questions,
        Coding coding,
        Source source,
        ValueList<CodingObject> objects,
        Target target
    )
    {
        _session = session;
        _questions = questions;
        _source = source;
        _objects = objects;
        _query = new DeployedQuery(coding, source, objects);
        Target = target;
        Check = new RowCheck(coding, target);
    }

    /// <summary>The kind of server.</summary>
    public Target Target { get; }

    /// <summary>Which rows can be compared.</summary>
    public RowCheck Check { get; }

    /// <summary>The objects that are asked; the view only about the table that it reads.</summary>
    public ValueList<ObjectKind> Objects => _objects.Select(each => each.Kind).ToValueList();

    /// <summary>Finds the objects and the table.</summary>
    /// <param name="text">The connection.</param>
    /// <param name="request">One coding, and where its objects are.</param>
    /// <param name="table">The table.</param>
    /// <param name="needsClr">
    /// Whether the SQLCLR function must be there; else it takes part where it is there, and the server runs it.
    /// </param>
    /// <param name="progress">Takes what is being done, line by line.</param>
    /// <param name="cancellation">Ends whatever the server is doing.</param>
    /// <exception cref="RuleGenException">
    /// The server cannot be reached, or runs no SQLCLR functions. RG0706: the table is not what the schema file says, or
    /// its key does not tell rows apart. RG0709: objects are not there.
    /// </exception>
    public static DeployedCoding Open(
        ConnectionText text,
        DeploymentRequest request,
        TableName table,
        bool needsClr,
        Action<string> progress,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(progress);
        return Open(text.OpenSqlClient, request, table, needsClr, progress, cancellation);
    }

    /// <summary>As the public one, over sessions of any kind.</summary>
    internal static DeployedCoding Open(
        Func<CancellationToken, IDataSession> open,
        DeploymentRequest request,
        TableName table,
        bool needsClr,
        Action<string> progress,
        CancellationToken cancellation
    )
    {
        var session = open(cancellation);
        try
        {
            var server = ServerInfo.Read(session);
            progress($"{server}, database {SqlName.Bracket(server.Database)}");
            var target = server.Choose(request.Target);
            var objects = DeployedObjects.Find(session, request, table, needsClr, server, progress);
            var source = request.Source.WithTable(table);
            var coding = request.Codings[0].Coding;
            var columns = source.Key.Concat(coding.Columns).Distinct().ToList();

            // By the key, a row of the view and the items of a child table are found.
            var needsKey = objects.Any(each => each.Kind == ObjectKind.View) || source.TablesFor(columns).Count > 1;
            var wrong = SourceCheck
                .Run(session, source, needsKey ? columns : columns.Select(column => Relax(column, source)), target)
                .ToList();
            if (wrong.Count == 0 && needsKey)
            {
                progress($"asking whether the key tells the rows of {table} apart");
                wrong.AddRange(KeyCheck.Run(session, source) is { } problem ? [problem] : []);
            }

            return wrong.Count > 0
                ? throw new RuleGenException(wrong.ToValueList())
                : new DeployedCoding(session, open(cancellation), coding, source, objects, target);
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>Reads the table, some rows at a time.</summary>
    /// <param name="size">How many rows together.</param>
    /// <param name="take">Takes them; the lists are its own.</param>
    /// <exception cref="RuleGenException">The server refuses, or the connection is lost.</exception>
    public void Read(int size, Action<DeployedRows> take)
    {
        ArgumentNullException.ThrowIfNull(take);
        var rows = new List<Row>();
        var results = _objects.Select(_ => new List<Result>()).ToList();
        var reader = new DeployedReader(_query, _source, _objects.Count, Add);
        _session.Read(_query.Write(), reader.Add);
        reader.Finish();
        if (rows.Count > 0)
        {
            Flush();
        }

        void Add(Row row, Result[] answers)
        {
            rows.Add(row);
            for (var each = 0; each < results.Count; each++)
            {
                results[each].Add(answers[each]);
            }

            if (rows.Count == size)
            {
                Flush();
            }
        }

        void Flush()
        {
            take(
                new DeployedRows(
                    [.. rows],
                    _objects
                        .Zip(results)
                        .ToDictionary(each => each.First.Kind, each => (IReadOnlyList<Result>)[.. each.Second])
                )
            );
            rows.Clear();
            results.ForEach(each => each.Clear());
        }
    }

    /// <summary>The truth of a clause of the coding for a row.</summary>
    public Truth Evaluate(Predicate clause, Row row) => ClauseQuery.Run(_questions, clause, _source, row);

    /// <inheritdoc/>
    public void Dispose()
    {
        _session.Dispose();
        _questions.Dispose();
    }

    /// <summary>A key by which nothing is found may be NULL.</summary>
    private static Column Relax(Column column, Source source) =>
        source.Key.Contains(column) ? column.With(column.Type, isNullable: true) : column;
}
