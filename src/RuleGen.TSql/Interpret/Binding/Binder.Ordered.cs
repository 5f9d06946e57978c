using System.Globalization;
using RuleGen.Model;
using RuleGen.TSql.Interpret.Running;
using Dom = Microsoft.SqlServer.TransactSql.ScriptDom;

namespace RuleGen.TSql.Interpret.Binding;

/// <content>Literals that meet dates and decimals.</content>
internal sealed partial class Binder
{
    /// <summary>A literal as it is beside an expression of a type (rule 6.1); everything else as it is.</summary>
    private static Expression Beside(Expression expression, ExpressionType type, Dom.TSqlFragment place)
    {
        if (expression is not ConstantExpression { Value: { IsNull: false } value })
        {
            return expression;
        }

        var units = (type, expression.Type) switch
        {
            (MomentType moment, TextType) => moment.Convert(value.Text!)
                ?? throw Refusal.Create(
                    ErrorCodes.IllTyped,
                    place,
                    $"'{value.Text}' is not one value of {moment} in every language (rules 6.21, 6.22)",
                    "Write a date as 'yyyymmdd'"
                ),
            (ScaledType scaled, NumberType) => Convert(scaled, value.Integer, place),
            (ScaledType scaled, ScaledType own) => Convert(scaled, value.Integer / Power(own.Scale), place),
            _ => default(long?),
        };
        return units is { } number
            ? new ConstantExpression(SqlValue.Of(number), type, expression.Position)
            : expression;
    }

    /// <summary>A number with a point.</summary>
    private static ConstantExpression BindDecimal(Dom.Literal literal, string digits)
    {
        var number = decimal.Parse(digits, CultureInfo.InvariantCulture);
        var type = new ScaledType(18, number.Scale);
        return new ConstantExpression(SqlValue.Of(Convert(type, number, literal)), type, Refusal.PositionOf(literal));
    }

    private static long Convert(ScaledType type, decimal number, Dom.TSqlFragment place) =>
        type.Convert(number)
        ?? throw Refusal.Create(
            ErrorCodes.OutOfRange,
            place,
            $"{number.ToString(CultureInfo.InvariantCulture)} has more digits than what it meets",
            "Write a number that the column can hold"
        );

    private static decimal Power(int digits) => (decimal)Math.Pow(10, digits);
}
