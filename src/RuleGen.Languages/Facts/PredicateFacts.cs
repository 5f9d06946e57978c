using RuleGen.Model;

namespace RuleGen.Languages;

/// <summary>Says when a predicate is TRUE, or when it is FALSE.</summary>
/// <param name="space">Makes the formulas.</param>
/// <param name="wanted">Whether it is asked when the predicate is TRUE.</param>
internal sealed class PredicateFacts(RowSpace space, bool wanted) : IPredicateVisitor<Formula>
{
    public Formula Visit(Like like) =>
        Texts(
            like.Operand,
            new TextQuestion(
                (alphabet, limits) => LikeAutomaton.Create(alphabet, like, limits),
                (alphabet, _) => LikeAutomaton.CreateGeneral(alphabet, like)
            ),
            wanted != like.IsNegated,
            like
        );

    public Formula Visit(Comparison comparison) =>
        Compared(comparison.Operand, comparison.OperandOperator, comparison.Literal, wanted, comparison);

    public Formula Visit(ColumnComparison comparison)
    {
        var areThere = space.All([space.Not(space.IsNull(comparison.Left)), space.Not(space.IsNull(comparison.Right))]);
        if (space.FindRelation(comparison) is not { } relation)
        {
            // A column compared with itself.
            return comparison.Operator.Holds(0) == wanted ? areThere : space.Constant(false);
        }

        var isSo = space.Fact(space.Sets(relation.Column).Of(relation.WhenTrue(comparison)));
        return space.All([wanted ? isSo : space.Not(isSo), areThere]);
    }

    public Formula Visit(Between between)
    {
        var isInside = wanted != between.IsNegated;
        return Join(
            isInside,
            [
                Compared(between.Operand, ComparisonOperator.GreaterThanOrEqual, between.Low, isInside),
                Compared(between.Operand, ComparisonOperator.LessThanOrEqual, between.High, isInside),
            ]
        );
    }

    public Formula Visit(In membership)
    {
        var isFound = wanted != membership.IsNegated;
        if (membership.Items.All(item => item is StringLiteral))
        {
            var texts = membership.Items.Cast<StringLiteral>().ToList();
            return Texts(
                membership.Operand,
                TextQuestion.Of(alphabet =>
                    AutomatonOperations.Union([.. texts.Select(text => EqualTo(alphabet, membership.Operand, text))])
                ),
                isFound,
                membership
            );
        }

        return Join(
            !isFound,
            membership.Items.Select(item => Compared(membership.Operand, ComparisonOperator.Equal, item, isFound))
        );
    }

    public Formula Visit(NullTest test)
    {
        var isNull = space.IsNull(test.Operand);
        return wanted != test.IsNegated ? isNull : space.Not(isNull);
    }

    public Formula Visit(Any any) =>
        wanted ? space.List(any.List).WithItem(any.Condition) : space.Not(space.TranslatePart(any, wanted: true));

    public Formula Visit(ConstantComparison constant) => space.Constant(constant.Value == wanted);

    public Formula Visit(And and) => Join(wanted, and.Children.Select(part => space.TranslatePart(part, wanted)));

    public Formula Visit(Or or) => Join(!wanted, or.Children.Select(part => space.TranslatePart(part, wanted)));

    public Formula Visit(Not not) => space.TranslatePart(not.Operand, !wanted);

    private Formula Join(bool isAll, IEnumerable<Formula> parts) => isAll ? space.All(parts) : space.Any(parts);

    /// <param name="operand">What is compared.</param>
    /// <param name="comparison">How.</param>
    /// <param name="literal">With what.</param>
    /// <param name="holds">Whether it is to hold.</param>
    /// <param name="whole">The predicate, where it asks no more than that.</param>
    private Formula Compared(
        Scalar operand,
        ComparisonOperator comparison,
        Scalar literal,
        bool holds,
        Predicate? whole = null
    )
    {
        if (literal is not StringLiteral text)
        {
            var numbers = IntegerSet.Compared(comparison, Units(literal));
            return operand.Accept(new ScalarFacts(space, null, holds ? numbers : numbers.Complement()));
        }

        var rules = Comparing.Rules(operand, text);
        return Texts(
            operand,
            TextQuestion.Of(alphabet => ComparisonAutomaton.Create(alphabet, text.Value, comparison, rules)),
            holds,
            whole
        );
    }

    /// <summary>The place of a number, a date or a decimal among the values of its type.</summary>
    private static long Units(Scalar literal) =>
        literal is TypedLiteral typed ? typed.Units : ((IntegerLiteral)literal).Value;

    private static Automaton EqualTo(Alphabet alphabet, Scalar operand, StringLiteral text) =>
        ComparisonAutomaton.Create(alphabet, text.Value, ComparisonOperator.Equal, Comparing.Rules(operand, text));

    /// <param name="operand">The text.</param>
    /// <param name="texts">Which texts are asked for.</param>
    /// <param name="areAsked">Whether it is to be one of those, not another.</param>
    /// <param name="whole">The predicate, where it asks no more than that: what is known of its opposite is not made again.</param>
    private Formula Texts(Scalar operand, TextQuestion texts, bool areAsked, Predicate? whole)
    {
        if (!areAsked && !ReadsOneColumn(operand))
        {
            return operand.Accept(new ScalarFacts(space, texts, null, isNegated: true));
        }

        if (!areAsked && whole is not null)
        {
            return Other(space.TranslatePart(whole, !wanted));
        }

        var isOne = operand.Accept(new ScalarFacts(space, texts, null));
        return areAsked ? isOne : Other(isOne);

        Formula Other(Formula one) => space.All([space.Not(one), space.Not(space.IsNull(operand))]);
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
