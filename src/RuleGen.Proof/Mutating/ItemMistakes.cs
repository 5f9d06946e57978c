using RuleGen.Model;

namespace RuleGen.Proof.Mutating;

/// <summary>Mistakes in what is asked of an item of a list: the same as in a row's conditions.</summary>
internal static class ItemMistakes
{
    /// <summary>What an operator makes of the condition on an item; none where a predicate asks for no item.</summary>
    /// <param name="mistakes">The operator.</param>
    /// <param name="predicate">Any predicate.</param>
    public static IEnumerable<Edit<Predicate>> Of(IMutationOperator mistakes, Predicate predicate) =>
        predicate is Any { Condition: { } condition } any
            ? mistakes
                .Apply(new Coding([], otherwise: null, condition))
                .SelectMany(mutant =>
                    Edit<Predicate>.Try(() => any.WithCondition(Condition(mutant.Coding)), mutant.Mistake)
                )
            : [];

    /// <summary>The condition of a coding that has nothing else; null where all of it was forgotten.</summary>
    private static Predicate? Condition(Coding coding) =>
        coding.Exclusions == ConstantComparison.AlwaysTrue ? null : coding.Exclusions;
}
