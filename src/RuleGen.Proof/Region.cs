using RuleGen.Languages;
using RuleGen.Model;

namespace RuleGen.Proof;

/// <summary>A set of rows: those whose value in each column is in that column's set. Never empty.</summary>
public sealed class Region
{
    private readonly RowSpace _space;
    private readonly ValueSet[] _sets;

    internal Region(RowSpace space, ValueSet[] sets)
    {
        _space = space;
        _sets = sets;
    }

    /// <summary>The columns, in the order of <see cref="Sets"/>.</summary>
    public ValueList<Column> Columns => _space.Columns;

    /// <summary>The values that each column may have, one set for each column.</summary>
    public IReadOnlyList<ValueSet> Sets => _sets;

    /// <summary>Whether a row is one of them.</summary>
    public bool Contains(Row row) => _sets.All(set => set.Contains(row[set.Column]));

    /// <summary>A row of the region.</summary>
    /// <param name="favoured">Values to choose where they will do, by column, best first.</param>
    public Row Pick(Func<Column, IEnumerable<SqlValue>> favoured) =>
        new(Columns, _sets.Select(set => _space.Sets(set.Column).Pick(set, favoured(set.Column))).ToValueList());
}
