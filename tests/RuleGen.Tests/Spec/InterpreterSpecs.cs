using RuleGen.Model;
using RuleGen.TSql;
using RuleGen.TSql.Interpret;

namespace RuleGen.Tests.Spec;

/// <summary>The interpreter of T-SQL, which runs the fragments that are written of a coding.</summary>
public sealed class InterpreterUnderTest : IEngineUnderTest
{
    public string Name => nameof(FragmentInterpreter);

    public bool Supports(Coding coding, Source source, out string reason)
    {
        reason = "";
        return true;
    }

    public Result Evaluate(Coding coding, Source source, Row row)
    {
        ArgumentNullException.ThrowIfNull(coding);
        var interpreter = FragmentInterpreter.Load(
            coding.Arms.Count == 0 ? null : FragmentWriter.WriteCase(coding),
            coding.Exclusions is null ? null : FragmentWriter.WriteWhere(coding),
            source
        );
        var result = interpreter.Evaluate(row);
        Assert.That(result.NotEvaluated, Is.Null);
        return result.Result;
    }
}

public sealed class InterpreterLikeSpec : LikeSpec<InterpreterUnderTest>;

public sealed class InterpreterTrailingBlankSpec : TrailingBlankSpec<InterpreterUnderTest>;

public sealed class InterpreterCollationSpec : CollationSpec<InterpreterUnderTest>;

public sealed class InterpreterComparisonSpec : ComparisonSpec<InterpreterUnderTest>;

public sealed class InterpreterOrderedSpec : OrderedSpec<InterpreterUnderTest>;

public sealed class InterpreterFunctionSpec : FunctionSpec<InterpreterUnderTest>;

public sealed class InterpreterLogicSpec : LogicSpec<InterpreterUnderTest>;

public sealed class InterpreterListSpec : ListSpec<InterpreterUnderTest>;

public sealed class InterpreterCodingSpec : CodingSpec<InterpreterUnderTest>;
