using RuleGen.Languages;
using RuleGen.Model;

namespace RuleGen.Proof.Differences;

/// <summary>The words for conditions on a dimension: the clauses about it, their negations, and tests for NULL.</summary>
/// <remarks>
/// With them a row's truth of every clause can be told from any other row's, so each set of rows that the clauses make
/// can be described.
/// </remarks>
internal sealed class Vocabulary
{
    private readonly RowSpace _space;
    private readonly List<Predicate> _clauses;
    private readonly HashSet<Predicate> _derived;
    private readonly Dictionary<Dimension, IReadOnlyList<Literal>> _literals = [];

    /// <param name="space">The rows.</param>
    /// <param name="predicates">The conditions whose clauses are used.</param>
    /// <param name="derived">More clauses, used only where those do not do.</param>
    public Vocabulary(RowSpace space, IEnumerable<Predicate> predicates, IEnumerable<Predicate> derived)
    {
        _space = space;
        _clauses =
        [
            .. predicates
                .SelectMany(root => root.SelfAndDescendants())
                .Where(predicate => predicate.Children.Count == 0 && predicate.Columns.Any())
                .Distinct(),
        ];
        _derived = [.. derived.Where(predicate => !_clauses.Contains(predicate))];
    }

    /// <summary>The literals about a dimension, the clauses in the order of the codings first.</summary>
    public IReadOnlyList<Literal> Of(Dimension dimension)
    {
        if (!_literals.TryGetValue(dimension, out var literals))
        {
            _literals.Add(dimension, literals = Collect(dimension));
        }

        return literals;
    }

    /// <summary>
    /// Intervals of numbers within a set of values, as wide as they can be; each holds some that are needed.
    /// </summary>
    public IEnumerable<Literal> Intervals(Dimension dimension, Formula needed, Formula allowed, RowQuestions questions)
    {
        foreach (var operand in Operands(dimension).Where(operand => operand.Type is OrderedType))
        {
            var type = (OrderedType)operand.Type;
            Interval? run = null;
            foreach (var interval in Intervals(dimension, needed, allowed, type).Append(default(Interval?)))
            {
                if (interval is { } next && IsUseful(next))
                {
                    run = run is { } open ? open with { Last = next.Last } : next;
                }
                else if (run is { } whole)
                {
                    var predicate = Within(operand, type, whole);
                    yield return Literal.Of(predicate, Translate(predicate));
                    run = null;
                }
            }

            bool IsUseful(Interval interval)
            {
                var inside = Translate(Within(operand, type, interval));
                return questions.Exist(needed, inside) && questions.Implies(inside, allowed);
            }
        }
    }

    private List<Literal> Collect(Dimension dimension)
    {
        var literals = new List<Literal>();
        foreach (var clause in _clauses.Concat(_derived).Where(dimension.Reads))
        {
            var truth = _space.Translate(clause);
            var isDerived = _derived.Contains(clause);
            literals.Add(Literal.Of(clause, truth.IsTrue, isDerived));
            literals.Add(Literal.Of(Literal.Negate(clause), truth.IsFalse, isDerived));
        }

        foreach (var operand in Operands(dimension))
        {
            foreach (var test in new[] { NullTest.Of(operand), NullTest.Of(operand, isNegated: true) })
            {
                literals.Add(Literal.Of(test, Translate(test)));
            }
        }

        return
        [
            .. literals
                .Where(literal => literal.Formula is not ConstantFormula)
                .GroupBy(literal => literal.Formula)
                .Select(alike => alike.MinBy(literal => literal.Cost)!),
        ];
    }

    private IEnumerable<Scalar> Operands(Dimension dimension) =>
        dimension.Columns is [{ Type: not ListType } only]
            ? [Written(only)]
            : _clauses.Where(dimension.Reads).SelectMany(Literal.OperandsOf).Distinct();

    /// <summary>The column as the first clause that reads it writes it.</summary>
    private ColumnReference Written(Column column) =>
        _clauses
            .SelectMany(clause => clause.Scalars)
            .SelectMany(References)
            .First(reference => reference.Column == column);

    private static IEnumerable<ColumnReference> References(Scalar scalar) =>
        scalar is ColumnReference reference ? [reference] : scalar.Operands.SelectMany(References);

    private Formula Translate(Predicate predicate) => _space.Translate(predicate).IsTrue;

    /// <summary>The intervals of a type's numbers in which no clause tells numbers apart, in ascending order.</summary>
    private IEnumerable<Interval?> Intervals(Dimension dimension, Formula needed, Formula allowed, OrderedType type)
    {
        var named = _clauses
            .Where(dimension.Reads)
            .SelectMany(clause => clause.Scalars)
            .SelectMany(Numbers)
            .Select(number => new Interval(number, number));
        var own = new[] { needed, allowed }.OfType<Fact>().SelectMany(fact => fact.Set.Integers?.Intervals ?? []);
        List<long> starts =
        [
            .. named
                .Concat(own)
                .SelectMany(interval => new[] { (decimal)interval.First, (decimal)interval.Last + 1 })
                .Where(start => start > type.Minimum && start <= type.Maximum)
                .Select(start => (long)start)
                .Append(type.Minimum)
                .Distinct()
                .Order(),
        ];
        return starts
            .Zip(starts.Skip(1).Select(start => start - 1).Append(type.Maximum))
            .Select(ends => (Interval?)new Interval(ends.First, ends.Second));
    }

    private static IEnumerable<long> Numbers(Scalar scalar) =>
        scalar switch
        {
            IntegerLiteral literal => [literal.Value],
            TypedLiteral literal => [literal.Units],
            _ => scalar.Operands.SelectMany(Numbers),
        };

    private static Predicate Within(Scalar operand, OrderedType type, Interval interval)
    {
        var (low, high) = (type.Literal(interval.First), type.Literal(interval.Last));
        var (isOpenBelow, isOpenAbove) = (interval.First == type.Minimum, interval.Last == type.Maximum);
        return interval.First == interval.Last ? Comparison.Of(operand, ComparisonOperator.Equal, low)
            : isOpenBelow && isOpenAbove ? NullTest.Of(operand, isNegated: true)
            : isOpenBelow ? Comparison.Of(operand, ComparisonOperator.LessThanOrEqual, high)
            : isOpenAbove ? Comparison.Of(operand, ComparisonOperator.GreaterThanOrEqual, low)
            : Between.Of(operand, low, high);
    }
}
