using System.Runtime.InteropServices;

namespace RuleGen.Languages;

/// <summary>Numbers that together are one state: equal to another list with the same numbers.</summary>
/// <param name="numbers">The numbers; not to be changed.</param>
internal sealed class NumberList(int[] numbers) : IEquatable<NumberList>
{
    private readonly int _hash = Hash(numbers);

    /// <summary>The numbers.</summary>
    public int[] Numbers { get; } = numbers;

    public bool Equals(NumberList? other) =>
        other is not null && _hash == other._hash && Numbers.AsSpan().SequenceEqual(other.Numbers);

    public override bool Equals(object? obj) => Equals(obj as NumberList);

    public override int GetHashCode() => _hash;

    private static int Hash(int[] numbers)
    {
        var hash = new HashCode();
        hash.AddBytes(MemoryMarshal.AsBytes(numbers.AsSpan()));
        return hash.ToHashCode();
    }
}
