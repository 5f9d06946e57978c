using RuleGen.Model;

namespace RuleGen.Tests.Unit.Engine;

/// <summary>Makes rows from what a test cares about.</summary>
internal static class Rows
{
    /// <summary>A row of a source; its integer key is 1, and other columns that are not named are NULL.</summary>
    public static Row Of(Source source, params (string Column, object? Value)[] values) =>
        new(source.Columns, source.Columns.Select(column => Value(source, column, values)).ToValueList());

    /// <summary>The values of a row, in the order of a source's columns.</summary>
    public static SqlValue[] Values(this Row row, Source source) =>
        source.Columns.Select(column => row[column]).ToArray();

    private static SqlValue Value(Source source, Column column, (string Column, object? Value)[] values)
    {
        var isKey = source.Key.Contains(column);
        return values.FirstOrDefault(value => value.Column == column.Name).Value switch
        {
            string text => SqlValue.Of(text),
            long number => SqlValue.Of(number),
            int number => SqlValue.Of(number),
            _ => isKey ? SqlValue.Of(1) : SqlValue.Null,
        };
    }
}
