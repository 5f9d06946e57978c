using Microsoft.Data.Sqlite;
using RuleGen.Model;

namespace RuleGen.Sqlite;

/// <summary>
/// A database of SQLite, in memory or in a file, with one table that stands for a source and a view for each coding.
/// SQLite runs within the process; nothing is installed, and no function of RuleGen is registered with it.
/// </summary>
public sealed class SqliteDatabase : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteTable _table;
    private readonly Dictionary<string, LabelType> _views = new(SqlName.Comparer);
    private long _rowCount;

    private SqliteDatabase(SqliteConnection connection, SqliteTable table)
    {
        _connection = connection;
        _table = table;
    }

    /// <summary>The source that the table stands for.</summary>
    public Source Source => _table.Source;

    /// <summary>A database with an empty table for a source.</summary>
    /// <param name="source">The source.</param>
    /// <param name="path">The file to create; null keeps the database in memory.</param>
    /// <exception cref="RuleGenException">
    /// RG0502: the file exists already, or cannot be created. RG0009: SQLite keeps the table's name for itself.
    /// </exception>
    public static SqliteDatabase Create(Source source, string? path = null)
    {
        CheckName(source.Table.Schema, "schema");
        var connection = Open(path);
        var database = new SqliteDatabase(connection, new SqliteTable(source));
        try
        {
            foreach (var definition in database._table.Definitions)
            {
                database.Execute(definition);
            }

            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>
    /// The truth of a predicate for a row, as SQLite finds it: a coding that asks for the predicate and its negation,
    /// run on a database of its own.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// SQLite cannot decide the predicate exactly, or what a character of the row means is not known.
    /// </exception>
    public static Truth EvaluatePredicate(Predicate predicate, Row row)
    {
        var key = new Column("key", IntegerType.Int, isNullable: false);
        while (row.Columns.Any(column => SqlName.Comparer.Equals(column.Name, key.Name)))
        {
            key = new Column(key.Name + "_", key.Type, isNullable: false);
        }

        var table = new TableName("rulegen", "row");
        var columns = row.Columns.Add(key);
        var source = new Source(
            table,
            "r",
            [key.Name],
            [],
            columns.Where(column => column.Type is not ListType).ToValueList(),
            lists: columns
                .Where(column => column.Type is ListType)
                .Select(column => new ItemList(
                    column.Name,
                    (ListType)column.Type,
                    new ChildRows(new TableName("rulegen", column.Name), [key.Name], PositionOf(column))
                ))
                .ToValueList()
        );
        var coding = new Coding(
            [new(predicate, Label.Of(nameof(Truth.True))), new(Not.Of(predicate), Label.Of(nameof(Truth.False)))],
            Label.Of(nameof(Truth.Unknown)),
            exclusions: null
        );
        var translation = SqliteTranslator.Translate(coding, source);
        if (translation.Untranslatable.Count > 0)
        {
            throw new ArgumentException(translation.Untranslatable[0].Reason, nameof(predicate));
        }

        using var database = Create(source);
        database.Load([new Row(columns, [.. row.Columns.Select(column => row[column]), SqlValue.Of(1)])]);
        database.CreateView("truth", translation);
        var result = database.ReadView("truth").Single();
        return result.NotEvaluated is null
            ? Enum.Parse<Truth>(result.Result.Outcome!)
            : throw new ArgumentException($"{result.NotEvaluated} is not evaluated.", nameof(row));
    }

    private static string? PositionOf(Column list) => ((ListType)list.Type).Position?.Name;

    /// <summary>Adds rows to the table, all or none, char(n) filled up with blanks.</summary>
    /// <exception cref="RuleGenException">RG0303: a value does not fit its column; nothing was added.</exception>
    /// <exception cref="ArgumentException">A row lacks a column of the source.</exception>
    public void Load(IEnumerable<Row> rows)
    {
        using var transaction = _connection.BeginTransaction();
        long rowCount;
        using (var loader = new RowLoader(_table, Prepare, _rowCount))
        {
            foreach (var row in rows)
            {
                loader.Load(row);
            }

            rowCount = loader.RowCount;
        }

        transaction.Commit();
        _rowCount = rowCount;

        SqliteCommand Prepare(string sql)
        {
            var command = Command(sql);
            command.Transaction = transaction;
            return command;
        }
    }

    /// <summary>Creates a view of a coding, or replaces it.</summary>
    /// <param name="name">The view's name; letter case does not tell names apart.</param>
    /// <param name="translation">The coding over this database's source.</param>
    /// <exception cref="RuleGenException">RG0009: the name cannot be a view's, or is the table's.</exception>
    /// <exception cref="ArgumentException">The translation has no SQL, or is over another source.</exception>
    public void CreateView(string name, SqliteTranslation translation)
    {
        if (translation.Sql is null || !translation.Source.Equals(Source))
        {
            throw new ArgumentException("A view takes a whole translation over this source.", nameof(translation));
        }

        CheckName(name, "view");
        if (SqlName.Comparer.Equals(StoredText.Name(name), _table.Name))
        {
            throw new RuleGenException(
                ErrorCodes.InvalidName,
                $"'{name}' is the name of the table",
                "Give the view another name"
            );
        }

        Execute($"DROP VIEW IF EXISTS {StoredText.Name(name)}");
        Execute($"CREATE VIEW {StoredText.Name(name)} AS\n{translation.Sql}");
        _views[name] = translation.Coding.ResultType ?? LabelType.Text;
    }

    /// <summary>What a view says of every loaded row, in the order of loading, read as it is asked for.</summary>
    /// <exception cref="ArgumentException">No view of this name was created.</exception>
    public IEnumerable<SqliteResult> ReadView(string name) =>
        _views.TryGetValue(name, out var type)
            ? Read(name, type)
            : throw new ArgumentException($"There is no view '{name}'.", nameof(name));

    /// <summary>Removes every row from the table; views stay, and numbers start from 1 again.</summary>
    public void Clear()
    {
        foreach (var table in _table.Names)
        {
            Execute($"DELETE FROM {table}");
        }

        _rowCount = 0;
    }

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    private IEnumerable<SqliteResult> Read(string view, LabelType type)
    {
        using var command = Command($"SELECT * FROM {StoredText.Name(view)}");
        using var reader = command.ExecuteReader();
        var keyCount = Source.Key.Count;
        while (reader.Read())
        {
            var key = new SqlValue[keyCount];
            for (var i = 0; i < keyCount; i++)
            {
                key[i] = Source.Key[i].Type switch
                {
                    TemporalType moments => moments.Value(
                        moments.Find(TemporalText.Parse(reader.GetString(i + 1))!.Value)!.Value
                    ),
                    OrderedType numbers => numbers.Value(reader.GetInt64(i + 1)),
                    _ => SqlValue.Of(StoredText.Decode(reader.GetString(i + 1))),
                };
            }

            var isEvaluated = reader.IsDBNull(keyCount + 3);
            yield return new SqliteResult(
                reader.GetInt64(0),
                ValueList.Create<SqlValue>(key),
                isEvaluated ? ReadResult(reader, keyCount + 1, type) : Result.NotKept,
                isEvaluated ? null : ReadUnmodelled(reader, keyCount + 3)
            );
        }
    }

    private static Result ReadResult(SqliteDataReader reader, int ordinal, LabelType type) =>
        reader.GetInt64(ordinal) == 0 ? Result.NotKept
        : reader.IsDBNull(ordinal + 1) ? Result.Kept(null)
        : Result.Kept(StoredText.Decode(reader.GetString(ordinal + 1)), type);

    private UnmodelledCharacter ReadUnmodelled(SqliteDataReader reader, int ordinal) =>
        new(
            Source.Find(StoredText.Decode(reader.GetString(ordinal)))!,
            StoredText.Decode(reader.GetString(ordinal + 1))[0]
        );

    private static SqliteConnection Open(string? path)
    {
        if (path is not null && File.Exists(path))
        {
            throw new RuleGenException(
                ErrorCodes.UnwritableFile,
                $"'{path}' exists already",
                "Remove it, or name another"
            );
        }

        var settings = new SqliteConnectionStringBuilder
        {
            DataSource = path is null ? ":memory:" : Path.GetFullPath(path),
            Pooling = false,
        };
        var connection = new SqliteConnection(settings.ToString());
        try
        {
            connection.Open();
            return connection;
        }
        catch (SqliteException exception)
        {
            connection.Dispose();
            throw new RuleGenException(
                ErrorCodes.UnwritableFile,
                $"'{path}' cannot be created: {exception.Message}",
                "Name a file in a directory that exists and can be written to"
            );
        }
    }

    private static void CheckName(string name, string what)
    {
        if (SqlName.Check(name, what).StartsWith("sqlite_", StringComparison.OrdinalIgnoreCase))
        {
            throw new RuleGenException(
                ErrorCodes.InvalidName,
                $"'{name}' begins as the names that SQLite keeps for itself",
                $"Give the {what} a name that does not begin with 'sqlite_'"
            );
        }
    }

    private void Execute(string sql)
    {
        using var command = Command(sql);
        command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string sql)
    {
        var command = _connection.CreateCommand();
#pragma warning disable CA2100 // Every name and literal in the SQL is quoted by StoredText.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }
}
