using System.Data;
using Microsoft.Data.SqlClient;
using RuleGen.Model;

namespace RuleGen.SqlServer;

/// <summary>A session through SqlClient. No exception of the driver's leaves it.</summary>
internal sealed class SqlClientSession : IDataSession
{
    private readonly ConnectionText _text;
    private readonly SqlConnection _connection;
    private readonly CancellationToken _cancellation;

    private SqlClientSession(ConnectionText text, SqlConnection connection, CancellationToken cancellation)
    {
        _text = text;
        _connection = connection;
        _cancellation = cancellation;
    }

    /// <summary>Opens a session.</summary>
    /// <exception cref="RuleGenException">RG0701, RG0702: it cannot be opened.</exception>
    public static SqlClientSession Open(
        ConnectionText text,
        SqlConnectionStringBuilder builder,
        CancellationToken cancellation
    )
    {
        cancellation.ThrowIfCancellationRequested();
        SqlConnection? connection = null;
        try
        {
            connection = new SqlConnection(builder.ConnectionString);
            connection.Open();
            return new SqlClientSession(text, connection, cancellation);
        }
        catch (Exception exception)
        {
            connection?.Dispose();
            throw SqlFailure.OnOpen(exception, text);
        }
    }

    /// <inheritdoc/>
    public void Execute(string batch) =>
        Guarded(() =>
        {
            using var command = Command(batch);
            using var cancelling = _cancellation.Register(command.Cancel);
            command.ExecuteNonQuery();
        });

    /// <inheritdoc/>
    public IReadOnlyList<SqlRow> Query(string batch)
    {
        var rows = new List<SqlRow>();
        Read(
            batch,
            reader =>
            {
                var values = new object[reader.FieldCount];
                reader.GetValues(values);
                rows.Add(new SqlRow([.. values.Select(value => value is DBNull ? null : value)]));
            }
        );
        return rows;
    }

    /// <inheritdoc/>
    public void Read(string batch, Action<IDataRecord> handle)
    {
        ArgumentNullException.ThrowIfNull(handle);
        Guarded(() =>
        {
            using var command = Command(batch);
            using var cancelling = _cancellation.Register(command.Cancel);
            using var reader = command.ExecuteReader(CommandBehavior.SingleResult);
            while (reader.Read())
            {
                handle(reader);
            }

            // Errors after the last row come with the next result.
            reader.NextResult();
        });
    }

    /// <inheritdoc/>
    public void Load(string table, DataTable rows) =>
        Guarded(() =>
        {
            using var copy = new SqlBulkCopy(_connection) { DestinationTableName = table, BulkCopyTimeout = 0 };
            foreach (DataColumn column in rows.Columns)
            {
                copy.ColumnMappings.Add(column.ColumnName, column.ColumnName);
            }

            copy.WriteToServerAsync(rows, _cancellation).GetAwaiter().GetResult();
        });

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    private SqlCommand Command(string batch)
    {
        var command = _connection.CreateCommand();
#pragma warning disable CA2100 // Names and literals in it are bracketed and quoted where it is written.
        command.CommandText = batch;
#pragma warning restore CA2100
        return command;
    }

    private void Guarded(Action run)
    {
        _cancellation.ThrowIfCancellationRequested();
        try
        {
            run();
        }
        catch (Exception exception) when (exception is not (RuleGenException or OperationCanceledException))
        {
            _cancellation.ThrowIfCancellationRequested();
            throw SqlFailure.OnBatch(exception, _text);
        }
    }
}
