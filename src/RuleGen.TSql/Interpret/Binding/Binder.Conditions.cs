using RuleGen.Model;
using RuleGen.TSql.Interpret.Collating;
using RuleGen.TSql.Interpret.Running;
using Dom = Microsoft.SqlServer.TransactSql.ScriptDom;

namespace RuleGen.TSql.Interpret.Binding;

/// <content>Conditions.</content>
internal sealed partial class Binder
{
    public Condition Bind(Dom.BooleanExpression condition) =>
        condition switch
        {
            Dom.BooleanParenthesisExpression parenthesis => Bind(parenthesis.Expression),
            Dom.BooleanNotExpression not => new NotCondition(Bind(not.Expression)),
            Dom.BooleanBinaryExpression binary => BindBinary(binary),
            Dom.BooleanComparisonExpression comparison => BindComparison(comparison),
            Dom.BooleanTernaryExpression between => BindBetween(between),
            Dom.BooleanIsNullExpression test => Negate(new NullCondition(BindUsable(test.Expression)), test.IsNot),
            Dom.InPredicate { Subquery: { } subquery } membership => BindIn(membership, subquery),
            Dom.InPredicate membership => BindIn(membership),
            Dom.ExistsPredicate exists => BindExists(exists.Subquery),
            Dom.LikePredicate like => BindLike(like),
            _ => throw Refusal.UnsupportedNode(condition),
        };

    private static Condition Negate(Condition condition, bool isNegated) =>
        isNegated ? new NotCondition(condition) : condition;

    /// <summary>A chain of one connective; long chains lean to the left, and are walked without recursion.</summary>
    private Condition BindBinary(Dom.BooleanBinaryExpression binary)
    {
        var operands = new List<Condition>();
        Dom.BooleanExpression rest = binary;
        while (rest is Dom.BooleanBinaryExpression chain && chain.BinaryExpressionType == binary.BinaryExpressionType)
        {
            operands.Add(Bind(chain.SecondExpression));
            rest = chain.FirstExpression;
        }

        operands.Add(Bind(rest));
        operands.Reverse();
        return binary.BinaryExpressionType == Dom.BooleanBinaryExpressionType.And
            ? new AndCondition(operands)
            : new OrCondition(operands);
    }

    private ComparisonCondition BindComparison(Dom.BooleanComparisonExpression comparison)
    {
        Func<int, bool> holds = comparison.ComparisonType switch
        {
            Dom.BooleanComparisonType.Equals => order => order == 0,
            Dom.BooleanComparisonType.NotEqualToBrackets or Dom.BooleanComparisonType.NotEqualToExclamation => order =>
                order != 0,
            Dom.BooleanComparisonType.LessThan => order => order < 0,
            Dom.BooleanComparisonType.LessThanOrEqualTo or Dom.BooleanComparisonType.NotGreaterThan => order =>
                order <= 0,
            Dom.BooleanComparisonType.GreaterThan => order => order > 0,
            Dom.BooleanComparisonType.GreaterThanOrEqualTo or Dom.BooleanComparisonType.NotLessThan => order =>
                order >= 0,
            _ => throw Refusal.Unsupported(comparison, $"'{comparison.ComparisonType}'"),
        };
        // = and <> need no order: they treat greater and less alike.
        var role = holds(-1) == holds(1) ? CharacterRole.Equality : CharacterRole.Order;
        return Compare(
            BindUsable(comparison.FirstExpression),
            BindUsable(comparison.SecondExpression),
            role,
            holds,
            comparison
        );
    }

    /// <summary><c>x &gt;= low AND x &lt;= high</c> (rule 5.7).</summary>
    private Condition BindBetween(Dom.BooleanTernaryExpression between)
    {
        var operand = BindUsable(between.FirstExpression);
        var low = BindBound(between.SecondExpression);
        var high = BindBound(between.ThirdExpression);
        return Negate(
            new AndCondition([
                Compare(operand, low, CharacterRole.Order, order => order >= 0, between),
                Compare(operand, high, CharacterRole.Order, order => order <= 0, between),
            ]),
            between.TernaryExpressionType == Dom.BooleanTernaryExpressionType.NotBetween
        );
    }

    /// <summary>An end of BETWEEN: a literal, because what a NULL does there is not published (rule 5.8).</summary>
    private Expression BindBound(Dom.ScalarExpression bound)
    {
        var expression = BindUsable(bound);
        return FindConstant(expression) is { IsNull: false }
            ? expression
            : throw Refusal.Unsupported(bound, "An end of BETWEEN that may be NULL");
    }

    /// <summary><c>x = a OR x = b OR …</c> (rule 5.10).</summary>
    private Condition BindIn(Dom.InPredicate membership)
    {
        var operand = BindUsable(membership.Expression);
        var equalities = membership.Values.Select(value =>
            Compare(operand, BindUsable(value), CharacterRole.Equality, order => order == 0, value)
        );
        return Negate(new OrCondition(equalities.ToList()), membership.NotDefined);
    }

    private ComparisonCondition Compare(
        Expression left,
        Expression right,
        CharacterRole role,
        Func<int, bool> holds,
        Dom.TSqlFragment place
    )
    {
        (left, right) = (Beside(left, right.Type, place), Beside(right, left.Type, place));
        switch (left.Type, right.Type)
        {
            case (MomentType or ScaledType, _) when left.Type == right.Type || right.Type is NullType:
            case (NullType, MomentType or ScaledType):
                return new ComparisonCondition(left, right, null, holds);
            case (TextType, TextType):
                return new ComparisonCondition(left, right, Meet(left, right, role, place), holds);
            case (NumberType or NullType, NumberType or NullType):
                return new ComparisonCondition(left, right, null, holds);
            case (TextType, NullType) or (NullType, TextType):
                return new ComparisonCondition(left, right, null, holds);
            default:
                throw Refusal.Create(
                    ErrorCodes.IllTyped,
                    place,
                    $"{Quote(left)} meets {Quote(right)}; SQL Server would convert the text, and can fail (rule 2.8)",
                    "Compare text with text, and numbers with numbers"
                );
        }
    }
}
