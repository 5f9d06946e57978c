using RuleGen.Model;

namespace RuleGen.Languages;

/// <summary>Says when a predicate is TRUE and when it is FALSE.</summary>
internal sealed class PredicateFacts(RowSpace space) : IPredicateVisitor<TruthFormulas>
{
    public TruthFormulas Visit(Like like) =>
        Texts(
            like.Operand,
            new TextQuestion(
                (alphabet, limits) => LikeAutomaton.Create(alphabet, like, limits),
                (alphabet, _) => LikeAutomaton.CreateGeneral(alphabet, like)
            ),
            like.IsNegated
        );

    public TruthFormulas Visit(Comparison comparison) =>
        Compared(comparison.Operand, comparison.OperandOperator, comparison.Literal);

    public TruthFormulas Visit(ColumnComparison comparison)
    {
        var areThere = space.All([space.Not(space.IsNull(comparison.Left)), space.Not(space.IsNull(comparison.Right))]);
        if (space.FindRelation(comparison) is not { } relation)
        {
            // A column compared with itself.
            var holds = comparison.Operator.Holds(0);
            return new(holds ? areThere : space.Constant(false), holds ? space.Constant(false) : areThere);
        }

        var isSo = space.Fact(space.Sets(relation.Column).Of(relation.WhenTrue(comparison)));
        return new(space.All([isSo, areThere]), space.All([space.Not(isSo), areThere]));
    }

    public TruthFormulas Visit(Between between)
    {
        var inside = And([
            Compared(between.Operand, ComparisonOperator.GreaterThanOrEqual, between.Low),
            Compared(between.Operand, ComparisonOperator.LessThanOrEqual, between.High),
        ]);
        return between.IsNegated ? Swap(inside) : inside;
    }

    public TruthFormulas Visit(In membership)
    {
        if (membership.Items.All(item => item is StringLiteral))
        {
            var texts = membership.Items.Cast<StringLiteral>().ToList();
            return Texts(
                membership.Operand,
                TextQuestion.Of(alphabet =>
                    AutomatonOperations.Union([.. texts.Select(text => EqualTo(alphabet, membership.Operand, text))])
                ),
                membership.IsNegated
            );
        }

        var found = Or(
            membership.Items.Select(item => Compared(membership.Operand, ComparisonOperator.Equal, item)).ToList()
        );
        return membership.IsNegated ? Swap(found) : found;
    }

    public TruthFormulas Visit(NullTest test)
    {
        var isNull = new TruthFormulas(space.IsNull(test.Operand), space.Not(space.IsNull(test.Operand)));
        return test.IsNegated ? Swap(isNull) : isNull;
    }

    public TruthFormulas Visit(Any any)
    {
        var there = space.List(any.List).WithItem(any.Condition);
        return new(there, space.Not(there));
    }

    public TruthFormulas Visit(ConstantComparison constant) =>
        new(space.Constant(constant.Value), space.Constant(!constant.Value));

    public TruthFormulas Visit(And and) => And(and.Children.Select(space.TranslatePart).ToList());

    public TruthFormulas Visit(Or or) => Or(or.Children.Select(space.TranslatePart).ToList());

    public TruthFormulas Visit(Not not) => Swap(space.TranslatePart(not.Operand));

    private static TruthFormulas Swap(TruthFormulas truth) => new(truth.IsFalse, truth.IsTrue);

    private TruthFormulas And(List<TruthFormulas> parts) =>
        new(space.All(parts.Select(part => part.IsTrue)), space.Any(parts.Select(part => part.IsFalse)));

    private TruthFormulas Or(List<TruthFormulas> parts) =>
        new(space.Any(parts.Select(part => part.IsTrue)), space.All(parts.Select(part => part.IsFalse)));

    private TruthFormulas Compared(Scalar operand, ComparisonOperator comparison, Scalar literal)
    {
        if (literal is not StringLiteral text)
        {
            var holds = IntegerSet.Compared(comparison, Units(literal));
            return new(
                operand.Accept(new ScalarFacts(space, null, holds)),
                operand.Accept(new ScalarFacts(space, null, holds.Complement()))
            );
        }

        var rules = Comparing.Rules(operand, text);
        return Texts(
            operand,
            TextQuestion.Of(alphabet => ComparisonAutomaton.Create(alphabet, text.Value, comparison, rules)),
            isNegated: false
        );
    }

    /// <summary>The place of a number, a date or a decimal among the values of its type.</summary>
    private static long Units(Scalar literal) =>
        literal is TypedLiteral typed ? typed.Units : ((IntegerLiteral)literal).Value;

    private static Automaton EqualTo(Alphabet alphabet, Scalar operand, StringLiteral text) =>
        ComparisonAutomaton.Create(alphabet, text.Value, ComparisonOperator.Equal, Comparing.Rules(operand, text));

    private TruthFormulas Texts(Scalar operand, TextQuestion texts, bool isNegated)
    {
        var isTrue = operand.Accept(new ScalarFacts(space, texts, null));
        var isFalse = ReadsOneColumn(operand)
            ? space.All([space.Not(isTrue), space.Not(space.IsNull(operand))])
            : operand.Accept(new ScalarFacts(space, texts, null, isNegated: true));
        return isNegated ? new(isFalse, isTrue) : new(isTrue, isFalse);
    }

    /// <summary>Whether it is a column within functions that have no other argument but literals.</summary>
    private static bool ReadsOneColumn(Scalar operand) =>
        operand switch
        {
            ColumnReference => true,
            ReplaceFunction replace => ReadsOneColumn(replace.Operand),
            ConcatFunction concat => ReadsOneColumn(concat.Operand),
            _ => operand.Operands is [var inner] && ReadsOneColumn(inner),
        };
}
