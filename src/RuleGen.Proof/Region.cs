using RuleGen.Languages;
using RuleGen.Model;

namespace RuleGen.Proof;

/// <summary>A set of rows: those whose value in each column is in that column's set. Never empty.</summary>
public sealed class Region
{
    private readonly RowSpace _space;
    private readonly SetIntersection[] _sets;
    private ValueSet[]? _joined;

    internal Region(RowSpace space, SetIntersection[] sets)
    {
        _space = space;
        _sets = sets;
    }

    /// <summary>The columns, in the order of <see cref="Sets"/>.</summary>
    public ValueList<Column> Columns => _space.Columns;

    /// <summary>The values that each column may have, one set for each column.</summary>
    /// <exception cref="LimitReachedException">A set would be too large.</exception>
    public IReadOnlyList<ValueSet> Sets => _joined ??= Array.ConvertAll(_sets, set => set.ToSet());

    /// <summary>Whether a row is one of them.</summary>
    public bool Contains(Row row) => Array.TrueForAll(_sets, set => set.Contains(row[set.Column]));

    /// <summary>A row of the region.</summary>
    /// <param name="favoured">Values to choose where they will do, by column, best first.</param>
    public Row Pick(Func<Column, IEnumerable<SqlValue>> favoured) =>
        new(Columns, _sets.Select(set => set.Pick(favoured(set.Column))).ToValueList());
}
