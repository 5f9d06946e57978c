using RuleGen.Model;

namespace RuleGen.Tests.Property;

/// <summary>Draws expressions over columns, backwards from the type that is wanted.</summary>
internal sealed class ScalarGenerator(Source source, Draw draw, Vocabulary words)
{
    private readonly List<Column> _texts = source.Columns.Where(column => column.Type is CharacterType).ToList();
    private readonly List<Column> _numbers = source
        .Columns.Where(column => column.Type is IntegerType && !source.Key.Contains(column))
        .ToList();

    /// <summary>Whether there is a number column beside the key.</summary>
    public bool HasNumbers => _numbers.Count > 0;

    /// <summary>A character expression with a column in it.</summary>
    public Scalar Text(int depth)
    {
        var wanted = ((CharacterType)draw.Of(_texts).Type).IsUnicode;
        return Text(wanted, depth);
    }

    /// <summary>An integer expression with a column in it.</summary>
    public Scalar Number(int depth) =>
        Enclosed(
            depth <= 0 || draw.Chance(50)
                ? Reference(draw.Of(_numbers))
                : draw.Made<Scalar>(() =>
                    draw.Chance(50)
                        ? IsNullFunction.Of(Number(depth - 1), NumberOrLiteral(depth - 1))
                        : CoalesceFunction.Of([
                            Number(depth - 1),
                            .. Some(draw.Between(1, 2), () => NumberOrLiteral(depth - 1)),
                        ])
                )
        );

    /// <summary>A number that matters: about bounds of types, or small.</summary>
    public long Value()
    {
        var type = draw.Of(IntegerType.All);
        return draw.Below(6) switch
        {
            0 => type.Minimum,
            1 => type.Maximum,
            // One beyond the type, where there is one.
            2 when type != IntegerType.BigInt => draw.Of(type.Minimum - 1, type.Maximum + 1),
            _ => draw.Of(-1, 0, 1, 2, 18, 19, 20, 120),
        };
    }

    public Scalar Literal(long value) => Enclosed(IntegerLiteral.Of(value));

    public Scalar Literal(string value, bool isUnicode) => Enclosed(StringLiteral.Of(value, isUnicode));

    public T Enclosed<T>(T scalar)
        where T : Scalar => draw.Chance(5) ? scalar with { Parentheses = draw.Between(1, 2) } : scalar;

    private Scalar Text(bool isUnicode, int depth)
    {
        var columns = _texts.Where(column => ((CharacterType)column.Type).IsUnicode == isUnicode).ToList();
        if (depth <= 0 || draw.Chance(45))
        {
            // Any column where none has the wanted type: the caller's factory says whether it fits.
            return Enclosed(Reference(draw.Of(columns.Count > 0 ? columns : _texts)));
        }

        return Enclosed(draw.Made(() => Function(isUnicode, depth)));
    }

    private Scalar Function(bool isUnicode, int depth)
    {
        switch (draw.Below(6))
        {
            case 0:
                return EdgeFunction.Of(draw.Chance(60), Text(isUnicode, depth - 1), draw.Between(0, 5));
            case 1:
                return SubstringFunction.Of(Text(isUnicode, depth - 1), draw.Between(1, 4), draw.Between(0, 4));
            case 2:
                return LetterCaseFunction.Of(draw.Chance(50), Text(isUnicode, depth - 1));
            case 3:
                return TrimFunction.Of(draw.Chance(50), Text(isUnicode, depth - 1));
            case 4:
                // ISNULL takes the type of its first argument, which may be the literal.
                return draw.Chance(5)
                    ? IsNullFunction.Of(TextLiteral(isUnicode), Text(isUnicode, depth - 1))
                    : IsNullFunction.Of(Text(isUnicode, depth - 1), TextOrLiteral(isUnicode, depth - 1));
            default:
                return CoalesceFunction.Of([
                    Text(isUnicode, depth - 1),
                    .. Some(draw.Between(1, 2), () => TextOrLiteral(isUnicode, depth - 1)),
                ]);
        }
    }

    private Scalar TextOrLiteral(bool isUnicode, int depth) =>
        draw.Chance(50) ? TextLiteral(isUnicode) : Text(isUnicode && draw.Chance(70), depth);

    private Scalar TextLiteral(bool isUnicode) => Literal(words.PlainText(), isUnicode && draw.Chance(60));

    private Scalar NumberOrLiteral(int depth) => draw.Chance(50) ? Literal(draw.Of(-1, 0, 19, 120)) : Number(depth);

    private ColumnReference Reference(Column column) =>
        ColumnReference.Of(
            column,
            draw.Below(12) switch
            {
                0 => SqlName.Bracket(column.Name),
                1 => $"t.{SqlName.Bracket(column.Name)}",
                _ => null,
            }
        );

    private static List<Scalar> Some(int count, Func<Scalar> next) =>
        Enumerable.Range(0, count).Select(_ => next()).ToList();
}
