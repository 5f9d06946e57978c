using System.Globalization;
using RuleGen.Model;

namespace RuleGen.Engine.Sampling;

/// <summary>Numbers the rows in one column of the key, so that no two rows have the same key.</summary>
internal sealed class KeySequence
{
    private KeySequence(Column column) => Column = column;

    /// <summary>The column of the key that holds the number.</summary>
    public Column Column { get; }

    /// <summary>The numbering of so many rows.</summary>
    /// <exception cref="RuleGenException">RG0005: no column of the key has so many values, or one that can be numbered.</exception>
    public static KeySequence Of(Source source, int rows) =>
        Find(source, rows)
        ?? throw new RuleGenException(
            ErrorCodes.OutOfRange,
            $"No column of the key of {source.Table} can number "
                + $"{rows.ToString(CultureInfo.InvariantCulture)} rows: {string.Join(", ", source.Key)}",
            "Ask for fewer rows, or give the source an integer key"
        );

    /// <summary>The numbering of so many rows; null where no column of the key can number them.</summary>
    public static KeySequence? Find(Source source, int rows) =>
        source.Key.FirstOrDefault(column => Capacity(column) >= rows) is { } column ? new KeySequence(column) : null;

    /// <summary>The value of a row; the first row is 1.</summary>
    public SqlValue this[int number] =>
        Column.Type switch
        {
            OrderedType type => type.Value(number),
            CharacterType type => SqlValue.Of(type.Store(Digits(number, type))),
            _ => SqlValue.Of(PlausibleValues.UniqueIdentifier((ulong)number)),
        };

    private static string Digits(int number, CharacterType type) =>
        number.ToString("D" + Width(type).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static long Capacity(Column column) =>
        column.Type switch
        {
            OrderedType type => type.Maximum,
            CharacterType type => (long)Math.Pow(10, Width(type)) - 1,
            _ => column.Type.ToString() == "uniqueidentifier" ? int.MaxValue : 0,
        };

    /// <summary>How many digits a key has: as many as fit, ten at most.</summary>
    private static int Width(CharacterType type) => Math.Min(type.Length ?? 10, 10);
}
