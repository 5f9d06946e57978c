using System.Globalization;
using RuleGen.Data.Evaluation;
using RuleGen.Model;

namespace RuleGen.Cli.Evaluation;

/// <summary>Says to a person what a run over rows came to.</summary>
internal static class EvaluationText
{
    /// <summary>Says how many rows there were, and what became of them.</summary>
    public static void WriteSummary(EvaluationSummary summary, TextWriter error)
    {
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
