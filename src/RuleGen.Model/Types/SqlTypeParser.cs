using System.Globalization;
using System.Text.RegularExpressions;

namespace RuleGen.Model;

/// <summary>Reads a type as a schema file writes it: <c>varchar(100)</c>, <c>int</c>, <c>date</c>.</summary>
public static partial class SqlTypeParser
{
    /// <summary>Types without arguments that predicates do not use.</summary>
    private static readonly string[] OpaqueNames = ["bit", "uniqueidentifier", "float", "real", "money", "smallmoney"];

    /// <summary>Types with one optional argument, a fractional-second precision of 0 to 7.</summary>
    private static readonly string[] ClockNames = ["datetimeoffset", "time"];

    /// <summary>The type that a text names; a character type takes the collation given.</summary>
    /// <exception cref="RuleGenException">RG0203: no such type. RG0005: a length out of range.</exception>
    public static SqlType Parse(string text, Collation collation)
    {
        var match = TypePattern().Match(text.Trim().ToLowerInvariant());
        var name = match.Groups["name"].Value;
        var arguments = match.Groups["argument"].Captures.Select(capture => capture.Value).ToArray();

        if (IntegerType.All.FirstOrDefault(type => type.ToString() == name) is { } integer && arguments is [])
        {
            return integer;
        }

        if (name is "char" or "varchar" or "nchar" or "nvarchar" && arguments is [var length])
        {
            return CharacterType.Create(
                isUnicode: name[0] == 'n',
                isFixedLength: !name.EndsWith("varchar", StringComparison.Ordinal),
                length == "max" ? null : ParseNumber(length),
                collation
            );
        }

        if (FindTemporal(name, arguments) is { } temporal)
        {
            return temporal;
        }

        if (FindDecimal(name, arguments) is { } number)
        {
            return number;
        }

        if (IsOpaque(name, arguments))
        {
            return new OpaqueType(arguments is [] ? name : $"{name}({string.Join(", ", arguments)})");
        }

        throw new RuleGenException(
            ErrorCodes.SchemaUnknownType,
            $"Type '{text}' is not known",
            "Use tinyint, smallint, int, bigint, char(n), varchar(n|max), nchar(n), nvarchar(n|max), date, smalldatetime, "
                + $"datetime, datetime2(n), decimal(p,s), numeric(p,s) with p up to {DecimalType.MostDigits}; or, for columns "
                + $"that are keys or carried through, {string.Join(", ", OpaqueNames)}, {string.Join("(n), ", ClockNames)}(n), "
                + "decimal(p,s) or numeric(p,s)"
        );
    }

    private static TemporalType? FindTemporal(string name, string[] arguments) =>
        (name, arguments) switch
        {
            ("date", []) => TemporalType.Date,
            ("smalldatetime", []) => TemporalType.SmallDateTime,
            ("datetime", []) => TemporalType.DateTime300,
            ("datetime2", []) => TemporalType.DateTime2(7),
            ("datetime2", [var digits]) when ParseNumber(digits) <= 7 => TemporalType.DateTime2(ParseNumber(digits)),
            _ => null,
        };

    /// <summary>A decimal; one with more digits than are modelled is null.</summary>
    private static DecimalType? FindDecimal(string name, string[] arguments)
    {
        if (name is not ("decimal" or "numeric"))
        {
            return null;
        }

        var precision = arguments is [var all, ..] ? ParseNumber(all) : 18;
        var scale = arguments is [_, var behind, ..] ? ParseNumber(behind) : 0;
        return arguments.Length <= 2 && precision is >= 1 and <= DecimalType.MostDigits && scale <= precision
            ? DecimalType.Of(precision, scale, isNumeric: name == "numeric")
            : null;
    }

    private static bool IsOpaque(string name, string[] arguments) =>
        arguments switch
        {
            [] => OpaqueNames.Contains(name) || ClockNames.Contains(name),
            [var fraction] when ClockNames.Contains(name) => ParseNumber(fraction) <= 7,
            [var precision] => name is "decimal" or "numeric" && ParseNumber(precision) is >= 1 and <= 38,
            [var precision, var scale] => name is "decimal" or "numeric"
                && ParseNumber(precision) is >= 1 and <= 38
                && ParseNumber(scale) <= ParseNumber(precision),
            _ => false,
        };

    /// <summary>The number, or one too great for any type where it does not fit an int or is no number.</summary>
    private static int ParseNumber(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;

    [GeneratedRegex(@"^(?<name>[a-z0-9]+)(?:\s*\(\s*(?<argument>[0-9]+|max)(?:\s*,\s*(?<argument>[0-9]+))*\s*\))?$")]
    private static partial Regex TypePattern();
}
