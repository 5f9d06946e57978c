using RuleGen.Model;

namespace RuleGen.Tests.Property;

/// <summary>Builds smaller parts, and leaves out those that the factories of the model refuse.</summary>
internal static class Attempt
{
    public static IEnumerable<TResult> Each<T, TResult>(IEnumerable<T> parts, Func<T, TResult> make)
        where TResult : class => parts.Select(part => Of(() => make(part))).OfType<TResult>();

    public static IEnumerable<TResult> One<TResult>(Func<TResult> make)
        where TResult : class => Of(make) is { } made ? [made] : [];

    /// <summary>The list with one item replaced by each of its shrinks in turn.</summary>
    public static IEnumerable<ValueList<T>> OneReplaced<T>(ValueList<T> items, Func<T, IEnumerable<T>> shrink) =>
        items.SelectMany(
            (item, place) =>
                shrink(item).Select(smaller => items.Select((old, i) => i == place ? smaller : old).ToValueList())
        );

    /// <summary>The list without each of its items in turn.</summary>
    public static IEnumerable<ValueList<T>> OneDropped<T>(ValueList<T> items) =>
        items.Select((_, place) => items.Where((_, i) => i != place).ToValueList());

    /// <summary>The text without each of its characters in turn.</summary>
    public static IEnumerable<string> Shorter(string text) =>
        Enumerable.Range(0, text.Length).Select(place => text.Remove(place, 1));

    private static TResult? Of<TResult>(Func<TResult> make)
        where TResult : class
    {
        try
        {
            return make();
        }
        catch (RuleGenException)
        {
            return null;
        }
    }
}
