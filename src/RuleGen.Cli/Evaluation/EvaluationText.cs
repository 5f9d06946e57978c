using System.Globalization;
using RuleGen.Data.Evaluation;
using RuleGen.Model;

namespace RuleGen.Cli.Evaluation;

/// <summary>Says to a person what a run over rows came to.</summary>
internal static class EvaluationText
{
    /// <summary>Says how many rows there were, and what became of them.</summary>
    /// <param name="summary">What the run came to.</param>
    /// <param name="file">What the rows' file is called.</param>
    /// <param name="error">Where it is written.</param>
    public static void WriteSummary(EvaluationSummary summary, string file, TextWriter error)
    {
        if (summary.NotCarried.Count > 0)
        {
            var names = string.Join(", ", summary.NotCarried.Select(column => column.StoredName));
            error.WriteLine(
                $"{MessageText.OneLine(file)}: has no {names}, which the schema file carries; the results are without"
            );
        }

        if (summary.Codings is [var only])
        {
            error.WriteLine(Invariant($"{summary.Rows} rows: {Describe(only)}"));
            return;
        }

        error.WriteLine(Invariant($"{summary.Rows} rows"));
        foreach (var coding in summary.Codings)
        {
            error.WriteLine($"{MessageText.OneLine(coding.Name)}: {Describe(coding)}");
        }
    }

    private static string Describe(CodingSummary coding)
    {
        var rest = coding.NotEvaluated == 0 ? "" : Invariant($", {coding.NotEvaluated} not evaluated");
        return Invariant($"{coding.Kept} kept, {coding.WithOutcome} with an outcome{rest}");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
