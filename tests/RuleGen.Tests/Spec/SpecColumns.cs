using RuleGen.Model;
using RuleGen.Model.Authoring;

namespace RuleGen.Tests.Spec;

/// <summary>The columns of all cases: two of a character type, and two integers.</summary>
public sealed class SpecColumns
{
    private SpecColumns(CharacterType x, CharacterType y)
    {
        Source = new Source(
            new TableName("dbo", "Spec"),
            alias: "Spec",
            key: ["Id"],
            carried: [],
            columns:
            [
                new Column("Id", IntegerType.Int, isNullable: false),
                new Column("X", x, isNullable: true),
                new Column("Y", y, isNullable: true),
                new Column("I", IntegerType.Int, isNullable: true),
                new Column("J", IntegerType.SmallInt, isNullable: true),
            ]
        );
    }

    public Source Source { get; }

    public CharacterOperand X => Source.Text("X");

    public CharacterOperand Y => Source.Text("Y");

    public IntegerOperand I => Source.Number("I");

    public IntegerOperand J => Source.Number("J");

    /// <summary>Columns of which X and Y have one type.</summary>
    public static SpecColumns Of(CharacterType type) => new(type, type);

    public static SpecColumns Of(CharacterType x, CharacterType y) => new(x, y);

    /// <summary>A row; character values as the columns store them.</summary>
    public Row Row(SpecRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new(
            Source.Columns,
            [SqlValue.Of(1), Stored("X", row.X), Stored("Y", row.Y), Number(row.I), Number(row.J)]
        );
    }

    private SqlValue Stored(string name, string? value) =>
        value is null ? SqlValue.Null : SqlValue.Of(((CharacterType)Source.Find(name)!.Type).Store(value));

    private static SqlValue Number(long? value) => value is { } number ? SqlValue.Of(number) : SqlValue.Null;
}

/// <summary>The values of a case; what is not given is NULL.</summary>
public sealed record SpecRow(string? X = null, string? Y = null, long? I = null, long? J = null)
{
    public static implicit operator SpecRow(string x) => FromString(x);

    public static implicit operator SpecRow(long i) => FromInt64(i);

    public static SpecRow FromString(string x) => new(x);

    public static SpecRow FromInt64(long i) => new(I: i);

    public override string ToString() =>
        string.Join(
            ", ",
            new[] { Show("X", X), Show("Y", Y), I is null ? null : $"I = {I}", J is null ? null : $"J = {J}" }
                .OfType<string>()
                .DefaultIfEmpty("all NULL")
        );

    private static string? Show(string name, string? value) => value is null ? null : $"{name} = '{value}'";
}
