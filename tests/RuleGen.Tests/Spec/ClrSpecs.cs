using RuleGen.Clr;
using RuleGen.Model;
using RuleGen.Tests.Unit.Clr;

namespace RuleGen.Tests.Spec;

/// <summary>The SQLCLR function, compiled for .NET Framework and run in this process.</summary>
public sealed class ClrUnderTest : IEngineUnderTest
{
    private static readonly Lazy<ClrBatch> Batch = new(() =>
        new ClrBatch(
            AllSpecCases
                .Codings.Where(each => ClrGenerator.WhyNone(each.Coding) is null)
                .Select(each => (each.Coding, each.Source))
        )
    );

    public string Name => nameof(ClrFunction);

    public bool Supports(Coding coding, Source source, out string reason)
    {
        var problem = ClrGenerator.WhyNone(coding);
        reason = problem?.Message ?? "";
        return problem is null;
    }

    public Result Evaluate(Coding coding, Source source, Row row)
    {
        var result = Batch.Value.Evaluate(coding, source, row);
        Assert.That(result.NotEvaluated, Is.Null);
        return result.Result;
    }
}

public sealed class ClrLikeSpec : LikeSpec<ClrUnderTest>;

public sealed class ClrTrailingBlankSpec : TrailingBlankSpec<ClrUnderTest>;

public sealed class ClrCollationSpec : CollationSpec<ClrUnderTest>;

public sealed class ClrComparisonSpec : ComparisonSpec<ClrUnderTest>;

public sealed class ClrOrderedSpec : OrderedSpec<ClrUnderTest>;

public sealed class ClrFunctionSpec : FunctionSpec<ClrUnderTest>;

public sealed class ClrLogicSpec : LogicSpec<ClrUnderTest>;

public sealed class ClrListSpec : ListSpec<ClrUnderTest>;

public sealed class ClrCodingSpec : CodingSpec<ClrUnderTest>;
