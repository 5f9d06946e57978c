using RuleGen.Model;

namespace RuleGen.Languages;

/// <summary>A set of whole numbers, as intervals that neither overlap nor touch, in ascending order.</summary>
public sealed record IntegerSet
{
    private IntegerSet(ValueList<Interval> intervals) => Intervals = intervals;

    /// <summary>The intervals.</summary>
    public ValueList<Interval> Intervals { get; }

    /// <summary>The set without numbers.</summary>
    public static IntegerSet Empty { get; } = new([]);

    /// <summary>The numbers from one to another; none where the first is greater.</summary>
    public static IntegerSet Between(long first, long last) => first <= last ? new([new Interval(first, last)]) : Empty;

    /// <summary>The numbers for which <c>number comparison bound</c> holds.</summary>
    public static IntegerSet Compared(ComparisonOperator comparison, long bound)
    {
        var below = bound == long.MinValue ? Empty : Between(long.MinValue, bound - 1);
        var above = bound == long.MaxValue ? Empty : Between(bound + 1, long.MaxValue);
        var equal = Between(bound, bound);
        return comparison switch
        {
            ComparisonOperator.Equal => equal,
            ComparisonOperator.NotEqual => below.Or(above),
            ComparisonOperator.LessThan => below,
            ComparisonOperator.LessThanOrEqual => below.Or(equal),
            ComparisonOperator.GreaterThan => above,
            ComparisonOperator.GreaterThanOrEqual => above.Or(equal),
            _ => throw new ArgumentOutOfRangeException(nameof(comparison)),
        };
    }

    /// <summary>Whether a number is in the set.</summary>
    public bool Contains(long number) => Intervals.Any(interval => interval.First <= number && number <= interval.Last);

    /// <summary>The numbers in either set.</summary>
    public IntegerSet Or(IntegerSet other)
    {
        var merged = new List<Interval>();
        foreach (var interval in Intervals.Concat(other.Intervals).OrderBy(interval => interval.First))
        {
            if (merged.Count > 0 && (merged[^1].Last == long.MaxValue || interval.First <= merged[^1].Last + 1))
            {
                merged[^1] = merged[^1] with { Last = Math.Max(merged[^1].Last, interval.Last) };
            }
            else
            {
                merged.Add(interval);
            }
        }

        return new IntegerSet(merged.ToValueList());
    }

    /// <summary>The numbers in both sets.</summary>
    public IntegerSet And(IntegerSet other) => Complement().Or(other.Complement()).Complement();

    /// <summary>The numbers of 64 bits that are not in the set.</summary>
    public IntegerSet Complement()
    {
        var gaps = new List<Interval>();
        var next = long.MinValue;
        foreach (var interval in Intervals)
        {
            if (next < interval.First)
            {
                gaps.Add(new Interval(next, interval.First - 1));
            }

            if (interval.Last == long.MaxValue)
            {
                return new IntegerSet(gaps.ToValueList());
            }

            next = interval.Last + 1;
        }

        gaps.Add(new Interval(next, long.MaxValue));
        return new IntegerSet(gaps.ToValueList());
    }
}

/// <summary>The whole numbers from one to another, both included.</summary>
/// <param name="First">The least.</param>
/// <param name="Last">The greatest.</param>
public readonly record struct Interval(long First, long Last);
