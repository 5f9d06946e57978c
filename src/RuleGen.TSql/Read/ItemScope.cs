using RuleGen.Model;

namespace RuleGen.TSql.Read;

/// <summary>The names within a subquery over the items of a list.</summary>
/// <param name="List">The list.</param>
/// <param name="Name">What the subquery calls the items: an alias, or the table.</param>
internal sealed record ItemScope(ItemList List, string Name)
{
    /// <summary>The column of an item of a name, the list's or the table's; null where there is none.</summary>
    public Column? Find(string name) =>
        List.Type.Find(name)
        ?? (
            List.Storage is ChildRows { Position: { } position } && SqlName.Comparer.Equals(position, name)
                ? List.Type.Position
                : null
        );

    /// <summary>The column of the row's key that the child's column of a name equals; null where there is none.</summary>
    public Column? FindKey(string name, Source source)
    {
        var place = List.Storage is ChildRows child
            ? child.Key.ToList().FindIndex(column => SqlName.Comparer.Equals(column, name))
            : -1;
        return place < 0 ? null : source.Key[place];
    }

    /// <summary>Whether a qualifier is what the subquery calls the items.</summary>
    public bool IsNamed(string qualifier) => SqlName.Comparer.Equals(qualifier, Name);
}
