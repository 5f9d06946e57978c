using RuleGen.Languages;
using RuleGen.Model;

namespace RuleGen.Proof;

/// <summary>
/// A set of rows: those whose value in each column is in that column's set, and of which columns stand to each other as they
/// should. Never empty.
/// </summary>
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

    /// <summary>The columns of the rows.</summary>
    public ValueList<Column> Columns => _space.RowColumns;

    /// <summary>The values that each column may have: one set for each column of the rows, then one for each relation.</summary>
    /// <exception cref="LimitReachedException">A set would be too large.</exception>
    public IReadOnlyList<ValueSet> Sets => _joined ??= Array.ConvertAll(_sets, set => set.ToSet());

    /// <summary>Whether a row is one of them.</summary>
    public bool Contains(Row row) => Array.TrueForAll(_sets, set => set.ContainsValueOf(row));

    /// <summary>A row of the region.</summary>
    /// <param name="favoured">Values to choose where they will do, by column, best first.</param>
    public Row Pick(Func<Column, IEnumerable<SqlValue>> favoured)
    {
        var first = new Row(
            Columns,
            _sets.Take(Columns.Count).Select(set => set.Pick(favoured(set.Column))).ToValueList()
        );
        if (Contains(first))
        {
            return first;
        }

        var related = new RelatedValues(_space, _sets).Find(favoured)!;
        return new Row(
            Columns,
            Columns.Select(column => related.TryGetValue(column, out var value) ? value : first[column]).ToValueList()
        );
    }
}
