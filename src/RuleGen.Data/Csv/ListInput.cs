using RuleGen.Model;

namespace RuleGen.Data.Csv;

/// <summary>A CSV file with the items of a list, a record for each, in the order of the rows that they belong to.</summary>
/// <param name="List">The name of the list.</param>
/// <param name="Bytes">Its bytes, UTF-8.</param>
/// <param name="Name">What messages call it.</param>
public sealed record ListInput(string List, Stream Bytes, string Name)
{
    /// <summary>Checks that a name, for which a file is given, is that of a list whose items stand in a child table.</summary>
    /// <param name="name">The name.</param>
    /// <param name="lists">The lists of the source.</param>
    /// <exception cref="RuleGenException">RG0601: it is not.</exception>
    public static void Check(string name, IEnumerable<ItemList> lists)
    {
        var known = lists.Where(list => list.Storage is ChildRows).Select(list => list.Name).ToList();
        if (!known.Contains(name, SqlName.Comparer))
        {
            throw new RuleGenException(
                ErrorCodes.Usage,
                $"The source has no list '{name}' in a table of its own",
                known.Count == 0 ? "Leave --list out" : $"Use {string.Join(" or ", known)}"
            );
        }
    }
}

/// <summary>How the records of a list's file and the rows went together.</summary>
/// <param name="List">The list.</param>
/// <param name="File">The file.</param>
/// <param name="Items">How many items there were.</param>
/// <param name="ItemsWithoutRow">How many of them belong to no row.</param>
/// <param name="RowsWithoutItems">How many rows have no item.</param>
public sealed record ListCount(string List, string File, long Items, long ItemsWithoutRow, long RowsWithoutItems);
