using System.Runtime.CompilerServices;
using RuleGen.Engine.Evaluation;
using RuleGen.Model;

namespace RuleGen.Engine;

/// <summary>
/// Evaluates codings over rows the way the semantics page reads: the reference that faster engines are checked
/// against. Keeps nothing between rows, and may be used from several threads.
/// </summary>
public sealed class CodingEvaluator : ICodingEvaluator
{
    private readonly ConditionalWeakTable<Coding, ReadingEvaluation> _codings = [];
    private readonly ConditionalWeakTable<Predicate, PredicateReadings> _predicates = [];

    /// <summary>
    /// Kept where the exclusions are TRUE; the outcome is that of the first arm that is TRUE (rules 5.2, 5.3). LIKE looks
    /// past no character.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// The row lacks a column, or a value holds a character that the collation's profile does not model;
    /// <see cref="BatchEvaluator"/> reports such rows instead.
    /// </exception>
    public Result Evaluate(Coding coding, Row row) => Evaluation(coding).EvaluateOrdinary(row);

    /// <inheritdoc/>
    public Result? FindResult(Coding coding, Row row) =>
        EvaluateOrSay(coding, row) is { IsEvaluated: true } found ? found.Result : null;

    /// <summary>What a coding makes of a row, or why it has no result.</summary>
    /// <exception cref="ArgumentException">The row lacks a column.</exception>
    public RowResult EvaluateOrSay(Coding coding, Row row) => Evaluation(coding).Evaluate(row);

    /// <summary>
    /// The truth of one predicate (sections 1 to 5); null where it hangs on a character that the collation's profile does
    /// not model, or that LIKE may look past.
    /// </summary>
    /// <exception cref="ArgumentException">The row lacks a column.</exception>
    public Truth? Evaluate(Predicate predicate, Row row) =>
        _predicates.GetValue(predicate, static key => new PredicateReadings(key)).Evaluate(row);

    private ReadingEvaluation Evaluation(Coding coding) =>
        _codings.GetValue(coding, static key => new ReadingEvaluation(key));
}
