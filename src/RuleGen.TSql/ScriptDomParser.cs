using Microsoft.SqlServer.TransactSql.ScriptDom;
using RuleGen.Model;

namespace RuleGen.TSql;

/// <summary>Parses texts and parts of texts with the grammar of any server, and gives the errors beside the tree.</summary>
internal static class ScriptDomParser
{
    /// <summary>A script: batches of statements.</summary>
    public static ParsedSyntax<TSqlScript> ParseScript(string text) => ParseScript(text, Grammar.Any);

    /// <summary>A script, as one version of T-SQL has it.</summary>
    public static ParsedSyntax<TSqlScript> ParseScript(string text, Grammar grammar)
    {
        var syntax = grammar.CreateParser().Parse(new StringReader(text), out var errors);
        return new(syntax as TSqlScript, errors.ToValueList());
    }

    /// <summary>A condition, by itself.</summary>
    public static ParsedSyntax<BooleanExpression> ParsePredicate(string text)
    {
        var syntax = Grammar.Any.CreateParser().ParseBooleanExpression(new StringReader(text), out var errors);
        return new(syntax, errors.ToValueList());
    }

    /// <summary>An expression with a value, by itself.</summary>
    public static ParsedSyntax<ScalarExpression> ParseScalar(string text)
    {
        var syntax = Grammar.Any.CreateParser().ParseExpression(new StringReader(text), out var errors);
        return new(syntax, errors.ToValueList());
    }
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
