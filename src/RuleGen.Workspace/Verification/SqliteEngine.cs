using RuleGen.Model;
using RuleGen.Sqlite;

namespace RuleGen.Workspaces.Verification;

/// <summary>SQLite, which runs a translation of the coding as a view over a table of the rows.</summary>
internal sealed class SqliteEngine : IVerificationEngine
{
    /// <summary>What the engine is called.</summary>
    public static readonly EngineName EngineName = new("SQLite");

    private const string View = "coding";

    private readonly SqliteDatabase _database;

    /// <summary>A database in memory, with the view.</summary>
    /// <param name="translation">A translation with SQL.</param>
    public SqliteEngine(SqliteTranslation translation)
    {
        _database = SqliteDatabase.Create(translation.Source);
        _database.CreateView(View, translation);
    }

    /// <inheritdoc/>
    public EngineName Name => EngineName;

    /// <summary>The coding over the columns of the source that it needs, the key among them.</summary>
    public static SqliteTranslation Translate(Coding coding, Source source)
    {
        var named = coding.NamedColumns;
        var key = source.Key.Select(column => column.Name).ToValueList();
        var read = coding.Columns;
        return SqliteTranslator.Translate(
            coding,
            new Source(
                source.Table,
                source.Alias,
                key,
                [],
                source.Columns.Where(column => source.Key.Contains(column) || named.Contains(column)).ToValueList(),
                lists: source.Lists.Where(list => read.Contains(list.Column)).ToValueList()
            )
        );
    }

    /// <inheritdoc/>
    public void Evaluate(IReadOnlyList<Row> rows, Answer[] answers)
    {
        _database.Clear();
        _database.Load(rows);
        foreach (var result in _database.ReadView(View))
        {
            answers[result.Number - 1] = result.NotEvaluated is null ? new Answer(result.Result) : Answer.NotEvaluated;
        }
    }

    /// <inheritdoc/>
    public Truth? Evaluate(Predicate clause, Row row)
    {
        try
        {
            return SqliteDatabase.EvaluatePredicate(clause, row);
        }
        catch (ArgumentException)
        {
            // A coding that is translated has no clause that is not: it is a character of the row.
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _database.Dispose();
}
