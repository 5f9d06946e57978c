namespace RuleGen.Model.Authoring;

/// <summary>Turns the columns of a source into operands of rules.</summary>
public static class SqlColumns
{
    /// <summary>A character column.</summary>
    /// <exception cref="RuleGenException">RG0010: the source has no such column. RG0001: it is of another kind.</exception>
    public static CharacterOperand Text(this Source source, string name)
    {
        var column = Find(source, name);
        Typing.RequireCharacter(ColumnReference.Of(column), "A rule");
        return new CharacterOperand(ColumnReference.Of(column));
    }

    /// <summary>An integer column.</summary>
    /// <exception cref="RuleGenException">RG0010: the source has no such column. RG0001: it is of another kind.</exception>
    public static IntegerOperand Number(this Source source, string name)
    {
        var column = Find(source, name);
        return column.Type is IntegerType
            ? new IntegerOperand(ColumnReference.Of(column))
            : throw new RuleGenException(
                ErrorCodes.IllTyped,
                $"Column '{column.Name}' is {column.Type}, not an integer",
                "Use Text for it"
            );
    }

    internal static ColumnReference Rewrite(Scalar scalar, string text) =>
        scalar is ColumnReference reference
            ? ColumnReference.Of(reference.Column, text)
            : throw new InvalidOperationException("Only a column can be written in another way.");

    private static Column Find(Source source, string name) =>
        source.Find(name)
        ?? throw new RuleGenException(
            ErrorCodes.UnboundColumn,
            $"The source {source.Table} has no column '{name}'",
            "Add it to the source"
        );
}
