using System.Globalization;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using RuleGen.Model;
using IntegerLiteral = RuleGen.Model.IntegerLiteral;
using StringLiteral = RuleGen.Model.StringLiteral;

namespace RuleGen.TSql.Read;

/// <summary>
/// The variables of a batch that hold a literal, as far as it is certain: given by DECLARE or SET, not under a condition,
/// and to a type that holds it unchanged.
/// </summary>
internal sealed class ScriptConstants
{
    private readonly Dictionary<string, DataTypeReference> _types = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Scalar> _values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The literal that a variable holds; null where that is not certain.</summary>
    public Scalar? Find(string name) => _values.GetValueOrDefault(name);

    /// <summary>Forgets the variables: they live as long as their batch.</summary>
    public void Clear()
    {
        _types.Clear();
        _values.Clear();
    }

    /// <summary>Takes note of a statement.</summary>
    /// <param name="statement">Any statement.</param>
    /// <param name="isConditional">Whether it may not run, or more than once.</param>
    public void Pass(TSqlStatement statement, bool isConditional)
    {
        switch (statement)
        {
            case DeclareVariableStatement declare:
                foreach (var declaration in declare.Declarations)
                {
                    _types[declaration.VariableName.Value] = declaration.DataType;
                    Assign(declaration.VariableName.Value, declaration.Value, isConditional);
                }

                break;
            case SetVariableStatement { AssignmentKind: AssignmentKind.Equals, Identifier: null } set:
                Assign(set.Variable.Name, set.Expression, isConditional);
                break;
            case PrintStatement or RaiseErrorStatement:
            case IfStatement or WhileStatement or BeginEndBlockStatement or TryCatchStatement:
                // What they hold is passed by itself.
                break;
            case SelectStatement select:
                foreach (var set in Syntax.All<SelectSetVariable>(select))
                {
                    _values.Remove(set.Variable.Name);
                }

                break;
            default:
                foreach (var variable in Syntax.All<VariableReference>(statement))
                {
                    _values.Remove(variable.Name);
                }

                break;
        }
    }

    private void Assign(string name, ScalarExpression? value, bool isConditional)
    {
        if (
            !isConditional
            && value is not null
            && _types.TryGetValue(name, out var type)
            && Convert(value, type) is { } literal
        )
        {
            _values[name] = literal;
        }
        else
        {
            _values.Remove(name);
        }
    }

    /// <summary>The literal as the type holds it; null where it would be cut, filled up or converted.</summary>
    private static Scalar? Convert(ScalarExpression value, DataTypeReference type)
    {
        if (type is not SqlDataTypeReference declared)
        {
            return null;
        }

        switch (value)
        {
            case ParenthesisExpression { Collation: null } parenthesis:
                return Convert(parenthesis.Expression, type);
            case Microsoft.SqlServer.TransactSql.ScriptDom.StringLiteral { Collation: null } text:
                return ConvertText(text, declared);
            case Literal { Collation: null } number when ScalarConverter.IsWholeNumber(number):
                return ConvertNumber(number.Value, declared);
            case UnaryExpression
            {
                UnaryExpressionType: UnaryExpressionType.Negative,
                Expression: Literal { Collation: null } number,
            } when ScalarConverter.IsWholeNumber(number):
                return ConvertNumber("-" + number.Value, declared);
            default:
                return null;
        }
    }

    private static StringLiteral? ConvertText(
        Microsoft.SqlServer.TransactSql.ScriptDom.StringLiteral text,
        SqlDataTypeReference type
    )
    {
        var (isUnicode, isFixedLength) = type.SqlDataTypeOption switch
        {
            SqlDataTypeOption.VarChar => (false, false),
            SqlDataTypeOption.NVarChar => (true, false),
            SqlDataTypeOption.Char => (false, true),
            SqlDataTypeOption.NChar => (true, true),
            _ => ((bool?)null, false),
        };
        if (isUnicode is null || (!isUnicode.Value && text.IsNational && !text.Value.All(char.IsAscii)))
        {
            return null;
        }

        // Without a length it is one (rule 6.5).
        var length = type.Parameters switch
        {
            [] => 1,
            [MaxLiteral] => int.MaxValue,
            [Microsoft.SqlServer.TransactSql.ScriptDom.IntegerLiteral number]
                when int.TryParse(number.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) =>
                count,
            _ => 0,
        };
        return text.Value.Length > length || (isFixedLength && text.Value.Length < length)
            ? null
            : StringLiteral.Of(text.Value, isUnicode.Value);
    }

    private static IntegerLiteral? ConvertNumber(string digits, SqlDataTypeReference type)
    {
        var integer = type.SqlDataTypeOption switch
        {
            SqlDataTypeOption.TinyInt => IntegerType.TinyInt,
            SqlDataTypeOption.SmallInt => IntegerType.SmallInt,
            SqlDataTypeOption.Int => IntegerType.Int,
            SqlDataTypeOption.BigInt => IntegerType.BigInt,
            _ => null,
        };
        return
            integer is not null
            && long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && integer.Holds(number)
            ? IntegerLiteral.Of(number)
            : null;
    }
}
