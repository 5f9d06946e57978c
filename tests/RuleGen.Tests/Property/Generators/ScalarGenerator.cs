using RuleGen.Model;

namespace RuleGen.Tests.Property;

/// <summary>Draws expressions over columns, backwards from the type that is wanted.</summary>
internal sealed class ScalarGenerator(Source source, Draw draw, Vocabulary words)
{
    /// <summary>The alias of a source whose columns are those of a list's items: nothing qualifies them.</summary>
    public const string ItemAlias = "items";

    private readonly List<Column> _texts = source.Columns.Where(column => column.Type is CharacterType).ToList();
    private readonly List<Column> _numbers = source
        .Columns.Where(column => column.Type is OrderedType && !source.Key.Contains(column))
        .ToList();

    /// <summary>Whether there is a column of numbers, dates or decimals beside the key.</summary>
    public bool HasNumbers => _numbers.Count > 0;

    /// <summary>A character expression with a column in it.</summary>
    public Scalar Text(int depth)
    {
        var wanted = ((CharacterType)draw.Of(_texts).Type).IsUnicode;
        return Text(wanted, depth);
    }

    /// <summary>An expression of numbers, dates or decimals with a column in it.</summary>
    public Scalar Number(int depth)
    {
        var column = draw.Of(_numbers);
        return Number(column.Type is IntegerType ? null : column.Type, depth);
    }

    /// <summary>A literal that an expression of numbers, dates or decimals can meet.</summary>
    public Scalar Literal(SqlType type) =>
        type switch
        {
            TemporalType when draw.Chance(30) => Literal(
                draw.Of("20190401", "20190401 00:00:00", "2019-04-01T00:00:00", "19991231"),
                draw.Chance(20)
            ),
            DecimalType number when draw.Chance(30) && number.Precision > number.Scale => Literal(draw.Of(-1L, 0, 1)),
            IntegerType => Literal(Value()),
            _ => Enclosed(((OrderedType)type).Literal(Units((OrderedType)type))),
        };

    /// <summary>A value that matters, of dates or decimals: a bound of the type, or near the others that are drawn.</summary>
    public long Units(OrderedType type)
    {
        var middle = type is TemporalType moments
            ? moments.Find(new DateTime(2019, 4, 1, 0, 0, 0, DateTimeKind.Unspecified))!.Value
            : 0;
        return draw.Below(6) switch
        {
            0 => type.Minimum,
            1 => type.Maximum,
            _ => middle + draw.Of(-1, 0, 1),
        };
    }

    /// <summary>A number that matters: about bounds of types, or small.</summary>
    private long Value()
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

    /// <summary>Two columns that may be compared with each other, most often; null where there is one column.</summary>
    public (Scalar Left, Scalar Right)? ComparableColumns()
    {
        var columns = draw.Chance(60) && _numbers.Count > 1 ? _numbers : _texts;
        return source.Alias == ItemAlias || columns.Count < 2
            ? null
            : (Enclosed(Reference(draw.Of(columns))), Enclosed(Reference(draw.Of(columns))));
    }

    public Scalar Literal(long value) => Enclosed(IntegerLiteral.Of(value));

    public Scalar Literal(string value, bool isUnicode) => Enclosed(StringLiteral.Of(value, isUnicode));

    public T Enclosed<T>(T scalar)
        where T : Scalar => draw.Chance(5) ? scalar with { Parentheses = draw.Between(1, 2) } : scalar;

    /// <param name="type">The type of dates or decimals; null for whole numbers of any type.</param>
    /// <param name="depth">How deep functions nest.</param>
    private Scalar Number(SqlType? type, int depth)
    {
        var columns = _numbers.Where(column => type is null ? column.Type is IntegerType : column.Type == type);
        return Enclosed(
            depth <= 0 || draw.Chance(50)
                ? Reference(draw.Of(columns.ToList()))
                : draw.Made<Scalar>(() =>
                    draw.Chance(50)
                        ? IsNullFunction.Of(Number(type, depth - 1), NumberOrLiteral(type, depth - 1))
                        : CoalesceFunction.Of([
                            Number(type, depth - 1),
                            .. Some(draw.Between(1, 2), () => NumberOrLiteral(type, depth - 1)),
                        ])
                )
        );
    }

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
        switch (draw.Below(8))
        {
            case 6:
                return ReplaceFunction.Of(
                    Text(isUnicode, depth - 1),
                    StringLiteral.Of(draw.Of(".", " ", ",", "%"), isUnicode && draw.Chance(30)),
                    StringLiteral.Of(draw.Of("", "", "A", "1 ", "."))
                );
            case 7:
                var text = StringLiteral.Of(draw.Of(" ", "A", "|", "10", ""), isUnicode && draw.Chance(30));
                return draw.Chance(50)
                    ? ConcatFunction.Of(text, Text(isUnicode, depth - 1))
                    : ConcatFunction.Of(Text(isUnicode, depth - 1), text);
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

    private Scalar NumberOrLiteral(SqlType? type, int depth) =>
        draw.Chance(50) ? Number(type, depth)
        : type is null ? Literal(draw.Of(-1, 0, 19, 120))
        : Literal(type);

    private ColumnReference Reference(Column column) =>
        ColumnReference.Of(
            column,
            draw.Below(12) switch
            {
                0 => SqlName.Bracket(column.Name),
                1 when source.Alias != ItemAlias => $"t.{SqlName.Bracket(column.Name)}",
                _ => null,
            }
        );

    private static List<Scalar> Some(int count, Func<Scalar> next) =>
        Enumerable.Range(0, count).Select(_ => next()).ToList();
}
