using RuleGen.Model;

namespace RuleGen.TSql.Read;

/// <summary>What was read from published text.</summary>
/// <param name="Coding">The coding, with its comments and with how it is written.</param>
/// <param name="Notes">What was repaired, passed over or left alone, in the order of the text; empty for clean
/// T-SQL.</param>
public sealed record ReadResult(Coding Coding, ValueList<ReadNote> Notes)
{
    /// <summary>The tables or views that were taken for the source, as the text writes them; empty where none was.</summary>
    public ValueList<string> AssumedTables { get; init; } = [];

    /// <summary>
    /// The columns whose values must have the shape that the source declares, for the coding to be what the text says:
    /// elsewhere SQL Server fails. Empty where there are none.
    /// </summary>
    public ValueList<Column> AssumedShapes { get; init; } = [];

    /// <summary>The comparisons of text columns with numbers; empty unless the reading was lenient.</summary>
    public ValueList<TextConversion> Conversions { get; init; } = [];
}

/// <summary>A comparison for which SQL Server converts every value of a text column to a number.</summary>
/// <param name="Column">The column.</param>
/// <param name="Position">Where the comparison stands in the text as it was given.</param>
/// <param name="Text">What stands there, on one line.</param>
/// <param name="Read">The condition that it is read as, for values that are digits alone, in T-SQL on one line.</param>
public sealed record TextConversion(Column Column, TextPosition Position, string Text, string Read)
{
    /// <summary>A value on which the conversion fails.</summary>
    public SqlValue Failing => SqlValue.Of(((CharacterType)Column.Type).Store("A"));
}

/// <summary>Something that a reader did with the text, and that its author may want to know.</summary>
/// <param name="Position">Where, in the text as it was given.</param>
/// <param name="Message">What was done; a sentence without a full stop.</param>
public sealed record ReadNote(TextPosition Position, string Message)
{
    /// <summary><c>line:column: message</c>.</summary>
    public override string ToString() => $"{Position.Line}:{Position.Column}: {Message}";
}
