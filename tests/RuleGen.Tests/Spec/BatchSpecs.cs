using RuleGen.Engine;
using RuleGen.Model;

namespace RuleGen.Tests.Spec;

/// <summary>The evaluator of batches.</summary>
public sealed class BatchUnderTest : IEngineUnderTest
{
    public string Name => nameof(BatchEvaluator);

    public bool Supports(Coding coding, Source source, out string reason)
    {
        reason = "";
        return true;
    }

    public Result Evaluate(Coding coding, Source source, Row row)
    {
        var batch = new RowBatch(row.Columns);
        batch.Add(row.Columns.Select(column => row[column]).ToArray());
        var results = new RowResult[1];
        BatchEvaluator.Compile(coding).Evaluate(batch, results);
        Assert.That(results[0].NotEvaluated, Is.Null);
        return results[0].Result;
    }
}

public sealed class BatchLikeSpec : LikeSpec<BatchUnderTest>;

public sealed class BatchTrailingBlankSpec : TrailingBlankSpec<BatchUnderTest>;

public sealed class BatchCollationSpec : CollationSpec<BatchUnderTest>;

public sealed class BatchComparisonSpec : ComparisonSpec<BatchUnderTest>;

public sealed class BatchOrderedSpec : OrderedSpec<BatchUnderTest>;

public sealed class BatchFunctionSpec : FunctionSpec<BatchUnderTest>;

public sealed class BatchLogicSpec : LogicSpec<BatchUnderTest>;

public sealed class BatchListSpec : ListSpec<BatchUnderTest>;

public sealed class BatchCodingSpec : CodingSpec<BatchUnderTest>;
