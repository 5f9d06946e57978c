using RuleGen.Model;

namespace RuleGen.TSql;

/// <summary>
/// Two objects of one name: the patterns tell the objects of one coding apart, but an id may look like a name that a
/// pattern gives. The second would take the place of the first, and each deployment would undo the last.
/// </summary>
public static class NameClash
{
    /// <summary>Refuses codings, and views of catalogues, of which two objects would have one name.</summary>
    /// <param name="naming">How objects are called.</param>
    /// <param name="ids">The ids of the codings.</param>
    /// <param name="catalogueViews">The views of catalogues.</param>
    /// <exception cref="RuleGenException">RG0215: there are two.</exception>
    public static void Refuse(
        ObjectNaming naming,
        IEnumerable<string> ids,
        IEnumerable<NamedObject>? catalogueViews = null
    )
    {
        var all = ids.Distinct(StringComparer.Ordinal).SelectMany(naming.NamesOf).Concat(catalogueViews ?? []);
        if (FindIn(all) is var (first, second))
        {
            throw new RuleGenException(
                ErrorCodes.ObjectNames,
                $"{SqlText.TwoPart(naming.Schema, second.Name)} would be {first.What}, and {second.What}",
                "Give one of them another id, or change the patterns: viewName, functionName and catalogueViewName in "
                    + "rulegen.json"
            );
        }
    }

    /// <summary>The first two of one name, whatever the letter case; null where there are none.</summary>
    internal static (NamedObject First, NamedObject Second)? FindIn(IEnumerable<NamedObject> objects)
    {
        var seen = new Dictionary<string, NamedObject>(SqlName.Comparer);
        foreach (var each in objects)
        {
            if (!seen.TryAdd(each.Name, each))
            {
                return (seen[each.Name], each);
            }
        }

        return null;
    }
}
