using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace RuleGen.TSql.Read;

/// <summary>What a piece of syntax is made of, whatever its kind.</summary>
internal static class Syntax
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Parts = new();

    /// <summary>
    /// The pieces of syntax directly within one, in no order: from its properties, so that nothing is missed that a newer
    /// grammar adds.
    /// </summary>
    public static IEnumerable<TSqlFragment> Children(TSqlFragment syntax) =>
        Parts
            .GetOrAdd(syntax.GetType(), FindParts)
            .Select(part => part.GetValue(syntax))
            .SelectMany(value =>
                value switch
                {
                    TSqlFragment child => [child],
                    IEnumerable children => children.OfType<TSqlFragment>(),
                    _ => Enumerable.Empty<TSqlFragment>(),
                }
            );

    /// <summary>Whether a piece of syntax is of a kind, or holds one that is.</summary>
    public static bool Holds<TSyntax>(TSqlFragment syntax)
        where TSyntax : TSqlFragment => All<TSyntax>(syntax).Any();

    /// <summary>Every piece of syntax of a kind within one, itself among them, in no order.</summary>
    public static IEnumerable<TSyntax> All<TSyntax>(TSqlFragment syntax)
        where TSyntax : TSqlFragment
    {
        // A sum of thousands is nested as deep, and a stack of calls is not.
        var open = new Stack<TSqlFragment>([syntax]);
        while (open.TryPop(out var next))
        {
            if (next is TSyntax found)
            {
                yield return found;
            }

            foreach (var child in Children(next))
            {
                open.Push(child);
            }
        }
    }

    /// <summary>The query of a SELECT, out of its parentheses; null where it is several that are put together.</summary>
    public static QuerySpecification? Query(SelectStatement select)
    {
        var expression = select.QueryExpression;
        while (expression is QueryParenthesisExpression parenthesis)
        {
            expression = parenthesis.QueryExpression;
        }

        return expression as QuerySpecification;
    }

    /// <summary>An expression out of its parentheses.</summary>
    public static ScalarExpression Bare(ScalarExpression expression)
    {
        while (expression is ParenthesisExpression { Collation: null } parenthesis)
        {
            expression = parenthesis.Expression;
        }

        return expression;
    }

    /// <summary>A condition out of its parentheses.</summary>
    public static BooleanExpression Bare(BooleanExpression condition)
    {
        while (condition is BooleanParenthesisExpression parenthesis)
        {
            condition = parenthesis.Expression;
        }

        return condition;
    }

    /// <summary>The conditions that AND connects, in the order of the text; none of no condition.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="opens">Whether what stands in parentheses is taken apart, too.</param>
    public static IEnumerable<BooleanExpression> Conjuncts(
        BooleanExpression? condition,
        Func<BooleanParenthesisExpression, bool> opens
    )
    {
        var open = new Stack<BooleanExpression?>([condition]);
        while (open.TryPop(out var next))
        {
            switch (next)
            {
                case null:
                    break;
                case BooleanBinaryExpression { BinaryExpressionType: BooleanBinaryExpressionType.And } and:
                    open.Push(and.SecondExpression);
                    open.Push(and.FirstExpression);
                    break;
                case BooleanParenthesisExpression parenthesis when opens(parenthesis):
                    open.Push(parenthesis.Expression);
                    break;
                default:
                    yield return next;
                    break;
            }
        }
    }

    /// <summary>
    /// The digits of a whole number, with its sign; null where an expression is something else. ScriptDom takes literals
    /// beyond int for decimal numbers.
    /// </summary>
    public static string? WholeNumber(ScalarExpression expression) => Number(expression, IsWhole);

    /// <summary>The digits and the point of a number that has one, with its sign; null for anything else.</summary>
    public static string? Decimal(ScalarExpression expression) =>
        Number(expression, literal => literal is NumericLiteral && !IsWhole(literal));

    private static string? Number(ScalarExpression expression, Func<Literal, bool> isWanted) =>
        expression switch
        {
            Literal { Collation: null } literal when isWanted(literal) => literal.Value,
            UnaryExpression
            {
                UnaryExpressionType: UnaryExpressionType.Negative,
                Expression: Literal { Collation: null } literal,
            } when isWanted(literal) => $"-{literal.Value}",
            _ => null,
        };

    private static bool IsWhole(Literal literal) =>
        literal is IntegerLiteral or NumericLiteral && literal.Value.All(char.IsAsciiDigit);

    private static PropertyInfo[] FindParts(Type type) =>
        type.GetProperties()
            .Where(property => property.GetIndexParameters().Length == 0 && HoldsSyntax(property.PropertyType))
            .ToArray();

    private static bool HoldsSyntax(Type type) =>
        typeof(TSqlFragment).IsAssignableFrom(type)
        || (
            type.IsGenericType
            && type.GetGenericArguments() is [var item]
            && typeof(TSqlFragment).IsAssignableFrom(item)
        );
}
