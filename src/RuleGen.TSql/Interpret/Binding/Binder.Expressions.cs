using System.Globalization;
using RuleGen.Model;
using RuleGen.TSql.Interpret.Collating;
using RuleGen.TSql.Interpret.Running;
using Dom = Microsoft.SqlServer.TransactSql.ScriptDom;

namespace RuleGen.TSql.Interpret.Binding;

/// <content>Expressions: names, literals, COLLATE, CASE, CAST.</content>
internal sealed partial class Binder
{
    public Expression Bind(Dom.ScalarExpression expression)
    {
        var bound = expression switch
        {
            Dom.ParenthesisExpression parenthesis => Bind(parenthesis.Expression),
            Dom.ColumnReferenceExpression column when scope.FindApplied(column) is { } applied => BindApplied(
                applied,
                column
            ),
            Dom.ColumnReferenceExpression column => scope.Read(column),
            Dom.VariableReference variable => scope.Read(variable),
            Dom.StringLiteral literal => BindLiteral(literal),
            Dom.IntegerLiteral literal => BindNumber(literal, literal.Value),
            Dom.NumericLiteral { Value: var digits } literal when digits.Contains('.', StringComparison.Ordinal) =>
                BindDecimal(literal, digits),
            Dom.NumericLiteral literal => BindNumber(literal, literal.Value),
            Dom.NullLiteral => new ConstantExpression(SqlValue.Null, new NullType(), Refusal.PositionOf(expression)),
            Dom.UnaryExpression unary => BindSign(unary),
            Dom.BinaryExpression sum => BindSum(sum),
            Dom.SearchedCaseExpression searched => BindCase(searched),
            Dom.CastCall cast => BindCast(cast),
            Dom.LeftFunctionCall left => BindCut(left, "LEFT", left.Parameters),
            Dom.RightFunctionCall right => BindCut(right, "RIGHT", right.Parameters),
            Dom.CoalesceExpression coalesce => BindCoalesce(coalesce),
            Dom.FunctionCall call => BindCall(call),
            _ => throw Refusal.UnsupportedNode(expression),
        };
        return expression is Dom.PrimaryExpression { Collation: { } collation } ? Relabel(bound, collation) : bound;
    }

    /// <summary>An expression that may be part of a condition.</summary>
    private Expression BindUsable(Dom.ScalarExpression expression)
    {
        var bound = Bind(expression);
        return bound.Type is OtherType or BitType
            ? throw Refusal.Create(
                ErrorCodes.IllTyped,
                expression,
                $"{Quote(bound)} is used in a condition",
                "Use text, numbers, dates and decimals in conditions"
            )
            : bound;
    }

    /// <summary>An expression that may be the result of a CASE.</summary>
    private Expression BindResult(Dom.ScalarExpression expression) =>
        Bind(expression) is { Type: BitType } bit ? bit : BindUsable(expression);

    /// <summary>An expression that is text, or NULL.</summary>
    private Expression BindText(Dom.ScalarExpression expression, string where)
    {
        var bound = BindUsable(expression);
        return bound.Type is TextType or NullType
            ? bound
            : throw Refusal.Create(
                ErrorCodes.IllTyped,
                expression,
                $"{where} has {Quote(bound)}",
                "Give it text: put a number in quotes"
            );
    }

    private ConstantExpression BindLiteral(Dom.StringLiteral literal)
    {
        var position = Refusal.PositionOf(literal);
        var foreign = literal.IsNational ? [] : literal.Value.Where(c => !CollationTables.IsInCodePage(c)).ToArray();
        if (foreign.Length > 0)
        {
            // The server would turn it into another character (rule 6.11).
            throw Refusal.Unread(literal.Value, foreign[0], position);
        }

        var label = new CollationLabel(CollationStrength.CoercibleDefault, databaseCollation);
        var type = new TextType(literal.IsNational, IsFixedLength: false, Math.Max(literal.Value.Length, 1), label);
        return new ConstantExpression(SqlValue.Of(literal.Value), type, position);
    }

    private static ConstantExpression BindNumber(Dom.Literal literal, string digits) =>
        long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? new ConstantExpression(SqlValue.Of(number), new NumberType(number, number), Refusal.PositionOf(literal))
            : throw Refusal.Create(
                ErrorCodes.OutOfRange,
                literal,
                $"'{digits}' is no whole number of 64 bits",
                "Use a whole number that fits bigint"
            );

    private static ConstantExpression BindSign(Dom.UnaryExpression unary)
    {
        var operand = unary.Expression;
        while (operand is Dom.ParenthesisExpression { Collation: null } parenthesis)
        {
            operand = parenthesis.Expression;
        }

        return (unary.UnaryExpressionType, operand) switch
        {
            (Dom.UnaryExpressionType.Negative, Dom.IntegerLiteral { Collation: null } literal) => BindNumber(
                literal,
                $"-{literal.Value}"
            ),
            (Dom.UnaryExpressionType.Negative, Dom.NumericLiteral { Collation: null, Value: var digits } literal)
                when digits.Contains('.', StringComparison.Ordinal) => BindDecimal(literal, $"-{digits}"),
            (Dom.UnaryExpressionType.Negative, Dom.NumericLiteral { Collation: null } literal) => BindNumber(
                literal,
                $"-{literal.Value}"
            ),
            _ => throw Refusal.Unsupported(unary, "A sign before anything but a number"),
        };
    }

    private RelabelledExpression Relabel(Expression operand, Dom.Identifier collation)
    {
        if (operand.Type is not TextType type)
        {
            throw Refusal.Create(
                ErrorCodes.IllTyped,
                collation,
                $"COLLATE '{collation.Value}' is on {Quote(operand)}",
                "Write COLLATE on text"
            );
        }

        var label = new CollationLabel(CollationStrength.Explicit, CheckName(collation.Value, collation));
        return new RelabelledExpression(operand, type with { Label = label });
    }

    private CaseExpression BindCase(Dom.SearchedCaseExpression searched)
    {
        var arms = searched.WhenClauses.Select(arm => (Bind(arm.WhenExpression), BindResult(arm.ThenExpression)));
        var bound = arms.ToList();
        var otherwise = searched.ElseExpression is null ? null : BindResult(searched.ElseExpression);
        var results = bound.Select(arm => arm.Item2);
        return new CaseExpression(
            bound,
            otherwise,
            CommonType(otherwise is null ? results : results.Append(otherwise), "CASE", searched),
            Refusal.PositionOf(searched)
        );
    }

    /// <summary>
    /// <c>CAST(NULL AS type)</c>: NULL of a type. <c>CAST(n AS bit)</c>: 0, or 1 for every other number (rule 6.18).
    /// </summary>
    private Expression BindCast(Dom.CastCall cast)
    {
        if (
            cast.Parameter is Dom.FunctionCall { CallTarget: null } call
            && SqlName.Comparer.Equals(call.FunctionName.Value, "STUFF")
        )
        {
            return BindXmlJoin(cast, call);
        }

        var parameter = Bind(cast.Parameter);
        if (
            parameter.Type is TextType text
            && DeclaredTypes.Read(cast.DataType, DeclaredTypes.LengthInCast, text.Label)
                is TextType { Length: null } wide
            && wide.IsUnicode == text.IsUnicode
        )
        {
            return new WidenedExpression(parameter, wide, Refusal.PositionOf(cast));
        }

        if (
            parameter is ConstantExpression { Value: { IsInteger: true, Integer: var number } }
            && cast.DataType is Dom.SqlDataTypeReference { SqlDataTypeOption: Dom.SqlDataTypeOption.Bit }
        )
        {
            return new ConstantExpression(SqlValue.Of(number == 0 ? 0 : 1), new BitType(), Refusal.PositionOf(cast));
        }

        if (parameter.Type is not NullType)
        {
            throw Refusal.Unsupported(cast, "CAST of anything but NULL, or of a number to bit");
        }

        var label = new CollationLabel(CollationStrength.CoercibleDefault, databaseCollation);
        return new ConstantExpression(
            SqlValue.Null,
            DeclaredTypes.Read(cast.DataType, DeclaredTypes.LengthInCast, label),
            Refusal.PositionOf(cast)
        );
    }

    /// <summary>The value of a literal, also under COLLATE; null where the expression is something else.</summary>
    private static SqlValue? FindConstant(Expression expression) =>
        expression switch
        {
            ConstantExpression constant => constant.Value,
            RelabelledExpression => FindConstant(expression.Parts.Single()),
            _ => null,
        };

    /// <summary>An expression in the words of a message.</summary>
    private string Quote(Expression expression) =>
        expression switch
        {
            ConstantExpression { Value.IsNull: true } => "'NULL'",
            ConstantExpression constant => $"'{constant.Value.Text ?? constant.Value.ToString()}'",
            SlotExpression slot => $"'{scope.Slots[slot.Slot].Name}'",
            _ => $"an expression of type '{expression.Type}'",
        };
}
