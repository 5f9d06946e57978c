using System.Collections;
using System.Globalization;
using System.Reflection;
using RuleGen.Model;

namespace RuleGen.Tests.TestData;

/// <summary>
/// A part of the model, written out with every member, those that are no part of equality included: spelling,
/// parentheses, comments, citations, notes. Positions are left out: they are about the text, not about what it says.
/// </summary>
internal static class ModelDump
{
    /// <summary>A line for each member: where it is, and its value.</summary>
    public static IEnumerable<string> Of(object? node, string path = "") =>
        node switch
        {
            IEnumerable items and not string => Items(items, path),
            not null when node.GetType().Assembly == typeof(Coding).Assembly && !node.GetType().IsEnum => Members(
                node,
                path
            ),
            _ => [$"{path} = {Convert.ToString(node, CultureInfo.InvariantCulture) ?? "null"}"],
        };

    private static IEnumerable<string> Items(IEnumerable items, string path)
    {
        var all = items.Cast<object>().ToList();
        return all.SelectMany((item, i) => Of(item, $"{path}[{i}]")).Prepend($"{path}: {all.Count}");
    }

    private static IEnumerable<string> Members(object node, string path) =>
        node is Column or SqlType or CharacterRules
            ? [$"{path} = {node}"]
            : node.GetType()
                .GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property.PropertyType != typeof(TextPosition?))
                .SelectMany(property => Of(property.GetValue(node), $"{path}.{property.Name}"))
                .Prepend($"{path}: {node.GetType().Name}");
}
