using RuleGen.Model;

namespace RuleGen.Data.Csv;

/// <summary>How the rows of a CSV file are read.</summary>
public sealed record CsvReadOptions
{
    /// <summary>What an unquoted field holds to mean NULL; the empty text for the empty field. One or more.</summary>
    public ValueList<string> NullTokens { get; init; } = [""];

    /// <summary>Those of the columns that identify a row; none where nothing does, and no key repeats.</summary>
    public ValueList<Column> Key { get; init; } = [];

    /// <summary>What makes the lists among the columns.</summary>
    internal IReadOnlyDictionary<Column, ListFields> Lists { get; init; } = new Dictionary<Column, ListFields>();

    /// <summary>Those of the columns that the file need not have.</summary>
    public ValueList<Column> MayLack { get; init; } = [];

    /// <summary>Whether values of another shape than the source says are doubtful.</summary>
    public bool ChecksShapes { get; init; } = true;
}
