using RuleGen.Engine;
using RuleGen.Model;
using RuleGen.TSql;

namespace RuleGen.Tests.Property;

/// <summary>What the model says of UNKNOWN without a row holds on every row.</summary>
public sealed class UnknownTests
{
    [Test]
    public void A_condition_that_cannot_be_unknown_never_is() =>
        PropertyRun.Check(
            PropertyRun.Sets / PropertyRun.RowsOfCoding / 2,
            asked =>
            {
                var evaluator = new CodingEvaluator();
                foreach (var predicate in asked.Coding.Predicates.SelectMany(root => root.SelfAndDescendants()))
                {
                    if (!predicate.MayBeUnknown && Truths(evaluator, predicate, asked).Contains(Truth.Unknown))
                    {
                        throw new DisagreementException(
                            $"UNKNOWN, against the model's promise: {FragmentWriter.WritePredicate(predicate)}"
                        );
                    }
                }
            }
        );

    /// <summary>The truths of a predicate on the rows that can be evaluated.</summary>
    internal static IEnumerable<Truth> Truths(CodingEvaluator evaluator, Predicate predicate, CodingCase asked)
    {
        var requirements = CharacterRequirement.Of([predicate]);
        return asked
            .Rows.Where(row => requirements.All(each => Engines.IsMet(each, row)))
            .Select(row => evaluator.Evaluate(predicate, row))
            .OfType<Truth>();
    }
}
