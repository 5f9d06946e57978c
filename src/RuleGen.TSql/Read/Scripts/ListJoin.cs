using RuleGen.Model;

namespace RuleGen.TSql.Read;

/// <summary>What a query joins to each row: an item at a position, or what is made of the items of a list.</summary>
/// <param name="Alias">What qualifies its columns.</param>
/// <param name="Columns">Its columns, by name.</param>
internal sealed record ListJoin(string Alias, IReadOnlyDictionary<string, Column> Columns)
{
    /// <summary>What keeps a row: that an inner join finds an item. Null where every row is kept.</summary>
    public Predicate? Keeps { get; init; }
}
