namespace RuleGen.Languages;

/// <summary>Joins many things two by two.</summary>
internal static class Balanced
{
    /// <summary>
    /// Joins neighbours, then the results, until one is left: what is joined stays small as long as can be.
    /// </summary>
    public static T Reduce<T>(IReadOnlyList<T> items, Func<T, T, T> join)
    {
        while (items.Count > 1)
        {
            items = [.. items.Chunk(2).Select(pair => pair.Length == 2 ? join(pair[0], pair[1]) : pair[0])];
        }

        return items[0];
    }

    /// <summary>The same; null where two things cannot be joined.</summary>
    public static T? TryReduce<T>(IReadOnlyList<T> items, Func<T, T, T?> join)
        where T : class
    {
        while (items.Count > 1)
        {
            var joined = new List<T>();
            foreach (var pair in items.Chunk(2))
            {
                if ((pair.Length == 2 ? join(pair[0], pair[1]) : pair[0]) is not { } result)
                {
                    return null;
                }

                joined.Add(result);
            }

            items = joined;
        }

        return items[0];
    }
}
