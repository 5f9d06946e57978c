using RuleGen.Model;
using RuleGen.TSql.Read;

namespace RuleGen.TSql;

/// <summary>Reads what was written and compares it with the coding: the same tree, or it does not hold.</summary>
internal static class ReadBackCheck
{
    /// <summary>Checks the view.</summary>
    public static void RunView(string text, ScriptParts parts, ScriptReport report) =>
        Run(text, parts.Source, parts.Coding, report);

    /// <summary>
    /// Checks the function. Parameters stand for columns whose names they cannot always bear, so the coding is compared
    /// over columns that are named like the parameters.
    /// </summary>
    public static void RunFunction(string text, ScriptParts parts, ScriptReport report)
    {
        var names = ParameterNames.For(parts.Coding.Columns);
        var columns = names.ToDictionary(
            pair => pair.Key,
            pair => new Column(pair.Value[1..], pair.Key.Type, pair.Key.IsNullable)
        );
        // No parameter has a blank in its name.
        var key = new Column("no parameter", IntegerType.Int, isNullable: false);
        var source = new Source(parts.Source.Table, parts.Source.Alias, [key.Name], [], [key, .. columns.Values]);
        Run(text, source, CodingBinder.Replace(parts.Coding, column => columns[column]), report);
    }

    /// <summary>Checks case.sql and where.sql together; either may be missing.</summary>
    public static void RunFragments(string? caseText, string? whereText, ScriptParts parts, ScriptReport report)
    {
        var select = caseText switch
        {
            null => "1",
            _ when parts.Coding.IsWrittenWithCase => caseText,
            _ => $"CASE\n{caseText}END",
        };
        var where = whereText is null || parts.Coding.IsWrittenWithWhere ? whereText : $"WHERE {whereText}";
        Run($"SELECT\n{select}\n{where};", parts.Source, parts.Coding, report);
    }

    private static void Run(string text, Source source, Coding expected, ScriptReport report)
    {
        try
        {
            var found = ScriptReader.Read(text, source);
            report.Require(found.Count == 1 && found[0].Coding == expected, "read back, it is not the coding");
        }
        catch (RuleGenException exception)
        {
            foreach (var problem in exception.Problems)
            {
                report.Add($"read back, it is refused: {problem.Message}");
            }
        }
    }
}
