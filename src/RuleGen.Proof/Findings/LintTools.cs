using RuleGen.Languages;
using RuleGen.Model;

namespace RuleGen.Proof.Findings;

/// <summary>What the checks are handed: Proof neither evaluates rows nor writes T-SQL itself.</summary>
/// <param name="Evaluator">Runs each witness.</param>
/// <param name="Text">Writes codings and their parts, and reads them back.</param>
/// <param name="Limits">How large automata may become.</param>
internal sealed record LintTools(ICodingEvaluator Evaluator, ICodingText Text, StateLimits Limits)
{
    /// <summary>A predicate as the published text writes it, on one line.</summary>
    public string Write(Predicate predicate) => Text.Write(predicate);

    /// <summary>Whether a predicate is TRUE for a row, as the engine has it.</summary>
    public bool IsTrue(Predicate predicate, Row row) =>
        Evaluator.Evaluate(new Coding([], otherwise: null, predicate), row).IsKept;

    /// <summary>The truth of a predicate for a row, as the engine has it.</summary>
    public string Truth(Predicate predicate, Row row) =>
        IsTrue(predicate, row) ? "TRUE"
        : IsTrue(Not.Of(predicate), row) ? "FALSE"
        : "UNKNOWN";

    /// <summary>
    /// What a coding makes of a row, in words; of one that shows something about the exclusions, whether it is kept.
    /// </summary>
    public string Outcome(Coding coding, Row row, Site shown)
    {
        var result = Evaluator.Evaluate(coding, row);
        return !result.IsKept ? "not kept"
            : shown.Path.Arm is null ? "kept"
            : $"kept, outcome {MessageText.OneLine(result.ShownOutcome)}";
    }

    /// <summary>The part of a row that something about a site depends on.</summary>
    public static Row Shown(Row row, Site site)
    {
        var read = site.Path.Arm is null ? site.Root.Predicate.Columns.ToHashSet() : null;
        var columns = row.Columns.Where(column => read?.Contains(column) ?? true).ToValueList();
        return new Row(columns, columns.Select(column => row[column]).ToValueList());
    }
}
