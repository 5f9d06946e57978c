using RuleGen.Engine.Evaluation;
using RuleGen.Model;

namespace RuleGen.Engine;

/// <summary>Makes evaluators of batches.</summary>
public static class BatchEvaluator
{
    /// <summary>An evaluator of one coding.</summary>
    public static IBatchEvaluator Compile(Coding coding) => new RowByRowEvaluator(coding);
}
