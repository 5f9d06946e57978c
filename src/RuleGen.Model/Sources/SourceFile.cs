namespace RuleGen.Model;

/// <summary>
/// Reads a schema file: JSON that says which table a coding reads, the names of its key and of the columns that views
/// carry through, and each column's name, type, nullability and, where it differs, collation.
/// </summary>
public static class SourceFile
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="RuleGenException">
    /// RG0501, RG0304: the file cannot be read, or is not UTF-8. Or what <see cref="Parse"/> refuses.
    /// </exception>
    public static Source Read(string path)
    {
        var text = InputFile.ReadText(path);
        try
        {
            return Parse(text);
        }
        catch (RuleGenException exception)
        {
            throw exception.In(path);
        }
    }

    /// <summary>Reads the text of a schema file.</summary>
    /// <exception cref="RuleGenException">
    /// All that is wrong, each with its position. RG0201: it is not JSON. RG0202: a member is missing, unknown, given
    /// twice or of another kind. RG0207: a list. RG0203, RG0005: a type. RG0204, RG0205: a column. RG0006: a collation. RG0009: a name.
    /// </exception>
    public static Source Parse(string json) =>
        new SourceFileReader().Read(PlacedJson.Parse(json, ErrorCodes.SchemaNotJson));
}
