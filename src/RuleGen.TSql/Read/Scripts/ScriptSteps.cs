using Microsoft.SqlServer.TransactSql.ScriptDom;
using RuleGen.Model;

namespace RuleGen.TSql.Read;

/// <summary>Tells queries that are steps of a script from those that may be codings.</summary>
internal static class ScriptSteps
{
    /// <summary>Why a query is a step of a script and no coding; null where it may be one.</summary>
    /// <param name="select">The query.</param>
    /// <param name="found">The codings of the script before it.</param>
    public static string? WhyStep(SelectStatement select, List<ScriptObject> found)
    {
        if (Syntax.Query(select) is not { } query)
        {
            return null;
        }

        if (query.SelectElements.Any(element => element is SelectSetVariable))
        {
            return NodeRules.Of(typeof(SelectSetVariable)).Reason;
        }

        var tables = query.FromClause is null ? [] : Tables(query.FromClause).ToList();
        if (tables.Count > 0 && tables.TrueForAll(IsOfCatalogue))
        {
            return "it asks the catalogue, not the source";
        }

        if (tables is [NamedTableReference table] && IsOf(found, table.SchemaObject))
        {
            return "it shows what the script has made";
        }

        return tables.Count == 0 && query.WhereClause is null && !query.SelectElements.Any(Syntax.Holds<CaseExpression>)
            ? "it reads no table"
            : null;
    }

    private static bool IsOf(List<ScriptObject> found, SchemaObjectName name) =>
        found.Exists(each =>
            SqlName.Comparer.Equals(each.Name, name.BaseIdentifier.Value)
            && (
                name.SchemaIdentifier is null
                || each.Schema is null
                || SqlName.Comparer.Equals(each.Schema, name.SchemaIdentifier.Value)
            )
        );

    private static bool IsOfCatalogue(TableReference table)
    {
        var name = table switch
        {
            NamedTableReference named => named.SchemaObject,
            SchemaObjectFunctionTableReference function => function.SchemaObject,
            _ => null,
        };
        var schema = name?.SchemaIdentifier?.Value;
        return SqlName.Comparer.Equals(schema, "sys") || SqlName.Comparer.Equals(schema, "INFORMATION_SCHEMA");
    }

    /// <summary>The tables of a piece of syntax, those within joins among them.</summary>
    private static IEnumerable<TableReference> Tables(TSqlFragment syntax) =>
        Syntax
            .Children(syntax)
            .OfType<TableReference>()
            .SelectMany(table => table is JoinTableReference ? Tables(table) : [table]);
}
