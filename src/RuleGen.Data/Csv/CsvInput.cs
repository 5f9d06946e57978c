using RuleGen.Model;

namespace RuleGen.Data.Csv;

/// <summary>A CSV file with a header, whose rows are to be read once.</summary>
/// <param name="Stream">Its bytes, UTF-8.</param>
/// <param name="Name">What messages call it.</param>
/// <param name="NullToken">What a field without quotes holds to mean NULL; empty for the empty field.</param>
public sealed record CsvInput(Stream Stream, string Name, string NullToken = "") : IDisposable
{
    /// <summary>Its size in bytes; null where the stream does not tell.</summary>
    public long? Size => Stream.CanSeek ? Stream.Length : null;

    /// <summary>Opens a file.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="nullToken">How it writes NULL.</param>
    /// <exception cref="RuleGenException">RG0501: it cannot be read.</exception>
    public static CsvInput Open(string path, string nullToken = "") => new(InputFile.Open(path), path, nullToken);

    /// <summary>Reads the header, and makes ready to read rows.</summary>
    /// <param name="columns">The columns to read.</param>
    /// <exception cref="RuleGenException">As for <see cref="CsvRowReader"/>.</exception>
    public CsvRowReader Read(ValueList<Column> columns) => new(Stream, Name, columns, NullToken);

    /// <inheritdoc/>
    public void Dispose() => Stream.Dispose();
}
