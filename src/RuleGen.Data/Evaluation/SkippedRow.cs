using RuleGen.Engine;
using RuleGen.Model;

namespace RuleGen.Data.Evaluation;

/// <summary>A row that a run could not use.</summary>
/// <param name="File">What messages call the file.</param>
/// <param name="Line">The line on which the row starts, from 1.</param>
/// <param name="Key">Its key: the source's key columns.</param>
/// <param name="Reason">Why it could not be evaluated; null where it breaks an assumption instead.</param>
/// <param name="Codings">How many codings could not evaluate it.</param>
public sealed record SkippedRow(string File, int Line, Row Key, NotEvaluated? Reason, int Codings = 1);
