using RuleGen.Engine;
using RuleGen.Model;

namespace RuleGen.Tests.Spec;

/// <summary>The reference evaluator.</summary>
public sealed class EvaluatorUnderTest : IEngineUnderTest
{
    private readonly CodingEvaluator _evaluator = new();

    public string Name => nameof(CodingEvaluator);

    public bool Supports(Coding coding, Source source, out string reason)
    {
        reason = "";
        return true;
    }

    public Result Evaluate(Coding coding, Source source, Row row) => _evaluator.FindResult(coding, row)!.Value;
}

public sealed class EvaluatorLikeSpec : LikeSpec<EvaluatorUnderTest>;

public sealed class EvaluatorTrailingBlankSpec : TrailingBlankSpec<EvaluatorUnderTest>;

public sealed class EvaluatorCollationSpec : CollationSpec<EvaluatorUnderTest>;

public sealed class EvaluatorComparisonSpec : ComparisonSpec<EvaluatorUnderTest>;

public sealed class EvaluatorOrderedSpec : OrderedSpec<EvaluatorUnderTest>;

public sealed class EvaluatorFunctionSpec : FunctionSpec<EvaluatorUnderTest>;

public sealed class EvaluatorLogicSpec : LogicSpec<EvaluatorUnderTest>;

public sealed class EvaluatorListSpec : ListSpec<EvaluatorUnderTest>;

public sealed class EvaluatorCodingSpec : CodingSpec<EvaluatorUnderTest>;
