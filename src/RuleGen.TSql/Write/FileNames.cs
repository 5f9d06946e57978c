namespace RuleGen.TSql;

/// <summary>The names of the files that RuleGen generates for a coding.</summary>
public static class FileNames
{
    /// <summary>The arms.</summary>
    public const string Case = "case.sql";

    /// <summary>The table with what is made of lists; only where arms or exclusions read such.</summary>
    public const string From = "from.sql";

    /// <summary>The exclusions.</summary>
    public const string Where = "where.sql";

    /// <summary>The view.</summary>
    public const string View = "view.sql";

    /// <summary>The inline table-valued function.</summary>
    public const string Function = "function.sql";

    /// <summary>What creates or updates both.</summary>
    public const string Deploy = "deploy.sql";

    /// <summary>What removes both.</summary>
    public const string Rollback = "rollback.sql";

    /// <summary>The view as a SQL project takes it.</summary>
    public const string ProjectView = "project/view.sql";

    /// <summary>The function as a SQL project takes it.</summary>
    public const string ProjectFunction = "project/function.sql";

    /// <summary>The folder of the query as dbt takes it.</summary>
    private const string DbtFolder = "dbt/";

    /// <summary>The test rows with what the coding must make of them, as CSV.</summary>
    public const string FixturesCsv = "fixtures.csv";

    /// <summary>The same rows as a script that inserts them, and compares the view's results.</summary>
    public const string FixturesScript = "fixtures.sql";

    /// <summary>The C# of the SQLCLR function.</summary>
    public const string ClrSource = "clr.cs";

    /// <summary>What creates or replaces the SQLCLR function and its assembly.</summary>
    public const string Clr = "clr.sql";

    /// <summary>What removes both.</summary>
    public const string ClrRollback = "clr-rollback.sql";

    /// <summary>What has a server trust the assembly.</summary>
    public const string ClrTrust = "clr-trust.sql";

    /// <summary>What takes that trust away.</summary>
    public const string ClrTrustRollback = "clr-trust-rollback.sql";

    /// <summary>The view of a catalogue.</summary>
    public static string CatalogueView(CatalogueView view) => $"{view.Word()}.sql";

    /// <summary>The view of a catalogue as a SQL project takes it.</summary>
    public static string ProjectCatalogueView(CatalogueView view) => $"project/{view.Word()}.sql";

    /// <summary>
    /// The view's query as a model of dbt, which is named by its file: the id of the coding, a <c>_</c> in place of each
    /// character that no such name has.
    /// </summary>
    public static string DbtModel(string id) =>
        $"{DbtFolder}{string.Concat(id.Select(each => char.IsAsciiLetterOrDigit(each) ? each : '_'))}.sql";

    /// <summary>Whether a file is a model of dbt.</summary>
    public static bool IsDbtModel(string name) => name.StartsWith(DbtFolder, StringComparison.Ordinal);
}
