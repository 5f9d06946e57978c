using RuleGen.Languages;

namespace RuleGen.Proof.Differences;

/// <summary>Asks whether there are rows, a limited number of times.</summary>
/// <param name="space">The rows.</param>
/// <param name="most">How many questions may be asked.</param>
internal sealed class RowQuestions(RowSpace space, int most)
{
    private readonly RegionSearch _search = new(space);
    private int _asked;

    /// <summary>The rows.</summary>
    public RowSpace Space => space;

    /// <summary>A region all of whose rows satisfy every formula; null where no row does.</summary>
    /// <exception cref="TooManyQuestionsException">So many questions were asked before.</exception>
    /// <exception cref="LimitReachedException">An automaton would be too large.</exception>
    public Region? Find(params IEnumerable<Formula> formulas)
    {
        // Joined first: facts about one column become one, and what contradicts itself is seen at once.
        var formula = space.All(formulas);
        if (formula is ConstantFormula { Value: false })
        {
            return null;
        }

        return ++_asked <= most ? _search.Find([formula]) : throw new TooManyQuestionsException();
    }

    /// <summary>How many questions were asked that needed a search.</summary>
    public int Asked => _asked;

    /// <summary>Whether some row satisfies every formula.</summary>
    public bool Exist(params IEnumerable<Formula> formulas) =>
        space.All(formulas) switch
        {
            ConstantFormula constant => constant.Value,
            Fact => true,
            var formula => Find(formula) is not null,
        };

    /// <summary>Whether every row that satisfies one formula satisfies the other.</summary>
    public bool Implies(Formula formula, Formula other) =>
        formula is Fact { Set: var set } && other is Fact { Set: var superset } && set.Column == superset.Column
            ? space.Sets(set.Column).IsSubset(set, superset)
            : !Exist(formula, space.Not(other));
}

/// <summary>More was asked than the answer is worth; the caller says less.</summary>
internal sealed class TooManyQuestionsException() : Exception("Too many questions were asked.");
