using System.Globalization;

namespace RuleGen.Model;

/// <summary>One of the integer types. The unit is one.</summary>
public sealed record IntegerType : OrderedType
{
    private readonly string _name;

    private IntegerType(string name, long minimum, long maximum)
        : base(minimum, maximum) => _name = name;

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

    /// <summary>Whether every value of another type fits.</summary>
    public bool Holds(IntegerType other) => Minimum <= other.Minimum && other.Maximum <= Maximum;

    /// <inheritdoc/>
    public override SqlValue Value(long units) => SqlValue.Of(units);

    /// <inheritdoc/>
    public override Scalar Literal(long units) => IntegerLiteral.Of(units);

    /// <inheritdoc/>
    public override string Show(long units) => units.ToString(CultureInfo.InvariantCulture);

    /// <summary>The name in T-SQL.</summary>
    public override string ToString() => _name;
}
