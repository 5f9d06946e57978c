using RuleGen.Engine.Columnar;
using RuleGen.Model;

namespace RuleGen.Engine;

/// <summary>Makes evaluators of batches. What they find is what <see cref="CodingEvaluator"/> finds row by row.</summary>
public static class BatchEvaluator
{
    /// <summary>An evaluator of one coding.</summary>
    public static IBatchEvaluator Compile(Coding coding) => new ColumnarEvaluator(coding);

    /// <summary>An evaluator of many codings, which costs little more than that of one.</summary>
    public static CatalogueEvaluator Compile(ValueList<Coding> codings) => new(codings);
}
