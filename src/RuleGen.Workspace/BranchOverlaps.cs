using RuleGen.Engine;
using RuleGen.Model;
using RuleGen.Proof;
using RuleGen.TSql.Read;

namespace RuleGen.Workspaces;

/// <summary>Proves that no row is in two queries of a UNION, or finds one that is.</summary>
internal static class BranchOverlaps
{
    private static readonly Coding NothingKept = new(
        [],
        otherwise: null,
        ConstantComparison.Of(IntegerLiteral.Of(1), ComparisonOperator.Equal, IntegerLiteral.Of(0))
    );

    /// <summary>The first two conditions that one row meets, or of which it is not known; null where there are none.</summary>
    /// <param name="conditions">The condition of each query's rows.</param>
    public static BranchOverlap? Find(ValueList<Predicate> conditions)
    {
        var prover = new EquivalenceProver(new CodingEvaluator());
        for (var second = 1; second < conditions.Count; second++)
        {
            for (var first = 0; first < second; first++)
            {
                var both = And.Of([conditions[first].Grouped(), conditions[second].Grouped()]);
                switch (prover.Decide(new Coding([], otherwise: null, both), NothingKept))
                {
                    case Different different:
                        return new BranchOverlap(first, second, different.Row, Why: null);
                    case Undecided undecided:
                        return new BranchOverlap(first, second, Row: null, ReasonCode.Of(undecided.Reason));
                }
            }
        }

        return null;
    }
}
