using RuleGen.Model;
using RuleGen.TSql.Read;

namespace RuleGen.Workspaces;

/// <summary>A coding over the columns of a workspace's source, and where it is from.</summary>
/// <param name="Name">What messages call it: the id of a coding in C#, or the file of its text.</param>
/// <param name="Published">The coding, with what scripts say of it.</param>
public sealed record WorkspaceCoding(string Name, PublishedCoding Published)
{
    /// <summary>The coding itself.</summary>
    public Coding Coding => Published.Coding;

    /// <summary>The file of the text that it was read from; null for one in C#.</summary>
    public string? File { get; init; }

    /// <summary>
    /// What was repaired, passed over or left alone when its text was read, in the order of the text; empty for one in
    /// C#.
    /// </summary>
    public ValueList<ReadNote> Notes { get; init; } = [];

    /// <summary>
    /// The tables that its text reads and that were taken for the source, as it writes them; empty where there are none.
    /// </summary>
    public ValueList<string> AssumedTables { get; init; } = [];

    /// <summary>
    /// The columns whose values must have the declared shape, for the coding to be what its text says; empty where there
    /// are none.
    /// </summary>
    public ValueList<Column> AssumedShapes { get; init; } = [];

    /// <summary>The text columns that its text compares with numbers; empty where there are none.</summary>
    public ValueList<TextConversion> Conversions { get; init; } = [];

    /// <summary>What columns of results are called after: the id, or the file's name without folder and extension.</summary>
    public string ShortName => File is null ? Published.Id : Path.GetFileNameWithoutExtension(File);
}
