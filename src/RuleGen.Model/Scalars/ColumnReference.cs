namespace RuleGen.Model;

/// <summary>The value of a column. Prints <c>[alias].[name]</c> in scripts, and as published in fragments.</summary>
public sealed record ColumnReference : Scalar
{
    private ColumnReference(Column column, string? written)
    {
        Column = column;
        Written = written;
    }

    /// <summary>The column.</summary>
    public Column Column { get; }

    /// <summary>
    /// How the published text writes it, with its qualifier and letter case, such as <c>apcs.Administrative_Category</c>;
    /// null is the plain name. No part of equality.
    /// </summary>
    public string? Written { get; }

    /// <inheritdoc/>
    public override SqlType Type => Column.Type;

    /// <inheritdoc/>
    public override bool MayBeNull => Column.IsNullable;

    /// <inheritdoc/>
    public override ValueList<Scalar> Operands => [];

    /// <inheritdoc/>
    public override IEnumerable<Column> Columns => [Column];

    /// <summary>A reference to a column.</summary>
    /// <param name="column">The column.</param>
    /// <param name="written">How the published text writes it; null is the plain name.</param>
    public static ColumnReference Of(Column column, string? written = null) =>
        new(column, written == column.Name ? null : written);

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IScalarVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public bool Equals(ColumnReference? other) => base.Equals(other) && Column == other.Column;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Column);
}
