using System.Globalization;
using RuleGen.Model;

namespace RuleGen.Data.Csv;

/// <summary>Turns the fields of one column into values of its type.</summary>
internal sealed class CsvValueParser(Column column, ValueList<string> nullTokens)
{
    private const int LongestQuote = 40;

    /// <summary>The column.</summary>
    public Column Column => column;

    /// <summary>
    /// Gives the kind of a field's value, and the number where it is one; or says why it does not fit the column.
    /// </summary>
    public Problem? Parse(ReadOnlySpan<char> field, bool isQuoted, out CsvValue value)
    {
        value = CsvValue.Null;
        if (!isQuoted && IsNull(field))
        {
            return column.IsNullable ? null : Invalid(field, "is NULL, and must not be", "Give it a value");
        }

        switch (column.Type)
        {
            case IntegerType type:
                return ParseInteger(field, isQuoted, type, out value);
            case TemporalType type:
                return ParseMoment(field, isQuoted, type, out value);
            case DecimalType type:
                return ParseDecimal(field, isQuoted, type, out value);
            case CharacterType type when field.Length > type.Length:
                return Invalid(
                    field,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"holds {Quote(field)}, which has {field.Length} characters and does not fit {type}"
                    ),
                    "Shorten it, or mend the type in the schema file"
                );
            default:
                value = CsvValue.Text;
                return null;
        }
    }

    private bool IsNull(ReadOnlySpan<char> field)
    {
        foreach (var token in nullTokens)
        {
            if (field.SequenceEqual(token))
            {
                return true;
            }
        }

        return false;
    }

    private Problem? ParseInteger(ReadOnlySpan<char> field, bool isQuoted, IntegerType type, out CsvValue value)
    {
        value = CsvValue.Null;
        var digits = field is ['+' or '-', .. var rest] ? rest : field;
        if (digits.IsEmpty || digits.ContainsAnyExceptInRange('0', '9'))
        {
            return NotOfType(field, isQuoted, "whole number", "Give digits only, with a sign where it is negative");
        }

        if (!TryRead(digits, field[0] == '-', out var number) || !type.Holds(number))
        {
            return Invalid(
                field,
                $"holds {Quote(field)}, which does not fit {type}",
                string.Create(CultureInfo.InvariantCulture, $"Give a number from {type.Minimum} to {type.Maximum}")
            );
        }

        value = CsvValue.Of(number);
        return null;
    }

    private Problem? ParseMoment(ReadOnlySpan<char> field, bool isQuoted, TemporalType type, out CsvValue value)
    {
        value = CsvValue.Null;
        if (TemporalText.Parse(field.ToString()) is not { } moment)
        {
            return NotOfType(
                field,
                isQuoted,
                "date",
                $"Write it as {type.Show(type.Find(new DateTime(2019, 4, 30, 0, 0, 0, DateTimeKind.Unspecified))!.Value)}"
            );
        }

        if (type.Find(moment) is not { } units)
        {
            return Invalid(
                field,
                $"holds {Quote(field)}, which {type} does not hold, or would round",
                $"Give a value from {type.Show(type.Minimum)} to {type.Show(type.Maximum)}, or mend the type in the schema file"
            );
        }

        value = CsvValue.Of(units);
        return null;
    }

    private Problem? ParseDecimal(ReadOnlySpan<char> field, bool isQuoted, DecimalType type, out CsvValue value)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        value = CsvValue.Null;
        if (!decimal.TryParse(field, Style, CultureInfo.InvariantCulture, out var number))
        {
            return NotOfType(field, isQuoted, "decimal number", "Give digits, with a point before those behind it");
        }

        if (type.Find(number) is not { } units)
        {
            return Invalid(
                field,
                $"holds {Quote(field)}, which {type} does not hold, or would round",
                $"Give a number from {type.Show(type.Minimum)} to {type.Show(type.Maximum)}, or mend the type in the schema file"
            );
        }

        value = CsvValue.Of(units);
        return null;
    }

    private Problem NotOfType(ReadOnlySpan<char> field, bool isQuoted, string what, string remedy) =>
        Invalid(
            field,
            $"holds {Quote(field)}, which is no {what}",
            isQuoted && IsNull(field) ? "Write NULL without quotes; a quoted field is never NULL"
                : field.IsEmpty ? $"Write NULL as '{nullTokens[0]}', or give a {what.Split(' ')[^1]}"
                : remedy
        );

    /// <summary>The number that digits and a sign stand for; false where 64 bits do not hold it.</summary>
    private static bool TryRead(ReadOnlySpan<char> digits, bool isNegative, out long number)
    {
        number = 0;
        foreach (var digit in digits)
        {
            // Below zero, because there is one number more.
            var low = number < long.MinValue / 10 ? long.MaxValue : (number * 10) - (digit - '0');
            if (low > number)
            {
                return false;
            }

            number = low;
        }

        if (!isNegative && number == long.MinValue)
        {
            return false;
        }

        number = isNegative ? number : -number;
        return true;
    }

    private Problem Invalid(ReadOnlySpan<char> field, string message, string remedy)
    {
        var looksNull = field is "NULL" or "null" or @"\N" or "NA";
        return new Problem(
            ErrorCodes.CsvInvalidValue,
            $"Column '{column.Name}' {message}",
            looksNull && !IsNull(field) ? $"{remedy}; if the file writes NULL so, say --null '{field}'" : remedy
        );
    }

    private static string Quote(ReadOnlySpan<char> field)
    {
        var text = field.Length <= LongestQuote ? field.ToString() : $"{field[..LongestQuote]}…";
        return $"'{MessageText.OneLine(text)}'";
    }
}
