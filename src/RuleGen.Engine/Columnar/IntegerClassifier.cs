using RuleGen.Model;

namespace RuleGen.Engine.Columnar;

/// <summary>Finds the classes of numbers, which are intervals between the ends that facts mention.</summary>
internal sealed class IntegerClassifier : Classifier
{
    /// <summary>The numbers from 0 up to here are looked up; the others are searched for.</summary>
    private const int TableSize = 256;

    private readonly OrderedType _type;
    private readonly IReadOnlyList<ColumnFact> _facts;

    // The first numbers of the intervals, ascending; what is outside the type is an interval, too.
    private readonly long[] _starts;
    private readonly int[] _intervalOfSmall = new int[TableSize];
    private readonly int[] _classes;
    private int _nullClass;
    private int _generation = -1;

    public IntegerClassifier(Column column, IReadOnlyList<ColumnFact> facts, ClassTable classes)
        : base(column, facts, classes)
    {
        _type = (OrderedType)column.Type;
        _facts = facts;
        _starts =
        [
            .. facts
                .SelectMany(Ends)
                .Where(_type.Holds)
                .Append(long.MinValue)
                .Append(_type.Minimum)
                .Concat(_type.Maximum == long.MaxValue ? [] : [_type.Maximum + 1])
                .Distinct()
                .Order(),
        ];
        _classes = new int[_starts.Length];
        for (var i = 0; i < TableSize; i++)
        {
            _intervalOfSmall[i] = IntervalOf(i);
        }
    }

    public override void Narrow(BatchColumn values, int first, RowBits bits)
    {
        if (_generation != Classes.Generation)
        {
            FindClasses();
        }

        var numbers = ((IntegerBatchColumn)values).Numbers.Slice(first, bits.Count);
        var nulls = ((IntegerBatchColumn)values).Nulls.Slice(first, bits.Count);
        var bitsOfClasses = Classes.Bits;
        for (var i = 0; i < numbers.Length; i++)
        {
            var number = numbers[i];
            var interval = (ulong)number < TableSize ? _intervalOfSmall[number] : IntervalOf(number);
            bits.Narrow(i, bitsOfClasses, nulls[i] ? _nullClass : _classes[interval]);
        }
    }

    /// <summary>The numbers at which a fact begins or ceases to hold.</summary>
    private static IEnumerable<long> Ends(ColumnFact fact) =>
        fact is MembershipFact { Set.Integers: { } integers }
            ? integers.Intervals.SelectMany(interval =>
                interval.Last == long.MaxValue ? [interval.First] : new[] { interval.First, interval.Last + 1 }
            )
            : throw new ArgumentException("A fact about numbers is a set of numbers.", nameof(fact));

    private int IntervalOf(long number)
    {
        var place = Array.BinarySearch(_starts, number);
        return place >= 0 ? place : ~place - 1;
    }

    private void FindClasses()
    {
        for (var interval = 0; interval < _starts.Length; interval++)
        {
            if (!_type.Holds(_starts[interval]))
            {
                _classes[interval] = ClassTable.Irregular;
                continue;
            }

            Array.Clear(Facts);
            for (var fact = 0; fact < _facts.Count; fact++)
            {
                if (_facts[fact].Holds(_type.Value(_starts[interval])))
                {
                    Facts.AsSpan().Add(fact);
                }
            }

            _classes[interval] = Classes.ClassOf(Facts);
        }

        _nullClass = NullClass;
        _generation = Classes.Generation;
    }
}
