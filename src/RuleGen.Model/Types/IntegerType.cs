namespace RuleGen.Model;

/// <summary>One of the integer types.</summary>
public sealed record IntegerType : SqlType
{
    private readonly string _name;

    private IntegerType(string name, long minimum, long maximum)
    {
        _name = name;
        Minimum = minimum;
        Maximum = maximum;
    }

    /// <summary><c>tinyint</c>: 0 to 255.</summary>
    public static IntegerType TinyInt { get; } = new("tinyint", byte.MinValue, byte.MaxValue);

    /// <summary><c>smallint</c>: 16 bits.</summary>
    public static IntegerType SmallInt { get; } = new("smallint", short.MinValue, short.MaxValue);

    /// <summary><c>int</c>: 32 bits.</summary>
    public static IntegerType Int { get; } = new("int", int.MinValue, int.MaxValue);

    /// <summary><c>bigint</c>: 64 bits.</summary>
    public static IntegerType BigInt { get; } = new("bigint", long.MinValue, long.MaxValue);

    /// <summary>All four, narrowest first; also their precedence, lowest first (rule 6.1).</summary>
    public static ValueList<IntegerType> All { get; } = [TinyInt, SmallInt, Int, BigInt];

    /// <summary>The least value.</summary>
    public long Minimum { get; }

    /// <summary>The greatest value.</summary>
    public long Maximum { get; }

    /// <summary>Whether every value of another type fits.</summary>
    public bool Holds(IntegerType other) => Minimum <= other.Minimum && other.Maximum <= Maximum;

    /// <summary>Whether a value fits.</summary>
    public bool Holds(long value) => Minimum <= value && value <= Maximum;

    /// <summary>The name in T-SQL.</summary>
    public override string ToString() => _name;
}
