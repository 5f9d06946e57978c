using System.Data;
using System.Globalization;
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
    private readonly Coding _coding;
    private readonly ValueList<CodingObject> _objects;

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
        _coding = coding;
        _objects = objects;
        Target = target;
        Check = new RowCheck(coding, target);
        Columns = ColumnsOf(coding, source);
    }

    /// <summary>The columns of the rows: the key, then those that the coding reads.</summary>
    public ValueList<Column> Columns { get; }

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
    /// its key does not tell rows apart. RG0709: objects are not there. RG0705: the coding reads a list.
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
        ListCheck.Check(request.Codings[0].Coding);
        var session = open(cancellation);
        try
        {
            var server = ServerInfo.Read(session);
            progress($"{server}, database {SqlName.Bracket(server.Database)}");
            var target = server.Choose(request.Target);
            var objects = DeployedObjects.Find(session, request, table, needsClr, server, progress);
            var source = WithTable(request.Source, table);
            var coding = request.Codings[0].Coding;
            var needsKey = objects.Any(each => each.Kind == ObjectKind.View);
            var columns = ColumnsOf(coding, source);
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
        _session.Read(
            Query(),
            record =>
            {
                rows.Add(new Row(Columns, ReadValues(record)));
                for (var each = 0; each < results.Count; each++)
                {
                    results[each].Add(ReadResult(record, Columns.Count + (2 * each)));
                }

                if (rows.Count == size)
                {
                    Flush();
                }
            }
        );
        if (rows.Count > 0)
        {
            Flush();
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
    public Truth Evaluate(Predicate clause, Row row) => ClauseQuery.Run(_questions, clause, _source.Alias, row);

    /// <inheritdoc/>
    public void Dispose()
    {
        _session.Dispose();
        _questions.Dispose();
    }

    private static ValueList<Column> ColumnsOf(Coding coding, Source source) =>
        source.Key.Concat(coding.Columns).Distinct().ToValueList();

    /// <summary>A key by which nothing is found may be NULL.</summary>
    private static Column Relax(Column column, Source source) =>
        source.Key.Contains(column) ? column.With(column.Type, isNullable: true) : column;

    private static Source WithTable(Source source, TableName table) =>
        new(
            table,
            source.Alias,
            source.Key.Select(column => column.Name).ToValueList(),
            source.Carried.Select(column => column.Name).ToValueList(),
            source.Columns
        );

    /// <summary>The rows, and for each object two columns: whether it keeps the row, and its outcome.</summary>
    private string Query()
    {
        var outcome = SqlName.Bracket(ObjectNames.OutcomeColumn);
        var firstOfKey = SqlName.Bracket(_source.Key[0].Name);
        var arguments = string.Join(", ", _coding.Columns.Select(column => $"t.{SqlName.Bracket(column.StoredName)}"));
        var columns = Columns.Select(column => $"t.{SqlName.Bracket(column.StoredName)}").ToList();
        var joins = new List<string>();
        foreach (var (place, each) in _objects.Index())
        {
            var alias = string.Create(CultureInfo.InvariantCulture, $"o{place}");
            var isView = each.Kind == ObjectKind.View;
            columns.Add(isView ? $"CASE WHEN {alias}.{firstOfKey} IS NULL THEN 0 ELSE 1 END" : $"{alias}.Kept");
            columns.Add($"{alias}.{outcome}");
            joins.Add(
                isView
                    ? $"LEFT JOIN {each.QualifiedName} AS {alias}\n"
                        + $"    ON {string.Join(" AND ", _source.Key.Select(column => IsSame(alias, column)))}"
                    : $"OUTER APPLY (SELECT 1 AS Kept, x.{outcome} FROM {each.QualifiedName}({arguments}) AS x) AS {alias}"
            );
        }

        return $"""
            -- rulegen verify: rows, and what the deployed objects make of them
            SELECT {string.Join(", ", columns)}
            FROM {_source.Table} AS t
            {string.Join('\n', joins)};

            """;
    }

    /// <summary>A view shows a column under its name, and the table has it under its stored one.</summary>
    private static string IsSame(string view, Column column) =>
        $"{view}.{SqlName.Bracket(column.Name)} = t.{SqlName.Bracket(column.StoredName)}";

    private ValueList<SqlValue> ReadValues(IDataRecord record)
    {
        var values = new SqlValue[Columns.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] =
                record.IsDBNull(i) ? SqlValue.Null
                : Columns[i].Type is OrderedType type ? ReadOrdered(record.GetValue(i), type)
                : SqlValue.Of(Convert.ToString(record.GetValue(i), CultureInfo.InvariantCulture)!);
        }

        return ValueList.Create<SqlValue>(values);
    }

    private static SqlValue ReadOrdered(object value, OrderedType type) =>
        type switch
        {
            TemporalType temporal => temporal.Value(
                temporal.Find(Convert.ToDateTime(value, CultureInfo.InvariantCulture))!.Value
            ),
            DecimalType number => number.Value(
                number.Find(Convert.ToDecimal(value, CultureInfo.InvariantCulture))!.Value
            ),
            _ => type.Value(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        };

    private static Result ReadResult(IDataRecord record, int kept) =>
        record.IsDBNull(kept) || record.GetInt32(kept) == 0 ? Result.NotKept : OutcomeValue.Read(record, kept + 1);
}
