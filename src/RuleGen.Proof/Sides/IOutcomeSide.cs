using RuleGen.Languages;
using RuleGen.Model;

namespace RuleGen.Proof;

/// <summary>One side of a question of equivalence: what gives a row its result.</summary>
internal interface IOutcomeSide
{
    /// <summary>The conditions on which the results rest.</summary>
    IEnumerable<Predicate> Predicates { get; }

    /// <summary>The type of the labels; null where all are NULL.</summary>
    LabelType? ResultType { get; }

    /// <summary>The same under each reading of its LIKEs (rule 1.41); itself alone where no LIKE has two.</summary>
    IReadOnlyList<IOutcomeSide> FindReadings();

    /// <summary>The results as formulas.</summary>
    OutcomeFormulas In(RowSpace space);

    /// <summary>The result of a row, where LIKE looks past none of its characters.</summary>
    Result Evaluate(ICodingEvaluator evaluator, Row row);

    /// <summary>The result of a row; null where the readings of a LIKE give it different ones.</summary>
    Result? FindResult(ICodingEvaluator evaluator, Row row);
}
