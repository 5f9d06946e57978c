using RuleGen.Model;
using RuleGen.Model.Authoring;

namespace RuleGen.Tests.Spec;

/// <summary>The columns of all cases: two of a character type, two integers, dates with and without times, a decimal.</summary>
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
                new Column("D", TemporalType.Date, isNullable: true),
                new Column("S", TemporalType.SmallDateTime, isNullable: true),
                new Column("M", TemporalType.DateTime300, isNullable: true),
                new Column("T", TemporalType.DateTime2(3), isNullable: true),
                new Column("P", DecimalType.Of(5, 2), isNullable: true),
            ]
        );
    }

    public Source Source { get; }

    public CharacterOperand X => Source.Text("X");

    public CharacterOperand Y => Source.Text("Y");

    public NumberOperand I => Source.Number("I");

    public NumberOperand J => Source.Number("J");

    /// <summary>date.</summary>
    public DateOperand D => Source.Date("D");

    /// <summary>smalldatetime.</summary>
    public DateOperand S => Source.Date("S");

    /// <summary>datetime.</summary>
    public DateOperand M => Source.Date("M");

    /// <summary>datetime2(3).</summary>
    public DateOperand T => Source.Date("T");

    /// <summary>decimal(5, 2).</summary>
    public NumberOperand P => Source.Number("P");

    /// <summary>Columns of which X and Y have one type.</summary>
    public static SpecColumns Of(CharacterType type) => new(type, type);

    public static SpecColumns Of(CharacterType x, CharacterType y) => new(x, y);

    /// <summary>A row; character values as the columns store them.</summary>
    public Row Row(SpecRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new(
            Source.Columns,
            [
                SqlValue.Of(1),
                Stored("X", row.X),
                Stored("Y", row.Y),
                Number(row.I),
                Number(row.J),
                Moment("D", row.D),
                Moment("S", row.S),
                Moment("M", row.M),
                Moment("T", row.T),
                row.P is { } number
                    ? Type<DecimalType>("P").Value(Type<DecimalType>("P").Find(number)!.Value)
                    : SqlValue.Null,
            ]
        );
    }

    private SqlValue Stored(string name, string? value) =>
        value is null ? SqlValue.Null : SqlValue.Of(((CharacterType)Source.Find(name)!.Type).Store(value));

    private SqlValue Moment(string name, string? value) =>
        value is null
            ? SqlValue.Null
            : Type<TemporalType>(name).Value(Type<TemporalType>(name).Find(TemporalText.Parse(value)!.Value)!.Value);

    private T Type<T>(string name)
        where T : SqlType => (T)Source.Find(name)!.Type;

    private static SqlValue Number(long? value) => value is { } number ? SqlValue.Of(number) : SqlValue.Null;
}

/// <summary>The values of a case; what is not given is NULL.</summary>
public sealed record SpecRow(
    string? X = null,
    string? Y = null,
    long? I = null,
    long? J = null,
    string? D = null,
    string? S = null,
    string? M = null,
    string? T = null,
    decimal? P = null
)
{
    public static implicit operator SpecRow(string x) => FromString(x);

    public static implicit operator SpecRow(long i) => FromInt64(i);

    public static SpecRow FromString(string x) => new(x);

    public static SpecRow FromInt64(long i) => new(I: i);

    public override string ToString() =>
        string.Join(
            ", ",
            new[]
            {
                Show("X", X),
                Show("Y", Y),
                I is null ? null : $"I = {I}",
                J is null ? null : $"J = {J}",
                Show("D", D),
                Show("S", S),
                Show("M", M),
                Show("T", T),
                P is null ? null : FormattableString.Invariant($"P = {P}"),
            }
                .OfType<string>()
                .DefaultIfEmpty("all NULL")
        );

    private static string? Show(string name, string? value) => value is null ? null : $"{name} = '{value}'";
}
