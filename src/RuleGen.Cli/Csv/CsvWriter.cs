using System.Globalization;
using RuleGen.Model;

namespace RuleGen.Cli.Csv;

/// <summary>
/// Writes records of RFC 4180 with LF, quotes only where they are needed: around separators, quotes and line breaks,
/// and around a text that would otherwise be read as NULL.
/// </summary>
internal sealed class CsvWriter(TextWriter writer, string nullToken)
{
    private bool _isInRecord;

    /// <summary>Adds a field.</summary>
    public void Write(SqlValue value) => Write(value.IsInteger ? Format(value.Integer) : value.Text);

    /// <summary>Adds a field; null is NULL.</summary>
    public void Write(string? text)
    {
        if (_isInRecord)
        {
            writer.Write(',');
        }

        _isInRecord = true;
        if (text is null)
        {
            writer.Write(nullToken);
        }
        else if (text == nullToken || text.AsSpan().ContainsAny(",\"\r\n"))
        {
            writer.Write('"');
            writer.Write(text.Replace("\"", "\"\"", StringComparison.Ordinal));
            writer.Write('"');
        }
        else
        {
            writer.Write(text);
        }
    }

    /// <summary>Ends the record.</summary>
    public void EndRecord()
    {
        writer.Write('\n');
        _isInRecord = false;
    }

    private static string Format(long number) => number.ToString(CultureInfo.InvariantCulture);
}
