using RuleGen.Model;

namespace RuleGen.TSql;

/// <summary>The servers that scripts are written for.</summary>
public static class Targets
{
    /// <summary>SQL Server 2016 from Service Pack 1 on; what it takes, all later versions take.</summary>
    public static Target SqlServer2016 { get; } =
        new("sqlserver2016", "SQL Server 2016 SP1", Grammar.SqlServer2016)
        {
            HasStringAgg = false,
            Remark =
                "It has no STRING_AGG, so that FOR XML joins the items of a list: a control character in one ends the query.",
        };

    /// <summary>SQL Server 2017.</summary>
    public static Target SqlServer2017 { get; } = new("sqlserver2017", "SQL Server 2017", Grammar.SqlServer2017);

    /// <summary>SQL Server 2019.</summary>
    public static Target SqlServer2019 { get; } = new("sqlserver2019", "SQL Server 2019", Grammar.SqlServer2019);

    /// <summary>SQL Server 2022.</summary>
    public static Target SqlServer2022 { get; } = new("sqlserver2022", "SQL Server 2022", Grammar.SqlServer2022);

    /// <summary>SQL Server 2025.</summary>
    public static Target SqlServer2025 { get; } = new("sqlserver2025", "SQL Server 2025", Grammar.SqlServer2025);

    /// <summary>Azure SQL Database.</summary>
    public static Target AzureSqlDatabase { get; } =
        new("azuresqldatabase", "Azure SQL Database", Grammar.AzureSqlDatabase)
        {
            HasClr = false,
            Remark = "It does not run users' CLR code (rule 9.18).",
        };

    /// <summary>Azure SQL Managed Instance.</summary>
    public static Target ManagedInstance { get; } =
        new("managedinstance", "Azure SQL Managed Instance", Grammar.ManagedInstance);

    /// <summary>Babelfish for PostgreSQL.</summary>
    public static Target Babelfish { get; } =
        new("babelfish", "Babelfish for PostgreSQL", Grammar.SqlServer2019)
        {
            HasCreateOrAlter = false,
            HasSqlProjects = false,
            HasNoExec = false,
            HasBracketsInNames = false,
            HasClr = false,
            ComparesBeyondAscii = false,
            HasLikeInFrom = false,
            Remark =
                "It has neither CREATE OR ALTER nor ALTER VIEW, so that objects are dropped and created, and their "
                + "grants given again. It ignores SET NOEXEC, so that deploy.sql is one batch. It takes no ] in a "
                + "name, has neither CLR nor SQL projects, and matches sets of LIKE by bytes, so that characters beyond ASCII are compared "
                + "otherwise. It refuses LIKE in what stands after FROM, so that the view 'long' of a catalogue is a query for each label there.",
        };

    /// <summary>All of them, in the order of listings; the first is the default.</summary>
    public static ValueList<Target> All { get; } =
    [
        SqlServer2016,
        SqlServer2017,
        SqlServer2019,
        SqlServer2022,
        SqlServer2025,
        AzureSqlDatabase,
        ManagedInstance,
        Babelfish,
    ];

    /// <summary>The target of this name, whatever its letter case.</summary>
    /// <exception cref="RuleGenException">RG0603: there is none.</exception>
    public static Target Named(string name) =>
        All.FirstOrDefault(target => string.Equals(target.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? throw new RuleGenException(
            ErrorCodes.UnknownTarget,
            $"There is no target '{name}'",
            $"Use one of {string.Join(", ", All.Select(target => target.Name))}"
        );
}
