using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using RuleGen.Model;

namespace RuleGen.TSql;

/// <summary>
/// Microsoft's own parsers, with quoted identifiers on, whichever version of ScriptDom is referenced.
/// </summary>
/// <remarks>
/// The factory of parsers has another name in each version of ScriptDom, so the parsers are found by their names:
/// <c>TSql130Parser</c> is SQL Server 2016, <c>TSql150Parser</c> 2019.
/// </remarks>
internal static partial class ScriptDomParser
{
    private static readonly SortedDictionary<int, ConstructorInfo> Constructors = new(
        typeof(TSqlParser)
            .Assembly.GetExportedTypes()
            .Where(type => type.IsSubclassOf(typeof(TSqlParser)) && !type.IsAbstract)
            .Select(type => (Match: ParserName().Match(type.Name), Constructor: type.GetConstructor([typeof(bool)])))
            .Where(found => found.Match.Success && found.Constructor is not null)
            .ToDictionary(
                found => int.Parse(found.Match.Groups["version"].Value, CultureInfo.InvariantCulture),
                found => found.Constructor!
            )
    );

    /// <summary>
    /// The versions there is a parser for, oldest first: 80, 90, … 150 and, with newer ScriptDom, more.
    /// </summary>
    public static ValueList<int> Versions { get; } = Constructors.Keys.ToValueList();

    /// <summary>A parser of a version.</summary>
    /// <exception cref="KeyNotFoundException">It is not among <see cref="Versions"/>.</exception>
    public static TSqlParser Create(int version) => (TSqlParser)Constructors[version].Invoke([true]);

    /// <summary>A parser of the newest version.</summary>
    public static TSqlParser CreateNewest() => Create(Versions[^1]);

    /// <summary>A script: batches of statements.</summary>
    public static ParsedSyntax<TSqlScript> ParseScript(string text) => ParseScript(text, Versions[^1]);

    /// <summary>A script, in the grammar of a version.</summary>
    public static ParsedSyntax<TSqlScript> ParseScript(string text, int version)
    {
        var syntax = Create(version).Parse(new StringReader(text), out var errors);
        return new(syntax as TSqlScript, errors.ToValueList());
    }

    /// <summary>A condition, by itself.</summary>
    public static ParsedSyntax<BooleanExpression> ParsePredicate(string text)
    {
        var syntax = CreateNewest().ParseBooleanExpression(new StringReader(text), out var errors);
        return new(syntax, errors.ToValueList());
    }

    /// <summary>An expression with a value, by itself.</summary>
    public static ParsedSyntax<ScalarExpression> ParseScalar(string text)
    {
        var syntax = CreateNewest().ParseExpression(new StringReader(text), out var errors);
        return new(syntax, errors.ToValueList());
    }

    [GeneratedRegex(@"^TSql(?<version>[0-9]+)Parser$", RegexOptions.CultureInvariant)]
    private static partial Regex ParserName();
}

/// <summary>What a parser made of a text.</summary>
/// <param name="Syntax">The tree; null or incomplete where there are errors.</param>
/// <param name="Errors">The parser's errors, with their offsets in the text.</param>
internal sealed record ParsedSyntax<TSyntax>(TSyntax? Syntax, ValueList<ParseError> Errors)
    where TSyntax : TSqlFragment
{
    /// <summary>Whether the text is whole and correct.</summary>
    public bool IsComplete => Errors.Count == 0 && Syntax is not null;
}
