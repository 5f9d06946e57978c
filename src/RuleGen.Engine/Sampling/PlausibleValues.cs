using System.Globalization;
using RuleGen.Model;

namespace RuleGen.Engine.Sampling;

/// <summary>Values that a column of a spell table might hold, going by its name and type.</summary>
internal static class PlausibleValues
{
    private static readonly string[] AdmissionMethods =
        "11 11 11 12 12 13 21 21 22 23 24 25 28 2A 2B 2C 2D 31 32 81 82 83 84 89 98 99".Split(' ');

    private static readonly string[] AdministrativeCategories = "01 01 01 01 01 01 01 01 02 03 04 98 99".Split(' ');

    /// <summary>Codes that are common in admitted care, so that made-up ones are not alone.</summary>
    private static readonly string[] Diagnoses =
        "I10X E119 Z921 J459 M545 M544 M511 M480 N390 K573 F171 Z867 E780 I251 D649 C509 C61X M169 H269 K409".Split(
            ' '
        );

    private static readonly string[] Procedures =
        "W371 C751 H221 V382 V254 M459 G451 Q181 W401 T202 J183 F091 X403 Y534 Z942 O161 V331 A651 L741 E036".Split(
            ' '
        );

    /// <summary>Whether values of the column are lists of codes with commas between.</summary>
    public static bool IsList(Column column) =>
        column.Type is CharacterType type
        && (type.Length is null or >= 500 || Names(column, "any_") || Names(column, "all_"));

    /// <summary>Whether the column holds ICD-10 codes.</summary>
    public static bool IsDiagnosis(Column column) => Names(column, "diag");

    /// <summary>Whether the column holds OPCS-4 codes.</summary>
    public static bool IsProcedure(Column column) => Names(column, "proc") || Names(column, "oper");

    /// <summary>Whether a number in the column is an age in years.</summary>
    public static bool IsAge(Column column) => Names(column, "age");

    /// <summary>A code such as the column holds, or as one item of its list.</summary>
    public static string Code(Column column, SplitMix64 random)
    {
        if (IsDiagnosis(column))
        {
            return random.Chance(50) ? random.Pick(Diagnoses) : MadeUpCode("ABCDEFGHIJKLMNOPQRSTZ", random);
        }

        if (IsProcedure(column))
        {
            return random.Chance(50) ? random.Pick(Procedures) : MadeUpCode("ABCDEFGHJKLMNOPQRSTUVWXYZ", random);
        }

        return Names(column, "admission_method") ? random.Pick(AdmissionMethods)
            : Names(column, "administrative_category") ? random.Pick(AdministrativeCategories)
            : Names(column, "sex") || Names(column, "gender") ? random.Pick("1122 9").ToString()
            : MadeUpCode("ABCDEFGHIJKLMNOPQRSTUVWXYZ", random);
    }

    /// <summary>A text for a character column, before it is cut to the column's length.</summary>
    public static string Text(Column column, SplitMix64 random) =>
        IsList(column)
            ? string.Join(',', Enumerable.Range(0, 1 + random.Below(6)).Select(_ => Code(column, random)))
            : Code(column, random);

    /// <summary>A value of a column of numbers, dates or decimals, in units of its type.</summary>
    public static long Units(Column column, SplitMix64 random) =>
        column.Type is TemporalType type ? Moment(type, random)
        : Names(column, "age") && column.Type is IntegerType ? random.Below(105)
        : random.Below((int)Math.Min(((OrderedType)column.Type).Maximum, 10_000));

    /// <summary>A day of the years 2015 to 2024, and a minute of it where the type has them.</summary>
    private static long Moment(TemporalType type, SplitMix64 random)
    {
        var day = new DateTime(2015, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).AddDays(random.Below(3650));
        return type.Find(type.IsDate || random.Chance(50) ? day : day.AddMinutes(random.Below(24 * 60)))!.Value;
    }

    /// <summary>A value of a type that predicates do not use, as text that SQL Server converts.</summary>
    public static string Opaque(Column column, SplitMix64 random)
    {
        var name = column.Type.ToString()!;
        var day = new DateOnly(2020, 1, 1)
            .AddDays(random.Below(1800))
            .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var time = new TimeOnly(random.Below(24), random.Below(60)).ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        return name == "bit" ? random.Below(2).ToString(CultureInfo.InvariantCulture)
            : name.StartsWith("time", StringComparison.Ordinal) ? time
            : name.StartsWith("datetimeoffset", StringComparison.Ordinal) ? $"{day}T{time}+00:00"
            : name == "uniqueidentifier" ? UniqueIdentifier(random.Next())
            : random.Below(2).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The text of a uniqueidentifier that differs for different numbers.</summary>
    public static string UniqueIdentifier(ulong number) =>
        $"00000000-0000-4000-{(number >> 48).ToString("x4", CultureInfo.InvariantCulture)}-"
        + (number & 0xFFFF_FFFF_FFFF).ToString("x12", CultureInfo.InvariantCulture);

    private static string MadeUpCode(string letters, SplitMix64 random) =>
        random.Pick(letters).ToString()
        + random.Pick("0123456789")
        + random.Pick("0123456789")
        + random.Pick("0123456789X");

    private static bool Names(Column column, string part) =>
        column.Name.Contains(part, StringComparison.OrdinalIgnoreCase);
}
