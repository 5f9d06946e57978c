using RuleGen.Model;

namespace RuleGen.TSql;

/// <summary>
/// Checks generated scripts with ScriptDom before anybody writes them to disk: each parses for its target, each name is
/// one that is meant, with type and collation, and what is read back is the coding.
/// </summary>
internal static class ScriptValidator
{
    /// <summary>Checks the files of a coding.</summary>
    /// <exception cref="RuleGenException">RG0401: one of them does not hold.</exception>
    public static void Validate(ValueList<GeneratedFile> files, ScriptParts parts)
    {
        var problems = new List<Problem>();
        foreach (var file in files)
        {
            var report = new ScriptReport(file, parts.Target);
            Validate(file, parts, report);
            problems.AddRange(report.Problems);
        }

        if (problems.Count > 0)
        {
            throw new RuleGenException(problems.ToValueList());
        }
    }

    private static void Validate(GeneratedFile file, ScriptParts parts, ScriptReport report)
    {
        TextCheck.Run(file.Text, report);
        switch (file.Name)
        {
            case FileNames.Case:
                FragmentCheck.RunCase(file.Text, parts, report);
                break;
            case FileNames.Where:
                FragmentCheck.RunWhere(file.Text, parts, report);
                break;
            case FileNames.View:
                ViewCheck.Run(report.Parse(file.Text), parts, report);
                break;
            case FileNames.Function:
                FunctionCheck.Run(report.Parse(file.Text), parts, report);
                break;
            default:
                StatementsCheck.Run(file, parts, report);
                break;
        }
    }
}
