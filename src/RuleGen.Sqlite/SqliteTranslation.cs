using RuleGen.Model;

namespace RuleGen.Sqlite;

/// <summary>A coding in the SQL of SQLite, or the reasons why it has none.</summary>
public sealed class SqliteTranslation
{
    internal SqliteTranslation(Coding coding, Source source, string? sql, ValueList<Untranslatable> untranslatable)
    {
        Coding = coding;
        Source = source;
        Sql = sql;
        Untranslatable = untranslatable;
    }

    /// <summary>The coding, over the source's columns.</summary>
    public Coding Coding { get; }

    /// <summary>The source.</summary>
    public Source Source { get; }

    /// <summary>
    /// The query that a view holds, over the table that <see cref="SqliteDatabase"/> creates for the source; null where
    /// anything is untranslatable. Its columns are the row's number, the key, <c>Kept</c> (1 or 0), <c>Outcome</c>,
    /// <c>UnmodelledColumn</c> and <c>UnmodelledCharacter</c>. The last two are NULL unless the row is not evaluated;
    /// then <c>Kept</c> and <c>Outcome</c> are.
    /// </summary>
    public string? Sql { get; }

    /// <summary>What SQLite cannot decide exactly as SQL Server does; none where <see cref="Sql"/> is there.</summary>
    public ValueList<Untranslatable> Untranslatable { get; }
}
