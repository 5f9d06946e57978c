using System.Data;
using System.Text;
using RuleGen.Model;
using RuleGen.SqlServer;

namespace RuleGen.Tests.Unit.Deploying;

/// <summary>A server that is not there: it writes down what is sent, and answers questions as it was told to.</summary>
internal sealed class RecordingSession : IDataSession
{
    private const string NoSchema = "";

    private readonly StringBuilder _transcript = new();
    private readonly List<(string Part, Action Then)> _events = [];

    /// <summary>What was sent, in its order.</summary>
    public string Transcript => _transcript.ToString();

    /// <summary>The server, as it answers the first question.</summary>
    public SqlRow Server { get; set; } =
        new("16.0.4105.2", 3L, "Developer Edition (64-bit)", null, "Warehouse", "Latin1_General_CI_AS", "READ_WRITE");

    /// <summary>The columns of the source.</summary>
    public IReadOnlyList<SqlRow> Columns { get; set; } = [];

    /// <summary>Permissions that the login does not have, as the question writes them.</summary>
    public IReadOnlyList<string> MissingPermissions { get; set; } = [];

    /// <summary>The objects, as <see cref="Object"/> makes them.</summary>
    public IReadOnlyList<SqlRow> Objects { get; set; } = [];

    /// <summary>The text of each object.</summary>
    public string Text { get; set; } = NoSchema;

    /// <summary>The server's option 'clr enabled'.</summary>
    public long ClrEnabled { get; set; } = 1;

    /// <summary>The names of schemas that earlier runs left.</summary>
    public IReadOnlyList<SqlRow> Leftovers { get; set; } = [];

    /// <summary>The SQLCLR functions of a schema, each with its assembly.</summary>
    public IReadOnlyList<SqlRow> ClrFunctions { get; set; } = [];

    /// <summary>The hashes of a schema's assemblies that the server trusts.</summary>
    public IReadOnlyList<SqlRow> Trusted { get; set; } = [];

    /// <summary>A key that several rows have, after their number.</summary>
    public IReadOnlyList<SqlRow> KeysOfSeveralRows { get; set; } = [];

    /// <summary>The columns of the table's keys: the number of the index, whether it is the primary key, the name, NULL.</summary>
    public IReadOnlyList<SqlRow> Keys { get; set; } = [];

    /// <summary>What is read row by row.</summary>
    public DataTable? Rows { get; set; }

    /// <summary>A server that is no SQL Server.</summary>
    public static SqlRow Babelfish { get; } =
        new("12.0.2000.8", 2L, "Standard Edition", "4.4.0", "Warehouse", "bbf_unicode_cp1_ci_as", "READ_WRITE");

    /// <summary>The columns of a source as the server would have them.</summary>
    public static SqlRow[] ColumnsOf(Source source) => ColumnsOf(source.Columns);

    /// <summary>Columns as the server would have them.</summary>
    public static SqlRow[] ColumnsOf(IEnumerable<Column> columns) =>
        [
            .. columns.Select(column => new SqlRow(
                column.StoredName,
                column.Type.ToString(),
                column.IsNullable,
                (column.Type as CharacterType)?.Collation?.Name ?? ""
            )),
        ];

    /// <summary>An object of the server.</summary>
    public static SqlRow Object(
        string name,
        string type,
        string? definitionHash,
        byte moduleHash = 1,
        byte deployedHash = 1,
        string coding = "a_coding"
    ) =>
        new(
            name,
            type,
            new[] { moduleHash },
            definitionHash is null ? null : new[] { deployedHash },
            definitionHash,
            definitionHash is null ? null : "An edition",
            definitionHash is null ? null : "0.0.9",
            definitionHash is null ? null : coding,
            null,
            null
        );

    /// <summary>A SQLCLR function of the server, with the hash of its assembly's bytes.</summary>
    public static SqlRow ClrFunction(string name, string definitionHash, byte[] content) =>
        new(
            name,
            "FT",
            null,
            content,
            definitionHash,
            "An edition",
            "0.0.9",
            "arms_only",
            content,
            "RuleGen.ebi.arms_only"
        );

    /// <summary>Lets something happen when a batch with a certain text comes, before it is run.</summary>
    public void On(string part, Action then) => _events.Add((part, then));

    public void Execute(string batch)
    {
        Record("batch", batch);
        var due = _events.Find(each => batch.Contains(each.Part, StringComparison.Ordinal));
        if (due.Then is not null)
        {
            _events.Remove(due);
            due.Then();
        }
    }

    public IReadOnlyList<SqlRow> Query(string batch)
    {
        Record("query", batch);
        return batch.Split('\n')[0] switch
        {
            "-- rulegen: the server and the database" => [Server],
            "-- rulegen: the columns of the source" => Columns,
            "-- rulegen: the permissions of the login" => [Permissions(batch)],
            "-- rulegen: the schema" => [new SqlRow(Objects.Count == 0 ? null : 5L)],
            "-- rulegen: the objects" => Objects,
            "-- rulegen: the text of an object" => [new SqlRow(Text)],
            "-- rulegen: whether SQLCLR functions run" => [new SqlRow(ClrEnabled)],
            "-- rulegen: schemas that were meant for a while" => Leftovers,
            "-- rulegen: the lock of a schema" => [new SqlRow(0L)],
            "-- rulegen: the SQLCLR functions in the schema" => ClrFunctions,
            "-- rulegen: the trusted assemblies of the schema" => Trusted,
            "-- rulegen: what is in the schema" => [new SqlRow("left", "V ")],
            "-- rulegen: the keys of a table" => Keys,
            "-- rulegen: a key that several rows have" => KeysOfSeveralRows,
            "-- rulegen: whether two names are one table's" => [new SqlRow(0L)],
            var other => throw new InvalidOperationException($"Nobody knows the answer to {other}"),
        };
    }

    public void Read(string batch, Action<IDataRecord> handle)
    {
        Record("read", batch);
        using var reader = Rows?.CreateDataReader();
        while (reader?.Read() == true)
        {
            handle(reader);
        }
    }

    public void Load(string table, DataTable rows) => Record("load", $"{rows.Rows.Count} rows to {table}\n");

    public void Dispose() { }

    private SqlRow Permissions(string batch) =>
        new([
            .. batch
                .Split('\n')
                .Where(line => line.Contains("HAS_PERMS_BY_NAME", StringComparison.Ordinal))
                .Select(line => (object)(MissingPermissions.Any(line.Contains) ? 0L : 1L)),
        ]);

    private void Record(string kind, string text) =>
        _transcript.Append("-- ======== ").Append(kind).Append('\n').Append(text).Append('\n');
}
