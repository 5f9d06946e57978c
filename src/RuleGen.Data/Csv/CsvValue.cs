namespace RuleGen.Data.Csv;

/// <summary>What a field holds: NULL, a number, or the text as it stands there.</summary>
internal readonly record struct CsvValue(CsvValueKind Kind, long Number)
{
    /// <summary>NULL.</summary>
    public static CsvValue Null => default;

    /// <summary>The field's text.</summary>
    public static CsvValue Text => new(CsvValueKind.Text, 0);

    /// <summary>A number.</summary>
    public static CsvValue Of(long number) => new(CsvValueKind.Number, number);
}

/// <summary>The kinds of values.</summary>
internal enum CsvValueKind
{
    /// <summary>NULL.</summary>
    Null,

    /// <summary>A number.</summary>
    Number,

    /// <summary>The field's text.</summary>
    Text,
}
