using Microsoft.SqlServer.TransactSql.ScriptDom;
using RuleGen.Model;

namespace RuleGen.TSql;

/// <summary>A version of T-SQL as the referenced ScriptDom parses it.</summary>
public sealed class Grammar
{
    private static readonly (int Version, string Title)[] Known =
    [
        (130, "SQL Server 2016"),
        (140, "SQL Server 2017"),
        (150, "SQL Server 2019"),
        (160, "SQL Server 2022"),
        (170, "SQL Server 2025"),
    ];

    private readonly Type _parser;

    private Grammar(int version, string title, Type parser)
    {
        Version = version;
        Title = title;
        _parser = parser;
    }

    /// <summary>Those that the referenced ScriptDom has, oldest first.</summary>
    public static ValueList<Grammar> All { get; } =
        Known
            .Select(known => (known.Version, known.Title, Parser: ParserType(known.Version)))
            .Where(found => found.Parser is not null)
            .Select(found => new Grammar(found.Version, found.Title, found.Parser!))
            .ToValueList();

    /// <summary>The newest that the referenced ScriptDom has.</summary>
    public static Grammar Newest => All[^1];

    /// <summary>Its number in ScriptDom, such as 150.</summary>
    public int Version { get; }

    /// <summary>The server whose language it is, such as <c>SQL Server 2019</c>.</summary>
    public string Title { get; }

    /// <summary>The grammar of a version, or the newest where the referenced ScriptDom does not have it.</summary>
    public static Grammar For(int version) => All.FirstOrDefault(grammar => grammar.Version >= version) ?? Newest;

    /// <summary>A new parser, with <c>QUOTED_IDENTIFIER ON</c>.</summary>
    public TSqlParser CreateParser() => (TSqlParser)Activator.CreateInstance(_parser, [true])!;

    /// <summary>The tokens of a text, the end of the text included.</summary>
    internal IList<TSqlParserToken> Tokens(string text)
    {
        using var reader = new StringReader(text);
        return CreateParser().GetTokenStream(reader, out _);
    }

    /// <summary>The title.</summary>
    public override string ToString() => Title;

    // By name: older and newer ScriptDom have factories of different names.
    private static Type? ParserType(int version) =>
        typeof(TSqlParser).Assembly.GetType(
            FormattableString.Invariant($"{typeof(TSqlParser).Namespace}.TSql{version}Parser")
        );
}
