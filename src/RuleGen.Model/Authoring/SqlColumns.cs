namespace RuleGen.Model.Authoring;

/// <summary>Turns the columns of a source into operands of rules.</summary>
public static class SqlColumns
{
    /// <summary>A character column.</summary>
    /// <exception cref="RuleGenException">RG0010: the source has no such column. RG0001: it is of another kind.</exception>
    public static CharacterOperand Text(this Source source, string name) => Text(Find(source, name));

    /// <summary>A list.</summary>
    /// <exception cref="RuleGenException">RG0010: the source has no such list.</exception>
    public static ListOperand List(this Source source, string name) =>
        source.FindList(name) is { } list
            ? new ListOperand(list.Column)
            : throw new RuleGenException(
                ErrorCodes.UnboundColumn,
                $"The source {source.Table} has no list '{name}'",
                "Add it to the source"
            );

    internal static CharacterOperand Text(Column column)
    {
        Typing.RequireCharacter(ColumnReference.Of(column), "A rule");
        return new CharacterOperand(ColumnReference.Of(column));
    }

    /// <summary>A column of whole numbers or of decimals.</summary>
    /// <exception cref="RuleGenException">RG0010: the source has no such column. RG0001: it is of another kind.</exception>
    public static NumberOperand Number(this Source source, string name) => Number(Find(source, name));

    internal static NumberOperand Number(Column column)
    {
        return column.Type is IntegerType or DecimalType
            ? new NumberOperand(ColumnReference.Of(column))
            : throw WrongKind(column, "number");
    }

    /// <summary>A column of dates, with or without times.</summary>
    /// <exception cref="RuleGenException">RG0010: the source has no such column. RG0001: it is of another kind.</exception>
    public static DateOperand Date(this Source source, string name) => Date(Find(source, name));

    internal static DateOperand Date(Column column)
    {
        return column.Type is TemporalType
            ? new DateOperand(ColumnReference.Of(column))
            : throw WrongKind(column, "date");
    }

    internal static ColumnReference Rewrite(Scalar scalar, string text) =>
        scalar is ColumnReference reference
            ? ColumnReference.Of(reference.Column, text)
            : throw new InvalidOperationException("Only a column can be written in another way.");

    private static RuleGenException WrongKind(Column column, string what) =>
        new(
            ErrorCodes.IllTyped,
            $"Column '{column.Name}' is {column.Type}, not a {what}",
            "Use Text, Number or Date, as its type asks"
        );

    private static Column Find(Source source, string name) =>
        source.Find(name)
        ?? throw new RuleGenException(
            ErrorCodes.UnboundColumn,
            $"The source {source.Table} has no column '{name}'",
            "Add it to the source"
        );
}
