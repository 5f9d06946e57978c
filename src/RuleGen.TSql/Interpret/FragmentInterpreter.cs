using RuleGen.Model;
using RuleGen.TSql.Interpret.Binding;
using Dom = Microsoft.SqlServer.TransactSql.ScriptDom;

namespace RuleGen.TSql.Interpret;

/// <summary>Runs the fragments of a coding, <c>WHEN … THEN …</c> and <c>WHERE …</c>, over rows of a source.</summary>
public sealed class FragmentInterpreter
{
    private readonly BoundQuery _query;

    private FragmentInterpreter(BoundQuery query) => _query = query;

    /// <summary>Reads fragments; names may stand alone, or after the source's alias or the name of its table.</summary>
    /// <param name="caseText">
    /// <c>WHEN … THEN …</c>, with ELSE or without, with CASE and END or without; null gives every row the outcome NULL.
    /// </param>
    /// <param name="whereText">A condition, with WHERE or without; null keeps every row.</param>
    /// <param name="source">The columns, with their types.</param>
    /// <param name="databaseCollation">As for <see cref="ScriptInterpreter.Load"/>.</param>
    /// <exception cref="RuleGenException">
    /// As for <see cref="ScriptInterpreter.Load"/>; positions are those of the fragment.
    /// </exception>
    public static FragmentInterpreter Load(
        string? caseText,
        string? whereText,
        Source source,
        string? databaseCollation = null
    )
    {
        var scope = Scope.Over(source, source.Alias, source.Table.Name);
        return new FragmentInterpreter(
            QueryBinder.Bind(
                scope,
                ScriptInterpreter.ChooseDatabaseCollation(source, databaseCollation),
                whereText is null ? null : ParseWhere(whereText),
                caseText is null ? null : ParseCase(caseText)
            )
        );
    }

    /// <summary>What the fragments make of a row: the outcome of a row that is kept may be NULL.</summary>
    /// <exception cref="ArgumentException">The row lacks a column that the fragments read.</exception>
    public ScriptResult Evaluate(Row row) => _query.Evaluate(_query.Read(row));

    /// <summary>The WHERE clause of a text that has the word, or lacks it.</summary>
    internal static Dom.WhereClause ParseWhere(string text) =>
        ParseSelect(
            ScriptText.FindFirstToken(text) == Dom.TSqlTokenType.Where ? "SELECT 1" : "SELECT 1 WHERE",
            text
        ).WhereClause;

    private static Dom.ScalarExpression ParseCase(string text)
    {
        var query =
            ScriptText.FindFirstToken(text) == Dom.TSqlTokenType.Case
                ? ParseSelect("SELECT", text)
                : ParseSelect("SELECT CASE", $"{text}\nEND");
        return query is { WhereClause: null, FromClause: null } && QueryBinder.FindShown(query) is [var outcome]
            ? outcome.Expression
            : throw Refusal.Unsupported(query, "More than CASE");
    }

    /// <summary>
    /// A query around a fragment, which begins with a line of its own, so that it keeps its positions.
    /// </summary>
    private static Dom.QuerySpecification ParseSelect(string before, string fragment)
    {
        var script = ScriptText.Parse($"{before}\n{fragment}", new TextPosition(0, 1));
        return script.Batches is [{ Statements: [Dom.SelectStatement statement] }]
            ? QueryBinder.Unwrap(statement)
            : throw Refusal.Unsupported(script, "More than one statement");
    }
}
