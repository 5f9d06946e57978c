using RuleGen.Model;

namespace RuleGen.Data.Csv;

/// <summary>Writes records as <see cref="CsvText"/> forms them, each as soon as it is complete.</summary>
public sealed class CsvWriter(TextWriter writer, string nullToken)
{
    private readonly CsvText _text = new(nullToken);

    /// <summary>Adds a field.</summary>
    public void Write(SqlValue value) => _text.Write(value);

    /// <summary>Adds a field; null is NULL.</summary>
    public void Write(string? text) => _text.Write(text);

    /// <summary>Ends the record.</summary>
    public void EndRecord()
    {
        _text.EndRecord();
        writer.Write(_text.Written);
        _text.Clear();
    }
}
