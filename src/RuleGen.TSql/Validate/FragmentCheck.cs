using Microsoft.SqlServer.TransactSql.ScriptDom;
using RuleGen.Model;

namespace RuleGen.TSql;

/// <summary>
/// Checks case.sql, from.sql and where.sql: they parse where they belong, and each name is that of a column of the coding in
/// a query over the source's table under its alias.
/// </summary>
internal static class FragmentCheck
{
    /// <summary>Checks the arms.</summary>
    public static void RunCase(string text, ScriptParts parts, ScriptReport report) =>
        Run(
            parts.Coding.IsWrittenWithCase ? $"SELECT\n{text};" : $"SELECT CASE\n{text}END;",
            [.. parts.Coding.Arms.Select(arm => arm.When)],
            parts,
            report
        );

    /// <summary>Checks the exclusions.</summary>
    public static void RunWhere(string text, ScriptParts parts, ScriptReport report) =>
        Run(
            $"SELECT NULL{(parts.Coding.IsWrittenWithWhere ? "" : " WHERE")}\n{text};",
            [parts.Coding.Exclusions!],
            parts,
            report
        );

    /// <summary>Checks FROM; what it applies is read back with the coding.</summary>
    public static void RunFrom(string text, ScriptParts parts, ScriptReport report)
    {
        if (report.Parse($"SELECT 1\n{text};") is not { } script)
        {
            return;
        }

        if (
            script.Batches
            is [{ Statements: [SelectStatement { QueryExpression: QuerySpecification { WhereClause: null } query }] }]
        )
        {
            ViewCheck.CheckTable(query, parts.Source, report);
        }
        else
        {
            report.Add("it is more than FROM");
        }
    }

    private static void Run(string statement, Predicate[] conditions, ScriptParts parts, ScriptReport report)
    {
        if (report.Parse(statement) is not { } script)
        {
            return;
        }

        report.RequireFabric(statement);
        report.Require(script.Batches is [{ Statements.Count: 1 }], "it is more than a part of one statement");
        var lists = parts.ListColumns;
        var columns = conditions
            .SelectMany(condition => condition.NamedColumns)
            .Where(column => column.Type is not ListType)
            .ToList();
        var found = References
            .Of(script)
            .Columns.Select(column => column.MultiPartIdentifier.Identifiers.Select(part => part.Value).ToList())
            .ToList();
        report.RequireSame(columns.Select(lists.NameOf), found.Select(name => name[^1]), "column");
        foreach (var name in found.Where(name => !columns.Exists(column => IsNameOf(name, column))))
        {
            report.Add($"'{string.Join('.', name)}' does not lead to a column of '{parts.Source.Alias}'");
        }

        bool IsNameOf(List<string> name, Column column) =>
            SqlName.Comparer.Equals(name[^1], lists.NameOf(column))
            && (
                name.Count == 1
                    ? SqlName.Comparer.Equals(lists.QualifierOf(column), parts.Source.Alias)
                    : name.Count == 2 && SqlName.Comparer.Equals(name[0], lists.QualifierOf(column))
            );
    }
}
