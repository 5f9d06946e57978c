using RuleGen.Model;

namespace RuleGen.TSql.Read;

/// <summary>What a query joins to each row: an item at a position, or what is made of the items of a list.</summary>
/// <param name="Alias">What qualifies its columns.</param>
/// <param name="Columns">Its columns, by name.</param>
internal sealed record ListJoin(string Alias, IReadOnlyDictionary<string, Column> Columns)
{
    /// <summary>What keeps a row: that an inner join finds an item. Null where every row is kept.</summary>
    public Predicate? Keeps { get; init; }

    /// <summary>The position that the WHERE, and not the join, asks of the item; null where the join does.</summary>
    public AskedPosition? Asked { get; init; }
}

/// <summary>A condition of the WHERE on the position of what is joined: without it a row would be there for each item.</summary>
/// <param name="Items">The items that are joined.</param>
/// <param name="Position">The position.</param>
/// <param name="IsThere">What the condition says of the row: that it has an item there.</param>
internal sealed record AskedPosition(ItemScope Items, int Position, Any IsThere);
