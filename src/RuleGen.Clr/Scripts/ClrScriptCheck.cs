using RuleGen.Model;
using RuleGen.TSql;

namespace RuleGen.Clr;

/// <summary>
/// Checks the scripts of a SQLCLR function before anybody writes them to disk: they parse for the target, every statement
/// is of a kind that belongs there, also those inside EXECUTE, and touches nothing but the function and its assembly;
/// the bytes are the assembly's, and it is SAFE.
/// </summary>
internal static class ClrScriptCheck
{
    /// <summary>Checks the scripts.</summary>
    /// <exception cref="RuleGenException">RG0401: one of them does not hold.</exception>
    public static void Run(ValueList<GeneratedFile> scripts, ClrAssembly assembly, Target target)
    {
        var problems = new List<Problem>();
        foreach (var file in scripts)
        {
            var report = new ScriptReport(file, target);
            TextCheck.Run(file.Text, report);
            if (report.Parse(file.Text) is { } script)
            {
                var visitor = new ClrStatementVisitor(assembly, file.Name, report);
                script.Accept(visitor);
                visitor.RequireWork();
            }

            problems.AddRange(report.Problems);
        }

        if (problems.Count > 0)
        {
            throw new RuleGenException(problems.ToValueList());
        }
    }
}
