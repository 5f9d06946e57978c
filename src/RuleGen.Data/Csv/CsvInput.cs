using RuleGen.Data.Checks;
using RuleGen.Model;

namespace RuleGen.Data.Csv;

/// <summary>A CSV file with a header, whose rows are to be read once.</summary>
/// <param name="stream">Its bytes, UTF-8.</param>
/// <param name="name">What messages call it.</param>
/// <param name="nullToken">What a field without quotes holds to mean NULL; empty for the empty field.</param>
public sealed class CsvInput(Stream stream, string name, string nullToken = "") : IDisposable
{
    private CsvRowReader? _reader;

    /// <summary>What messages call it.</summary>
    public string Name => name;

    /// <summary>What a field without quotes holds to mean NULL; empty for the empty field.</summary>
    public string NullToken => nullToken;

    /// <summary>Whether the empty field without quotes means NULL beside the token.</summary>
    public bool EmptyIsNull { get; init; }

    /// <summary>
    /// Whether values of another shape than the source says are doubtful; they are not where rows are made up to try a
    /// coding.
    /// </summary>
    public bool ChecksShapes { get; init; } = true;

    /// <summary>
    /// Whether the items of lists that stand in child tables are in one field each, as files of fixtures have them; of those
    /// for which no file is given.
    /// </summary>
    public bool HasListCells { get; init; }

    /// <summary>The files of lists whose items stand in child tables.</summary>
    public ValueList<ListInput> Lists { get; init; } = [];

    /// <summary>How they and the rows went together; empty until the last row is read.</summary>
    public ValueList<ListCount> ListCounts => _reader?.ListCounts ?? [];

    /// <summary>Its size in bytes; null where the stream does not tell.</summary>
    public long? Size => stream.CanSeek ? stream.Length : null;

    /// <summary>The names of its columns, in its order; empty until the header is read.</summary>
    public ValueList<string> Header => _reader?.Header ?? [];

    /// <summary>What was doubtful of the rows that were read so far; they were taken as they stand.</summary>
    public ValueList<DataDoubt> Doubts => _reader?.Doubts ?? [];

    /// <summary>Opens a file.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="nullToken">How it writes NULL.</param>
    /// <exception cref="RuleGenException">RG0501: it cannot be read.</exception>
    public static CsvInput Open(string path, string nullToken = "") => new(InputFile.Open(path), path, nullToken);

    /// <summary>Reads the header, and makes ready to read rows.</summary>
    /// <param name="columns">The columns to read.</param>
    /// <param name="key">Those of them that identify a row; null where nothing does.</param>
    /// <param name="mayLack">Those of them that the file need not have; null where it must have all.</param>
    /// <param name="lists">The lists of the source; none where it is left out.</param>
    /// <exception cref="RuleGenException">
    /// As for <see cref="CsvRowReader"/>. RG0601: a list that is to be read has no file, or a file is for no list that is read
    /// from one.
    /// </exception>
    public CsvRowReader Read(
        ValueList<Column> columns,
        ValueList<Column>? key = null,
        ValueList<Column>? mayLack = null,
        ValueList<ItemList>? lists = null
    )
    {
        var options = new CsvReadOptions
        {
            NullTokens = EmptyIsNull && nullToken.Length > 0 ? [nullToken, ""] : [nullToken],
            Key = key ?? [],
            MayLack = mayLack ?? [],
            ChecksShapes = ChecksShapes,
        };
        foreach (var given in Lists)
        {
            ListInput.Check(given.List, lists ?? []);
        }

        var fields = columns
            .Where(column => column.Type is ListType)
            .ToDictionary(column => column, column => FieldsOf(column, key ?? [], lists ?? [], options));
        return _reader = new CsvRowReader(stream, name, columns, options with { Lists = fields });
    }

    private ListFields FieldsOf(Column column, ValueList<Column> key, ValueList<ItemList> lists, CsvReadOptions options)
    {
        var list = lists.First(each => each.Column == column);
        if (list.Storage is not ChildRows child)
        {
            return new NumberedFields(list);
        }

        return Lists.FirstOrDefault(each => SqlName.Comparer.Equals(each.List, list.Name)) is { } input
                ? new FileFields(list, key, input, options)
            : HasListCells ? new CellFields(list)
            : throw new RuleGenException(
                ErrorCodes.Usage,
                $"The coding reads the list '{list.Name}', whose items stand in {child.Table}",
                $"Give its file: --list {list.Name}=FILE, with the columns {string.Join(", ", child.Key.Append(child.Position).OfType<string>().Concat(list.Type.Columns.Select(each => each.StoredName)))}, in the order of the key"
            );
    }

    /// <inheritdoc/>
    public void Dispose() => stream.Dispose();
}
