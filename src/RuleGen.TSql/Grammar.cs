using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace RuleGen.TSql;

/// <summary>A language of a kind and version of server, as ScriptDom parses it.</summary>
public sealed class Grammar
{
    private const int FabricVersion = 0;

    // No types of ScriptDom's here: commands that parse nothing know the grammars, and do not load it.
    private readonly int _version;
    private readonly bool? _isAzure;

    private Grammar(string title, int version, bool? isAzure)
    {
        Title = title;
        _version = version;
        _isAzure = isAzure;
    }

    /// <summary>SQL Server 2016.</summary>
    public static Grammar SqlServer2016 { get; } = new("SQL Server 2016", 130, isAzure: false);

    /// <summary>SQL Server 2017.</summary>
    public static Grammar SqlServer2017 { get; } = new("SQL Server 2017", 140, isAzure: false);

    /// <summary>SQL Server 2019.</summary>
    public static Grammar SqlServer2019 { get; } = new("SQL Server 2019", 150, isAzure: false);

    /// <summary>SQL Server 2022.</summary>
    public static Grammar SqlServer2022 { get; } = new("SQL Server 2022", 160, isAzure: false);

    /// <summary>SQL Server 2025.</summary>
    public static Grammar SqlServer2025 { get; } = new("SQL Server 2025", 170, isAzure: false);

    /// <summary>Azure SQL Database, which is always the newest, and lacks what belongs to a machine of one's own.</summary>
    public static Grammar AzureSqlDatabase { get; } = new("Azure SQL Database", 180, isAzure: true);

    /// <summary>Azure SQL Managed Instance, which is always the newest.</summary>
    public static Grammar ManagedInstance { get; } = new("Azure SQL Managed Instance", 180, isAzure: false);

    /// <summary>Fabric Warehouse: a T-SQL of its own, without much of SQL Server's.</summary>
    public static Grammar FabricWarehouse { get; } = new("Fabric Warehouse", FabricVersion, isAzure: true);

    /// <summary>All that any server takes: what texts are read with that do not say for which they are.</summary>
    public static Grammar Any { get; } = new("T-SQL", 180, isAzure: null);

    /// <summary>The server whose language it is, such as <c>SQL Server 2019</c>.</summary>
    public string Title { get; }

    /// <summary>A new parser, with <c>QUOTED_IDENTIFIER ON</c>.</summary>
    public TSqlParser CreateParser()
    {
        var engine = _isAzure switch
        {
            true => SqlEngineType.SqlAzure,
            false => SqlEngineType.Standalone,
            null => SqlEngineType.All,
        };
        return _version switch
        {
            FabricVersion => new TSqlFabricDWParser(true),
            130 => new TSql130Parser(true, engine),
            140 => new TSql140Parser(true, engine),
            150 => new TSql150Parser(true, engine),
            160 => new TSql160Parser(true, engine),
            170 => new TSql170Parser(true, engine),
            _ => new TSql180Parser(true, engine),
        };
    }

    /// <summary>The tokens of a text, the end of the text included.</summary>
    internal IList<TSqlParserToken> Tokens(string text)
    {
        using var reader = new StringReader(text);
        return CreateParser().GetTokenStream(reader, out _);
    }

    /// <summary>The title.</summary>
    public override string ToString() => Title;
}
