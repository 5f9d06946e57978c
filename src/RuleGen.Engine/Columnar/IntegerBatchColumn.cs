using RuleGen.Model;

namespace RuleGen.Engine.Columnar;

/// <summary>Whole numbers, as they are; of dates and decimals, their units.</summary>
internal sealed class IntegerBatchColumn(OrderedType type) : BatchColumn
{
    private long[] _numbers = new long[64];
    private bool[] _nulls = new bool[64];

    /// <summary>The numbers; of any value where it is NULL.</summary>
    public ReadOnlySpan<long> Numbers => _numbers.AsSpan(0, Count);

    /// <summary>Which values are NULL.</summary>
    public ReadOnlySpan<bool> Nulls => _nulls.AsSpan(0, Count);

    public override SqlValue this[int row] => IsNull(row) ? SqlValue.Null : type.Value(Numbers[row]);

    public override bool IsNull(int row) => Nulls[row];

    public override void AddNull() => Add(0, isNull: true);

    /// <summary>Adds a number.</summary>
    public void Add(long number) => Add(number, isNull: false);

    private void Add(long number, bool isNull)
    {
        if (Count == _numbers.Length)
        {
            Array.Resize(ref _numbers, 2 * Count);
            Array.Resize(ref _nulls, 2 * Count);
        }

        _numbers[Count] = number;
        _nulls[Count++] = isNull;
    }
}
