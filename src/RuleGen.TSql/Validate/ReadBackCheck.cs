using RuleGen.Model;

namespace RuleGen.TSql;

/// <summary>Reads what was written and compares it with the coding: the same tree, or it does not hold.</summary>
internal static class ReadBackCheck
{
    /// <summary>Checks the view.</summary>
    public static void RunView(string text, ScriptParts parts, ScriptReport report) =>
        Run(() => ReadBack.OfView(text, parts.Coding, parts.Source), report);

    /// <summary>Checks the view's query by itself.</summary>
    public static void RunQuery(GeneratedFile file, ScriptParts parts, ScriptReport report) =>
        Run(() => ReadBack.OfQuery(file, parts.Coding, parts.Source), report);

    /// <summary>Checks the function.</summary>
    public static void RunFunction(string text, ScriptParts parts, ScriptReport report) =>
        Run(() => ReadBack.OfFunction(text, parts.Coding, parts.Source), report);

    /// <summary>Checks case.sql, from.sql and where.sql together; any may be missing.</summary>
    public static void RunFragments(
        string? caseText,
        string? fromText,
        string? whereText,
        ScriptParts parts,
        ScriptReport report
    ) => Run(() => ReadBack.OfFragments(caseText, fromText, whereText, parts.Coding, parts.Source), report);

    private static void Run(Func<ReadBack> read, ScriptReport report)
    {
        try
        {
            var back = read();
            report.Require(back.Found is [var found] && found == back.Expected, "read back, it is not the coding");
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
