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
        var bare = Syntax.Bare(value);
        return bare is Microsoft.SqlServer.TransactSql.ScriptDom.StringLiteral { Collation: null } text
                ? ConvertText(text, type)
            : Syntax.WholeNumber(bare) is { } digits ? ConvertNumber(digits, type)
            : null;
    }

    private static Scalar? ConvertText(
        Microsoft.SqlServer.TransactSql.ScriptDom.StringLiteral text,
        DataTypeReference type
    )
    {
        try
        {
            if (DeclaredType.ConvertDate(StringLiteral.Of(text.Value, text.IsNational), type) is { } date)
            {
                return date;
            }
        }
        catch (RuleGenException)
        {
            // Another date in another language: not certain.
            return null;
        }

        return
            DeclaredType.Parse(type, DeclaredType.LengthInDeclaration) is CharacterType declared
            && text.Value.Length <= (declared.Length ?? int.MaxValue)
            && (!declared.IsFixedLength || text.Value.Length == declared.Length)
            && (declared.IsUnicode || !text.IsNational || text.Value.All(char.IsAscii))
            ? StringLiteral.Of(text.Value, declared.IsUnicode)
            : null;
    }

    private static IntegerLiteral? ConvertNumber(string digits, DataTypeReference type) =>
        DeclaredType.Parse(type, DeclaredType.LengthInDeclaration) is IntegerType declared
        && long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        && declared.Holds(number)
            ? IntegerLiteral.Of(number)
            : null;
}
