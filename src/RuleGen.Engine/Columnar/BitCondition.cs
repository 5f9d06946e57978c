namespace RuleGen.Engine.Columnar;

/// <summary>A condition on a row in terms of bits that were found for it.</summary>
internal abstract class BitCondition
{
    /// <summary>Whether it holds.</summary>
    public abstract bool Holds(ReadOnlySpan<ulong> bits);
}

/// <summary>One of some bits is set; with no bits it never holds.</summary>
internal sealed class AnyBit(int[] numbers) : BitCondition
{
    public override bool Holds(ReadOnlySpan<ulong> bits)
    {
        foreach (var number in numbers)
        {
            if (bits.Has(number))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>All of several conditions hold, or any of them.</summary>
internal sealed class BitJunction(bool isAll, BitCondition[] parts) : BitCondition
{
    public override bool Holds(ReadOnlySpan<ulong> bits)
    {
        foreach (var part in parts)
        {
            if (part.Holds(bits) != isAll)
            {
                return !isAll;
            }
        }

        return isAll;
    }
}
