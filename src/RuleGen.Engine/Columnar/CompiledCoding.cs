using RuleGen.Model;

namespace RuleGen.Engine.Columnar;

/// <summary>A coding in terms of the bits of a row.</summary>
/// <param name="coding">The coding.</param>
/// <param name="readings">Its conditions under each reading; one or two.</param>
internal sealed class CompiledCoding(Coding coding, CompiledReading[] readings)
{
    /// <summary>The first arm that is TRUE, or what <see cref="CodingOutcome"/> says (rules 5.2, 5.3).</summary>
    public int Decide(ReadOnlySpan<ulong> bits)
    {
        var outcome = readings[0].Decide(bits);
        return readings.Length == 1 || IsSame(outcome, readings[1].Decide(bits)) ? outcome : CodingOutcome.Uncertain;
    }

    private bool IsSame(int one, int other) =>
        one == other || CodingOutcome.ToResult(coding, one) == CodingOutcome.ToResult(coding, other);
}

/// <summary>The conditions of a coding under one reading.</summary>
/// <param name="exclusions">When the row is kept; null keeps every row.</param>
/// <param name="arms">When each arm is TRUE.</param>
internal sealed class CompiledReading(BitCondition? exclusions, BitCondition[] arms)
{
    /// <summary>The first arm that is TRUE, or what <see cref="CodingOutcome"/> says (rules 5.2, 5.3).</summary>
    public int Decide(ReadOnlySpan<ulong> bits)
    {
        if (exclusions is not null && !exclusions.Holds(bits))
        {
            return CodingOutcome.NotKept;
        }

        for (var arm = 0; arm < arms.Length; arm++)
        {
            if (arms[arm].Holds(bits))
            {
                return arm;
            }
        }

        return CodingOutcome.NoArm;
    }
}
