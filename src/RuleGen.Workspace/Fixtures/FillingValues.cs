using System.Globalization;
using RuleGen.Model;

namespace RuleGen.Workspaces.Fixtures;

/// <summary>Values of columns that a coding does not read, and that a table wants all the same.</summary>
internal static class FillingValues
{
    private static readonly DateTime FirstDay = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    /// <summary>A value that differs for different numbers, as far as the type has so many.</summary>
    /// <param name="column">The column.</param>
    /// <param name="number">The number, 1 or more.</param>
    public static SqlValue Of(Column column, int number) =>
        column.Type switch
        {
            TemporalType type => type.Value(type.Find(FirstDay.AddDays(number))!.Value),
            OrderedType type => type.Value(Math.Min(number, type.Maximum)),
            CharacterType type => SqlValue.Of(type.Store(Digits(number, Math.Min(type.Length ?? 10, 10)))),
            _ => SqlValue.Of(Opaque(column.Type.ToString()!, number)),
        };

    private static string Digits(int number, int width) =>
        number.ToString("D" + width.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>A value of a type that predicates do not use, as text that SQL Server converts.</summary>
    private static string Opaque(string type, int number)
    {
        var name = type.Split('(')[0];
        return name switch
        {
            "time" => FirstDay.AddSeconds(number).ToString("HH:mm:ss", CultureInfo.InvariantCulture),
            "datetimeoffset" => FirstDay
                .AddDays(number)
                .ToString("yyyy-MM-ddTHH:mm:ss+00:00", CultureInfo.InvariantCulture),
            "uniqueidentifier" => $"00000000-0000-4000-0000-{Digits(number, 12)}",
            "bit" => (number % 2).ToString(CultureInfo.InvariantCulture),
            _ => number.ToString(CultureInfo.InvariantCulture),
        };
    }
}
