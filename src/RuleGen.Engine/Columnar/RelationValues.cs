using RuleGen.Languages;

namespace RuleGen.Engine.Columnar;

/// <summary>Works out, row by row, how two columns of a batch stand to each other.</summary>
internal sealed class RelationValues(ColumnRelation relation)
{
    private readonly IntegerBatchColumn _values = new((Model.OrderedType)relation.Column.Type);

    /// <summary>The relation of each row, as <see cref="ColumnRelation"/> numbers it; kept until it is asked again.</summary>
    /// <exception cref="ArgumentException">The batch lacks a column or has it with another type.</exception>
    public IntegerBatchColumn Find(RowBatch rows)
    {
        var (left, right) = (rows.PlaceOf(relation.Left), rows.PlaceOf(relation.Right));
        _values.Clear();
        for (var row = 0; row < rows.Count; row++)
        {
            _values.Add(
                rows.IsNull(row, left) || rows.IsNull(row, right) ? 1
                : relation.Rules is null ? 1 + rows.Integer(row, left).CompareTo(rows.Integer(row, right))
                : relation.AreEqual(rows.Text(row, left), rows.Text(row, right)) ? 1
                : 2
            );
        }

        return _values;
    }
}
