using RuleGen.Model;

namespace RuleGen.TSql;

/// <summary>Checks case.sql and where.sql: they parse where they belong, and read the coding's columns.</summary>
internal static class FragmentCheck
{
    /// <summary>Checks the arms.</summary>
    public static void RunCase(string text, ScriptParts parts, ScriptReport report) =>
        Run(
            parts.Coding.IsWrittenWithCase ? $"SELECT\n{text};" : $"SELECT CASE\n{text}END;",
            [.. parts.Coding.Arms.Select(arm => arm.When)],
            parts.Source,
            report
        );

    /// <summary>Checks the exclusions.</summary>
    public static void RunWhere(string text, ScriptParts parts, ScriptReport report) =>
        Run(
            $"SELECT NULL{(parts.Coding.IsWrittenWithWhere ? "" : " WHERE")}\n{text};",
            [parts.Coding.Exclusions!],
            parts.Source,
            report
        );

    private static void Run(string statement, Predicate[] conditions, Source source, ScriptReport report)
    {
        if (report.Parse(statement) is not { } script)
        {
            return;
        }

        report.RequireFabric(statement);
        report.Require(script.Batches is [{ Statements.Count: 1 }], "it is more than a part of one statement");
        var columns = conditions.SelectMany(condition => condition.NamedColumns);
        var names = columns
            .Where(column => column.Type is not ListType)
            .Select(column => NameOf(column, source))
            .ToList();
        report.RequireSame(
            names,
            // A published text may call a column as the table does.
            References
                .Of(script)
                .Columns.Select(column => column.MultiPartIdentifier.Identifiers[^1].Value)
                .Select(name => source.Find(name) is { } column ? NameOf(column, source) : name)
                .Where(name => names.Contains(name) || !IsLink(name)),
            "column"
        );

        // key IN (SELECT key FROM child) says to which row an item belongs, and asks nothing of the column.
        bool IsLink(string name) =>
            source.Key.Any(column => column.Name == name)
            && conditions.SelectMany(condition => condition.SelfAndDescendants()).Any(each => each is Any);
    }

    /// <summary>The name of a column; of what is made of a list in one way, the first that the source has for it.</summary>
    private static string NameOf(Column column, Source source) =>
        column.Derivation is null
            ? column.Name
            : (source.Columns.Concat(source.NumberedColumns).FirstOrDefault(each => each == column) ?? column).Name;
}
