using System.Globalization;
using RuleGen.Model;
using RuleGen.TSql.Interpret.Running;
using Dom = Microsoft.SqlServer.TransactSql.ScriptDom;

namespace RuleGen.TSql.Interpret.Binding;

/// <content>Functions (sections 3 and 4).</content>
internal sealed partial class Binder
{
    private Expression BindCall(Dom.FunctionCall call)
    {
        if (call.FunctionName.Value.ToUpperInvariant() is "MAX" or "STRING_AGG")
        {
            return BindAggregate(call);
        }

        if (
            call.CallTarget is not null
            || call.OverClause is not null
            || call.WithinGroupClause is not null
            || call.UniqueRowFilter != Dom.UniqueRowFilter.NotSpecified
        )
        {
            throw Refusal.Unsupported(call, $"This form of '{call.FunctionName.Value}'");
        }

        var name = call.FunctionName.Value.ToUpperInvariant();
        return name switch
        {
            "SUBSTRING" => BindCut(call, name, call.Parameters),
            "UPPER" => BindText(call, name, text => text.ToUpperInvariant(), changesLetterCase: true),
            "LOWER" => BindText(call, name, text => text.ToLowerInvariant(), changesLetterCase: true),
            "LTRIM" => BindText(call, name, text => text.TrimStart(' '), changesLetterCase: false),
            "RTRIM" => BindText(call, name, text => text.TrimEnd(' '), changesLetterCase: false),
            "REPLACE" => BindReplace(call),
            "ISNULL" => BindIsNull(call),
            _ => throw Refusal.Unsupported(call, $"Function '{call.FunctionName.Value}'"),
        };
    }

    private TextFunctionExpression BindText(
        Dom.FunctionCall call,
        string name,
        Func<string, string> function,
        bool changesLetterCase
    )
    {
        CheckCount(call, name, call.Parameters, 1);
        var operand = BindTyped(call.Parameters[0], name);
        var type = (TextType)operand.Type with { IsFixedLength = false };
        return new TextFunctionExpression(operand, function, changesLetterCase, type, Refusal.PositionOf(call));
    }

    /// <summary>REPLACE of one character that equals no other (rule 3.10).</summary>
    private TextFunctionExpression BindReplace(Dom.FunctionCall call)
    {
        CheckCount(call, "REPLACE", call.Parameters, 3);
        var operand = BindTyped(call.Parameters[0], "REPLACE");
        var type = (TextType)operand.Type;
        if (
            Bind(call.Parameters[1]) is not ConstantExpression { Value.Text: [var sought] } soughtText
            || sought is < ' ' or > '~' or '\'' or '-'
            || char.IsLetterOrDigit(sought)
            || Bind(call.Parameters[2]) is not ConstantExpression { Value.Text: { } replacement } replacementText
        )
        {
            throw Refusal.Unsupported(call, "REPLACE of anything but one punctuation mark or blank by a literal");
        }

        return new TextFunctionExpression(
            operand,
            text => string.Join(replacement, text.Split(sought)),
            changesLetterCase: false,
            type with
            {
                IsFixedLength = false,
                Length =
                    type.Length is null ? null
                    : type.IsUnicode ? 4000
                    : 8000,
            },
            Refusal.PositionOf(call),
            soughtText,
            replacementText
        );
    }

    /// <summary>Text with a literal before or after it (rule 3.11).</summary>
    private TextFunctionExpression BindSum(Dom.BinaryExpression sum)
    {
        if (sum.BinaryExpressionType != Dom.BinaryExpressionType.Add)
        {
            throw Refusal.Unsupported(sum, $"'{sum.BinaryExpressionType}'");
        }

        var (left, right) = (BindUsable(sum.FirstExpression), BindUsable(sum.SecondExpression));
        if (left.Type is not TextType || right.Type is not TextType)
        {
            throw Refusal.Unsupported(sum, "Arithmetic");
        }

        var (operand, literal) = left is ConstantExpression ? (right, left) : (left, right);
        if (literal is not ConstantExpression { Value.Text: { } text } constant || operand is ConstantExpression)
        {
            throw Refusal.Unsupported(sum, "'+' of anything but a column with a literal");
        }

        var type = (TextType)operand.Type;
        return new TextFunctionExpression(
            operand,
            ReferenceEquals(literal, left) ? value => text + value : value => value + text,
            changesLetterCase: false,
            type with
            {
                IsFixedLength = false,
                Length = type.Length is { } length
                    ? Math.Min(length + Math.Max(text.Length, 1), type.IsUnicode ? 4000 : 8000)
                    : null,
            },
            Refusal.PositionOf(sum),
            constant
        );
    }

    /// <summary>LEFT, RIGHT or SUBSTRING: as many characters as there are of those asked for (rules 3.1–3.4).</summary>
    private TextFunctionExpression BindCut(
        Dom.ScalarExpression call,
        string name,
        IList<Dom.ScalarExpression> arguments
    )
    {
        CheckCount(call, name, arguments, name == "SUBSTRING" ? 3 : 2);
        var operand = BindTyped(arguments[0], name);
        var start = name == "SUBSTRING" ? BindCount(arguments[1], name, least: 1) : 1;
        var count = BindCount(arguments[^1], name, least: 0);
        Func<string, string> function = name switch
        {
            "RIGHT" => text => text[Math.Max(text.Length - count, 0)..],
            _ => text => text.Length < start ? "" : text.Substring(start - 1, Math.Min(count, text.Length - start + 1)),
        };
        var type = (TextType)operand.Type;
        var length = Math.Max(1, Math.Min(count, type.Length ?? int.MaxValue));
        return new TextFunctionExpression(
            operand,
            function,
            changesLetterCase: false,
            type with
            {
                IsFixedLength = false,
                Length = length,
            },
            Refusal.PositionOf(call)
        );
    }

    /// <summary>
    /// The type is the first argument's, or the second's where the first is NULL itself (rules 4.1, 4.2).
    /// </summary>
    private FirstNotNullExpression BindIsNull(Dom.FunctionCall call)
    {
        CheckCount(call, "ISNULL", call.Parameters, 2);
        var operand = BindUsable(call.Parameters[0]);
        var replacement = Beside(BindUsable(call.Parameters[1]), operand.Type, call);
        var type = (operand.Type, replacement.Type) switch
        {
            (NullType, NullType) => new NumberType(int.MinValue, int.MaxValue),
            (NullType, var other) => other,
            (var first, NullType) => first,
            (TextType first, TextType other) when first.IsUnicode || !other.IsUnicode => first with
            {
                Label = MeetLabels([first.Label, other.Label], call),
            },
            (NumberType first, NumberType other) when DeclaredTypes.Widen(first) is var wide && wide.Holds(other) =>
                wide,
            (MomentType or ScaledType, _) when operand.Type == replacement.Type => operand.Type,
            _ => throw Refusal.Create(
                ErrorCodes.IllTyped,
                call,
                $"ISNULL would convert {Quote(replacement)} to the type of {Quote(operand)}, and can fail",
                "Swap the arguments, or use COALESCE"
            ),
        };
        return new FirstNotNullExpression([operand, replacement], type, Refusal.PositionOf(call));
    }

    private FirstNotNullExpression BindCoalesce(Dom.CoalesceExpression coalesce)
    {
        var bound = coalesce.Expressions.Select(BindUsable).ToList();
        var ordered = bound.Find(argument => argument is not ConstantExpression)?.Type;
        var arguments = ordered is null ? bound : bound.ConvertAll(argument => Beside(argument, ordered, coalesce));
        var type = CommonType(arguments, "COALESCE", coalesce);
        return type is NullType
            ? throw Refusal.Create(
                ErrorCodes.IllTyped,
                coalesce,
                "COALESCE has nothing but 'NULL'",
                "Give it a column or a value"
            )
            : new FirstNotNullExpression(arguments, type, Refusal.PositionOf(coalesce));
    }

    /// <summary>The type of highest precedence, long enough for all (rules 4.3, 6.1, 6.3).</summary>
    private static ExpressionType CommonType(IEnumerable<Expression> expressions, string where, Dom.TSqlFragment place)
    {
        var types = expressions.Select(expression => expression.Type).Where(type => type is not NullType).ToList();
        if (types.Count == 0)
        {
            return new NullType();
        }

        if (types.All(type => type is NumberType))
        {
            var numbers = types.Cast<NumberType>().Select(DeclaredTypes.Widen).ToList();
            return new NumberType(numbers.Min(type => type.Minimum), numbers.Max(type => type.Maximum));
        }

        if (types[0] is BitType or MomentType or ScaledType && types.TrueForAll(type => type == types[0]))
        {
            return types[0];
        }

        if (!types.All(type => type is TextType))
        {
            throw Refusal.Create(
                ErrorCodes.IllTyped,
                place,
                $"{where} mixes '{string.Join("', '", types.Distinct())}'; SQL Server can fail (rules 4.4, 6.3)",
                "Give it text only, or numbers only"
            );
        }

        var texts = types.Cast<TextType>().ToList();
        // nvarchar outranks nchar, nchar outranks varchar, varchar outranks char.
        var isUnicode = texts.Any(text => text.IsUnicode);
        return new TextType(
            isUnicode,
            texts.Where(text => text.IsUnicode == isUnicode).All(text => text.IsFixedLength),
            texts.Any(text => text.Length is null) ? null : texts.Max(text => text.Length),
            MeetLabels(texts.Select(text => text.Label), place)
        );
    }

    /// <summary>An expression that is text of a type.</summary>
    private Expression BindTyped(Dom.ScalarExpression expression, string where)
    {
        var bound = BindText(expression, where);
        return bound.Type is TextType ? bound : throw Refusal.Unsupported(expression, $"{where} of 'NULL'");
    }

    /// <summary>A number of characters: a literal, because a negative one fails with the row (rule 3.3).</summary>
    private int BindCount(Dom.ScalarExpression expression, string name, int least)
    {
        if (Bind(expression) is not ConstantExpression { Value: { IsInteger: true, Integer: var count } })
        {
            throw Refusal.Unsupported(expression, $"{name} with a length that is not a number");
        }

        return count >= least && count <= int.MaxValue
            ? (int)count
            : throw Refusal.Create(
                ErrorCodes.OutOfRange,
                expression,
                $"{name} has '{count.ToString(CultureInfo.InvariantCulture)}' where a count stands (rule 3.3)",
                FormattableString.Invariant($"Give {least} or more")
            );
    }

    private static void CheckCount(
        Dom.TSqlFragment call,
        string name,
        IList<Dom.ScalarExpression> arguments,
        int expected
    )
    {
        if (arguments.Count != expected)
        {
            throw Refusal.Create(
                ErrorCodes.IllTyped,
                call,
                FormattableString.Invariant($"'{name}' has {arguments.Count} arguments, not {expected}"),
                "Give it as many as it takes"
            );
        }
    }
}
