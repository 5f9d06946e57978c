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
