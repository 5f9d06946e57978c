using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace RuleGen.TSql.Read;

/// <summary><c>NULLIF(x, literal)</c> as the subject of a condition.</summary>
/// <param name="Operand">x.</param>
/// <param name="Literal">The literal that becomes NULL.</param>
/// <param name="IsFirst">Whether the condition has it first.</param>
internal sealed record NullIfCall(ScalarExpression Operand, ScalarExpression Literal, bool IsFirst)
{
    /// <summary>The call that a condition is about; null where it is about something else.</summary>
    public static NullIfCall? Find(BooleanExpression syntax) =>
        syntax switch
        {
            BooleanComparisonExpression comparison => Find(comparison.FirstExpression, isFirst: true)
                ?? Find(comparison.SecondExpression, isFirst: false),
            BooleanTernaryExpression between => Find(between.FirstExpression, isFirst: true),
            InPredicate { Subquery: null } membership => Find(membership.Expression, isFirst: true),
            LikePredicate like => Find(like.FirstExpression, isFirst: true),
            BooleanIsNullExpression test => Find(test.Expression, isFirst: true),
            _ => null,
        };

    /// <summary>The condition with x in the place of the call; it keeps its tokens.</summary>
    public BooleanExpression WithOperand(BooleanExpression syntax)
    {
        BooleanExpression with = syntax switch
        {
            BooleanComparisonExpression comparison => new BooleanComparisonExpression
            {
                ComparisonType = comparison.ComparisonType,
                FirstExpression = IsFirst ? Operand : comparison.FirstExpression,
                SecondExpression = IsFirst ? comparison.SecondExpression : Operand,
            },
            BooleanTernaryExpression between => new BooleanTernaryExpression
            {
                TernaryExpressionType = between.TernaryExpressionType,
                FirstExpression = Operand,
                SecondExpression = between.SecondExpression,
                ThirdExpression = between.ThirdExpression,
            },
            InPredicate membership => With(membership),
            LikePredicate like => new LikePredicate
            {
                FirstExpression = Operand,
                SecondExpression = like.SecondExpression,
                EscapeExpression = like.EscapeExpression,
                NotDefined = like.NotDefined,
                OdbcEscape = like.OdbcEscape,
            },
            _ => throw new ArgumentException("The condition has no operand.", nameof(syntax)),
        };
        with.ScriptTokenStream = syntax.ScriptTokenStream;
        (with.FirstTokenIndex, with.LastTokenIndex) = (syntax.FirstTokenIndex, syntax.LastTokenIndex);
        return with;
    }

    private static NullIfCall? Find(ScalarExpression expression, bool isFirst) =>
        Syntax.Bare(expression) is NullIfExpression { Collation: null } call
            ? new NullIfCall(call.FirstExpression, call.SecondExpression, isFirst)
            : null;

    private InPredicate With(InPredicate membership)
    {
        var with = new InPredicate { Expression = Operand, NotDefined = membership.NotDefined };
        foreach (var value in membership.Values)
        {
            with.Values.Add(value);
        }

        return with;
    }
}
