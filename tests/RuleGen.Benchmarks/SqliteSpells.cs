using Microsoft.Data.Sqlite;
using RuleGen.Model;
using RuleGen.Rules;
using RuleGen.Sqlite;

namespace RuleGen.Benchmarks;

/// <summary>Spells in a database of SQLite in memory, with one view for a coding.</summary>
internal sealed class SqliteSpells : IDisposable
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");

    public SqliteSpells(Spells spells, Coding coding)
    {
        var path = Path.Combine(Path.GetTempPath(), $"rulegen-{Environment.ProcessId}.db");
        try
        {
            using (var database = SqliteDatabase.Create(Apcs.Source, path))
            {
                database.Load(spells.Rows);
                database.CreateView("coding", SqliteTranslator.Translate(coding, Apcs.Source));
            }

            using var file = new SqliteConnection($"Data Source={path};Pooling=False");
            file.Open();
            _connection.Open();
            file.BackupDatabase(_connection);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>The rows that are kept and those with an outcome: one query, nothing handed out row by row.</summary>
    public (long Kept, long WithOutcome) Run()
    {
        using var command = _connection.CreateCommand();
        command.CommandText = """SELECT SUM("Kept"), COUNT("Outcome") FROM "coding" """;
        using var reader = command.ExecuteReader();
        reader.Read();
        return (reader.GetInt64(0), reader.GetInt64(1));
    }

    public void Dispose() => _connection.Dispose();
}
