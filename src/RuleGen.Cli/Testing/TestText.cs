using System.Globalization;
using RuleGen.Model;
using RuleGen.TSql;
using RuleGen.Workspaces.Testing;

namespace RuleGen.Cli.Testing;

/// <summary>Shows a test to a person.</summary>
internal static class TestText
{
    /// <summary>Each row that came out otherwise, then how many there were.</summary>
    public static string Write(TestResult result, string file)
    {
        var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        foreach (var failure in result.Failures)
        {
            text.WriteLine(Invariant($"{MessageText.OneLine(file)}:{failure.Line}: {Describe(failure.Row)}"));
            text.WriteLine($"  expected  {Describe(failure.Expected)}");
            text.WriteLine($"  found     {Describe(failure.Found.Result)}: {failure.Found.ToText(ClauseText.Write)}");
        }

        var rest = result.NotEvaluated.Count == 0 ? "" : Invariant($", {result.NotEvaluated.Count} not evaluated");
        text.WriteLine(
            Invariant(
                $"{MessageText.OneLine(result.Coding)}: {result.Rows} rows, {result.Failures.Count} otherwise than expected{rest}"
            )
        );
        return text.ToString();
    }

    private static string Describe(Row row) => MessageText.OneLine(row.ToString());

    private static string Describe(Result result) => MessageText.OneLine(result.ToString());

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
