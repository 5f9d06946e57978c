using System.Globalization;
using Microsoft.Data.SqlClient;
using RuleGen.Model;
using RuleGen.TSql;

namespace RuleGen.SqlServer;

/// <summary>
/// The deployed objects of a coding, and a table whose rows they are asked about. It only reads, in one statement, so
/// that a table that changes meanwhile is read once; no more than some thousand rows are in memory at a time.
/// </summary>
public sealed class DeployedCoding : IDisposable
{
    private readonly SqlClientSession _session;
    private readonly SqlClientSession _questions;
    private readonly DeploymentRequest _request;
    private readonly Coding _coding;
    private readonly TableName _table;

    private DeployedCoding(
        SqlClientSession session,
        SqlClientSession questions,
        DeploymentRequest request,
        TableName table,
        Target target
    )
    {
        _session = session;
        _questions = questions;
        _request = request;
        _table = table;
        _coding = request.Codings[0].Coding;
        Target = target;
        Check = new RowCheck(_coding, target);
        Columns = request.Source.Key.Concat(_coding.Columns).Distinct().ToValueList();
    }

    /// <summary>The columns of the rows: the key, then those that the coding reads.</summary>
    public ValueList<Column> Columns { get; }

    /// <summary>The kind of server.</summary>
    public Target Target { get; }

    /// <summary>Which rows can be compared.</summary>
    public RowCheck Check { get; }

    /// <summary>Whether the view takes part: it reads one table only.</summary>
    public bool HasView => _table == _request.Source.Table;

    /// <summary>Finds the objects and the table.</summary>
    /// <param name="text">The connection.</param>
    /// <param name="request">One coding, and where its objects are.</param>
    /// <param name="table">The table.</param>
    /// <param name="progress">Takes what is being done, line by line.</param>
    /// <param name="cancellation">Ends whatever the server is doing.</param>
    /// <exception cref="RuleGenException">
    /// The server cannot be reached. RG0706: the table is not what the schema file says. RG0709: the objects are not there.
    /// </exception>
    public static DeployedCoding Open(
        ConnectionText text,
        DeploymentRequest request,
        TableName table,
        Action<string> progress,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(progress);
        var session = text.OpenSqlClient(cancellation);
        try
        {
            var status = ServerStatus.Read(session, request);
            progress($"{status.Server}, database {SqlName.Bracket(status.Server.Database)}");
            var target = status.Server.Choose(request.Target);
            var deployed = new DeployedCoding(session, text.OpenSqlClient(cancellation), request, table, target);
            RefuseMissing(status, progress, deployed.HasView);
            var wrong = SourceCheck
                .Run(session, WithTable(request.Source, table), deployed.Columns, target)
                .ToValueList();
            return wrong.Count > 0 ? throw new RuleGenException(wrong) : deployed;
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
        var view = new List<Result>();
        var function = new List<Result>();
        _session.Read(
            Query(),
            reader =>
            {
                rows.Add(new Row(Columns, ReadValues(reader)));
                view.Add(ReadResult(reader, Columns.Count));
                function.Add(ReadResult(reader, Columns.Count + 2));
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
            take(new DeployedRows([.. rows], HasView ? [.. view] : null, [.. function]));
            rows.Clear();
            view.Clear();
            function.Clear();
        }
    }

    /// <summary>The truth of a clause of the coding for a row.</summary>
    public Truth Evaluate(Predicate clause, Row row) => ClauseQuery.Run(_questions, clause, _request.Source.Alias, row);

    /// <inheritdoc/>
    public void Dispose()
    {
        _session.Dispose();
        _questions.Dispose();
    }

    private static void RefuseMissing(ServerStatus status, Action<string> progress, bool needsView)
    {
        var needed = status.Objects.Where(each => needsView || each.Kind != ObjectKind.View).ToList();
        var missing = needed
            .Where(each => each.Condition is ObjectCondition.Missing or ObjectCondition.Foreign)
            .Select(each => new Problem(
                ErrorCodes.NotDeployed,
                $"{each.QualifiedName} is not there, or RuleGen did not make it",
                "Deploy it first, or name the schema that has it with --schema-name"
            ))
            .ToValueList();
        if (missing.Count > 0)
        {
            throw new RuleGenException(missing);
        }

        foreach (var each in needed.Where(each => each.Condition != ObjectCondition.Current))
        {
            progress($"{each.QualifiedName} is not current, so that it may differ: see 'rulegen status'");
        }
    }

    private static Source WithTable(Source source, TableName table) =>
        new(
            table,
            source.Alias,
            source.Key.Select(column => column.Name).ToValueList(),
            source.Carried.Select(column => column.Name).ToValueList(),
            source.Columns
        );

    private string Query()
    {
        var names = new ObjectNames(_request.Schema, _request.Codings[0].Id);
        var outcome = SqlName.Bracket(ObjectNames.OutcomeColumn);
        var key = _request.Source.Key.Select(column => SqlName.Bracket(column.Name)).ToList();
        var columns = string.Join(", ", Columns.Select(column => $"t.{SqlName.Bracket(column.Name)}"));
        var arguments = string.Join(", ", _coding.Columns.Select(column => $"t.{SqlName.Bracket(column.Name)}"));
        var view = HasView ? $"CASE WHEN v.{key[0]} IS NULL THEN 0 ELSE 1 END, v.{outcome}" : "0, NULL";
        var join = HasView
            ? $"LEFT JOIN {names.QualifiedView} AS v\n    ON {string.Join(" AND ", key.Select(name => $"v.{name} = t.{name}"))}\n"
            : "";
        return $"""
            -- rulegen verify: rows, and what the deployed objects make of them
            SELECT {columns}, {view}, f.Kept, f.{outcome}
            FROM {_table} AS t
            {join}OUTER APPLY (SELECT 1 AS Kept, x.{outcome} FROM {names.QualifiedFunction}({arguments}) AS x) AS f;

            """;
    }

    private ValueList<SqlValue> ReadValues(SqlDataReader reader)
    {
        var values = new SqlValue[Columns.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] =
                reader.IsDBNull(i) ? SqlValue.Null
                : Columns[i].Type is IntegerType
                    ? SqlValue.Of(Convert.ToInt64(reader.GetValue(i), CultureInfo.InvariantCulture))
                : SqlValue.Of(Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture)!);
        }

        return ValueList.Create<SqlValue>(values);
    }

    private static Result ReadResult(SqlDataReader reader, int kept) =>
        reader.IsDBNull(kept) || reader.GetInt32(kept) == 0
            ? Result.NotKept
            : new Result(IsKept: true, reader.IsDBNull(kept + 1) ? null : reader.GetString(kept + 1));
}
