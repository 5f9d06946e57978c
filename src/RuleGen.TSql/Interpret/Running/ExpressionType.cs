using RuleGen.Model;
using RuleGen.TSql.Interpret.Collating;

namespace RuleGen.TSql.Interpret.Running;

/// <summary>The type of an expression of a script.</summary>
internal abstract record ExpressionType
{
    /// <summary>The value as an expression of this type has it; the value has the kind of the type.</summary>
    public virtual SqlValue Fit(SqlValue value) => value;

    /// <summary>The number by which a value that is no text compares.</summary>
    public virtual long Units(SqlValue value) => value.Integer;
}

/// <summary>char, varchar, nchar or nvarchar; no length is <c>(max)</c>.</summary>
internal sealed record TextType(bool IsUnicode, bool IsFixedLength, int? Length, CollationLabel Label) : ExpressionType
{
    /// <summary>
    /// Cut at the length, and filled with blanks up to a fixed one (rules 1.26, 4.2). NULL stays NULL.
    /// </summary>
    public override SqlValue Fit(SqlValue value)
    {
        if (value.Text is not { } text || Length is not { } length)
        {
            return value;
        }

        if (text.Length > length)
        {
            return SqlValue.Of(text[..length]);
        }

        return IsFixedLength && text.Length < length ? SqlValue.Of(text.PadRight(length)) : value;
    }

    /// <inheritdoc/>
    public override string ToString() =>
        FormattableString.Invariant(
            $"{(IsUnicode ? "n" : "")}{(IsFixedLength ? "char" : "varchar")}({(Length is { } length ? length : "max")})"
        );
}

/// <summary>An integer type, or the one value of a literal.</summary>
internal sealed record NumberType(long Minimum, long Maximum) : ExpressionType
{
    public bool Holds(NumberType other) => Minimum <= other.Minimum && other.Maximum <= Maximum;

    /// <inheritdoc/>
    public override string ToString() => "a number";
}

/// <summary>bit, which outcomes may have, and conditions may not use.</summary>
internal sealed record BitType : ExpressionType
{
    /// <inheritdoc/>
    public override string ToString() => "bit";
}

/// <summary>The literal NULL, of no type until it meets one (rule 4.1).</summary>
internal sealed record NullType : ExpressionType
{
    /// <inheritdoc/>
    public override string ToString() => "NULL";
}

/// <summary>The rows of a child table that belong to a row: no expression has it.</summary>
internal sealed record ListRowsType : ExpressionType
{
    /// <inheritdoc/>
    public override string ToString() => "rows of a child table";
}

/// <summary>A type that scripts may show but not use in a condition, such as a date.</summary>
internal sealed record OtherType(string Sql) : ExpressionType
{
    /// <inheritdoc/>
    public override string ToString() => Sql;
}
