namespace RuleGen.Model;

/// <summary>
/// What the values of a column look like, as whoever owns the source knows: a check on data. It is no assumption of a proof:
/// a verdict holds for values of other shapes, too.
/// </summary>
/// <param name="Patterns">
/// LIKE patterns, of which each value of a character column matches one; none where nothing is known.
/// </param>
/// <param name="Minimum">The least value of an integer column; null where nothing is known.</param>
/// <param name="Maximum">The greatest value of an integer column; null where nothing is known.</param>
public sealed record ValueShape(ValueList<string> Patterns, long? Minimum = null, long? Maximum = null)
{
    /// <summary>The condition that a value of a column has one of the patterns; null where there are none.</summary>
    public Predicate? HasPattern(Column column) => new CodeList(Patterns, []).IsItem(column);

    /// <summary>The shape in words, such as <c>[0-9][0-9] or 2[A-D]</c>, or <c>0 to 120</c>.</summary>
    public override string ToString() =>
        (Minimum, Maximum) switch
        {
            ({ } low, { } high) => FormattableString.Invariant($"{low} to {high}"),
            ({ } low, null) => FormattableString.Invariant($"{low} or more"),
            (null, { } high) => FormattableString.Invariant($"{high} or less"),
            _ => string.Join(" or ", Patterns),
        };

    /// <summary>Checks that the values of a column can have the shape.</summary>
    /// <exception cref="RuleGenException">RG0206: they cannot. RG0001 to RG0005: a pattern is not modelled.</exception>
    internal void Check(Column column)
    {
        var isText = column.Type is CharacterType;
        if (column.Type is not (CharacterType or IntegerType))
        {
            throw new RuleGenException(
                ErrorCodes.SchemaValueShape,
                $"Column '{column.Name}' is {column.Type}, and has 'values', a 'minimum' or a 'maximum'",
                "Leave them out: they are for text and whole numbers"
            );
        }

        if (isText ? (Minimum ?? Maximum) is not null : Patterns.Count > 0)
        {
            throw new RuleGenException(
                ErrorCodes.SchemaValueShape,
                isText
                    ? $"Column '{column.Name}' is {column.Type}, and has a 'minimum' or 'maximum'"
                    : $"Column '{column.Name}' is {column.Type}, and has 'values'",
                isText ? "Describe its values with LIKE patterns in 'values'" : "Give a 'minimum' and a 'maximum'"
            );
        }

        if (Minimum > Maximum)
        {
            throw new RuleGenException(
                ErrorCodes.SchemaValueShape,
                FormattableString.Invariant(
                    $"Column '{column.Name}' has the minimum {Minimum} above the maximum {Maximum}"
                ),
                "Exchange them"
            );
        }

        _ = HasPattern(column);
    }
}
