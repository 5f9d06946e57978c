using RuleGen.Languages;
using RuleGen.Model;

namespace RuleGen.Proof.Differences;

/// <summary>Finds short predicates for sets of values.</summary>
internal sealed class Describer(RowQuestions questions, Vocabulary vocabulary)
{
    /// <summary>What is longer is not read; the caller says less.</summary>
    private const int MostLiterals = 40;

    /// <summary>So many intervals are said as they are, although what is allowed beside them may be shorter to say.</summary>
    private const int MostIntervals = 2;

    private readonly RowSpace _space = questions.Space;

    /// <summary>
    /// A predicate that is TRUE for every value that is needed, and for no value but those allowed; null where it would
    /// be too long.
    /// </summary>
    public Description? Describe(Dimension dimension, Formula needed, Formula allowed)
    {
        var literals = Judge(vocabulary.Of(dimension), 0);
        if (
            Single(literals) is { Literal.IsNegative: false } clause
            && questions.Implies(clause.Literal.Formula, needed)
        )
        {
            return new Description(clause.Literal.Predicate, clause.Literal.Formula);
        }

        var intervals = vocabulary.Intervals(dimension, needed, allowed, questions).ToList();
        if (intervals.Count is > 0 and <= MostIntervals && Covers(intervals, needed))
        {
            return Write([.. Judge(intervals, 0).Select(interval => new[] { interval })]);
        }

        literals = [.. Judge(intervals, literals.Count), .. literals];
        if (Single(literals) is { } single)
        {
            return new Description(single.Literal.Predicate, single.Literal.Formula);
        }

        var all = Conjunction([.. literals.Where(literal => literal.IsNeeded)], allowed);
        var any = Terms(literals, needed, allowed);
        return all is not null && (any is null || all.Count <= any.Sum(term => term.Count)) ? Write([all])
            : any is not null ? Write(any)
            : null;

        List<Candidate> Judge(IEnumerable<Literal> candidates, int first) =>
            [
                .. candidates.Select(
                    (literal, place) =>
                        new Candidate(
                            literal,
                            first + place,
                            questions.Implies(needed, literal.Formula),
                            questions.Implies(literal.Formula, allowed)
                        )
                ),
            ];
    }

    private bool Covers(IEnumerable<Literal> literals, Formula needed) =>
        questions.Implies(needed, _space.Any(literals.Select(literal => literal.Formula)));

    private static Candidate? Single(IEnumerable<Candidate> literals) =>
        literals.Where(literal => literal.IsNeeded && literal.IsAllowed).MinBy(literal => literal.Literal.Cost);

    /// <summary>
    /// Literals that together hold for allowed values only; null where there are none, or too many are needed.
    /// </summary>
    private List<Candidate>? Conjunction(IReadOnlyList<Candidate> literals, Formula allowed)
    {
        var chosen = new List<Candidate>();
        var values = _space.Constant(true);
        while (questions.Find(values, _space.Not(allowed)) is { } region)
        {
            var row = region.Pick(_ => []);
            var next = literals
                .Where(literal => !literal.Literal.Formula.Holds(row))
                .MinBy(literal => (!literal.IsNeeded, literal.Literal.Cost));
            if (next is null || chosen.Count == MostLiterals)
            {
                return null;
            }

            chosen.Add(next);
            values = _space.All([values, next.Literal.Formula]);
        }

        foreach (var literal in chosen.OrderByDescending(literal => literal.Literal.Cost).ToList())
        {
            var others = chosen.Where(other => other != literal).ToList();
            if (questions.Implies(All(others), allowed))
            {
                chosen = others;
            }
        }

        return [.. chosen.OrderBy(literal => literal.Place)];
    }

    /// <summary>Conjunctions that hold for allowed values only, and one or another for each that is needed.</summary>
    private List<List<Candidate>>? Terms(IReadOnlyList<Candidate> literals, Formula needed, Formula allowed)
    {
        var terms = new List<List<Candidate>>();
        var rest = needed;
        while (questions.Find(rest) is { } region)
        {
            var row = region.Pick(_ => []);
            var holding = literals.Where(literal => literal.Literal.Formula.Holds(row)).ToList();
            var single = holding.Where(literal => literal.IsAllowed).MinBy(literal => literal.Literal.Cost);
            var term = single is null ? Conjunction(holding, allowed) : [single];
            if (term is null || terms.Sum(known => known.Count) + term.Count > MostLiterals)
            {
                return null;
            }

            terms.Add(term);
            rest = _space.All([rest, _space.Not(All(term))]);
        }

        for (var i = 0; i < terms.Count; )
        {
            var others = terms.Where((_, place) => place != i).Select(All);
            if (questions.Implies(needed, _space.Any(others)))
            {
                terms.RemoveAt(i);
            }
            else
            {
                i++;
            }
        }

        return [.. terms.OrderBy(term => term[0].Literal.Predicate is NullTest).ThenBy(term => term[0].Place)];
    }

    /// <summary>The terms joined by OR; what every one of them says is said once.</summary>
    private Description Write(IReadOnlyList<IReadOnlyList<Candidate>> terms)
    {
        var common =
            terms.Count == 1 ? [] : terms[0].Where(literal => terms.All(term => term.Contains(literal))).ToList();
        var alternatives = JoinEqual([.. terms.Select(term => And([.. term.Except(common)]))]);
        var any = alternatives is [var single] ? single : Or.Of(alternatives);
        return new Description(
            common.Count == 0
                ? any
                : RuleGen.Model.And.Of([any.Grouped(), .. common.Select(literal => literal.Literal.Predicate)]),
            _space.Any(terms.Select(All))
        );
    }

    private static Predicate And(ValueList<Candidate> term) =>
        term is [var only]
            ? only.Literal.Predicate
            : RuleGen.Model.And.Of(term.Select(literal => literal.Literal.Predicate).ToValueList());

    private Formula All(IEnumerable<Candidate> literals) =>
        _space.All(literals.Select(literal => literal.Literal.Formula));

    /// <summary><c>x IN (a, b)</c> for <c>x = a</c> and <c>x = b</c>.</summary>
    private static ValueList<Predicate> JoinEqual(List<Predicate> terms)
    {
        var joined = new List<Predicate>();
        foreach (var term in terms)
        {
            var items = Items(term);
            var place = items is null
                ? -1
                : joined.FindIndex(known =>
                    Items(known) is not null && Literal.OperandOf(known) == Literal.OperandOf(term)
                );
            if (place < 0)
            {
                joined.Add(term);
            }
            else
            {
                joined[place] = In.Of(Literal.OperandOf(term), [.. Items(joined[place])!, .. items!]);
            }
        }

        return joined.ToValueList();
    }

    private static ValueList<Scalar>? Items(Predicate predicate) =>
        predicate switch
        {
            Comparison { OperandOperator: ComparisonOperator.Equal } comparison => [comparison.Literal],
            In { IsNegated: false } membership => membership.Items,
            _ => null,
        };

    private sealed record Candidate(Literal Literal, int Place, bool IsNeeded, bool IsAllowed);
}

/// <summary>A predicate for a set of values.</summary>
/// <param name="Predicate">The predicate.</param>
/// <param name="Formula">When it is TRUE.</param>
internal sealed record Description(Predicate Predicate, Formula Formula);
