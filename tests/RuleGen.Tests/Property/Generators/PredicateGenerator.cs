using RuleGen.Model;

namespace RuleGen.Tests.Property;

/// <summary>Draws well-typed conditions.</summary>
internal sealed class PredicateGenerator(Source source, Draw draw, Vocabulary words, int depth)
{
    private const string Escapes = "!\\~zA[";

    private readonly ScalarGenerator _scalars = new(source, draw, words);

    public Predicate Next() => Next(depth);

    private Predicate Next(int levels)
    {
        if (levels <= 0 || draw.Chance(30))
        {
            return Enclosed(draw.Made(Clause));
        }

        return Enclosed(
            draw.Below(5) switch
            {
                0 => Not.Of(Next(levels - 1)),
                1 or 2 => And.Of(Some(() => Next(levels - 1))),
                _ => Or.Of(Some(() => Next(levels - 1))),
            }
        );
    }

    /// <summary>Whether an item of a list meets a condition.</summary>
    private Any Any(ItemList list)
    {
        var key = new Column("no key", SqlTypeParser.Parse("uniqueidentifier", Collation.All[0]), isNullable: false);
        var items = new Source(
            new TableName("dbo", "Items"),
            ScalarGenerator.ItemAlias,
            [key.Name],
            [],
            [key, .. list.Type.ItemColumns]
        );
        return Model.Any.Of(
            list.Column,
            draw.Chance(6) ? null : new PredicateGenerator(items, draw, words, draw.Between(0, 1)).Next()
        );
    }

    private Predicate Clause()
    {
        if (source.Lists.Count > 0 && draw.Chance(35))
        {
            return Any(source.Lists[0]);
        }

        if (draw.Chance(7) && _scalars.ComparableColumns() is { } pair && !IsMade(pair.Left) && !IsMade(pair.Right))
        {
            var comparison = draw.Of(Enum.GetValues<ComparisonOperator>());
            return ColumnComparison.Of(pair.Left, comparison, pair.Right) with
            {
                IsWrittenWithBang = comparison == ComparisonOperator.NotEqual && draw.Chance(30),
            };
        }

        var isNegated = draw.Chance(35);
        var isNumber = _scalars.HasNumbers && draw.Chance(35);
        return draw.Below(20) switch
        {
            0 => Constant(),
            1 or 2 => NullTest.Of(isNumber ? _scalars.Number(depth) : _scalars.Text(depth), isNegated),
            < 6 => isNumber ? NumberBetween(isNegated) : TextBetween(isNegated),
            < 9 => isNumber ? NumberIn(isNegated) : TextIn(isNegated),
            < 13 => isNumber ? NumberComparison() : TextComparison(),
            _ => Like(isNegated),
        };
    }

    /// <summary>Whether it is made of a list: an item and a joined text are not compared with other columns.</summary>
    private static bool IsMade(Scalar scalar) => scalar is ColumnReference { Column.Derivation: not null };

    private ConstantComparison Constant()
    {
        var comparison = draw.Of(Enum.GetValues<ComparisonOperator>());
        var (left, right) = (IntegerLiteral.Of(draw.Between(0, 2)), IntegerLiteral.Of(draw.Between(0, 2)));
        return ConstantComparison.Of(left, comparison, right) with
        {
            IsWrittenWithBang = comparison == ComparisonOperator.NotEqual && draw.Chance(30),
        };
    }

    private Like Like(bool isNegated)
    {
        var operand = _scalars.Text(depth);
        char? escape = draw.Chance(25) ? draw.Of(Escapes) : null;
        var (isPatternUnicode, isEscapeUnicode) = (draw.Chance(25), draw.Chance(25));
        var isUnicode = IsUnicode(operand) || isPatternUnicode || (escape is not null && isEscapeUnicode);
        var pattern = new PatternGenerator(
            draw,
            words,
            CollationOf(operand),
            isUnicode,
            isPatternUnicode,
            escape
        ).Next();
        return Model.Like.Of(
            operand,
            _scalars.Enclosed(StringLiteral.Of(pattern, isPatternUnicode)),
            escape is null ? null : StringLiteral.Of(escape.Value.ToString(), isEscapeUnicode),
            isNegated
        );
    }

    private Comparison TextComparison()
    {
        var operand = _scalars.Text(depth);
        var comparison = draw.Of(Enum.GetValues<ComparisonOperator>());
        return Compare(
            operand,
            comparison,
            TextLiteral(operand, comparison.NeedsOrder() ? CharacterUse.Order : CharacterUse.Equality)
        );
    }

    private Comparison NumberComparison()
    {
        var operand = _scalars.Number(depth);
        return Compare(operand, draw.Of(Enum.GetValues<ComparisonOperator>()), _scalars.Literal(operand.Type));
    }

    private Comparison Compare(Scalar operand, ComparisonOperator comparison, Scalar literal) =>
        (
            draw.Chance(25) ? Comparison.Of(literal, comparison, operand) : Comparison.Of(operand, comparison, literal)
        ) with
        {
            IsWrittenWithBang = comparison == ComparisonOperator.NotEqual && draw.Chance(30),
        };

    /// <summary>Ends in either order: one is as likely below the other as above.</summary>
    private Between TextBetween(bool isNegated)
    {
        var operand = _scalars.Text(depth);
        return Between.Of(
            operand,
            TextLiteral(operand, CharacterUse.Order),
            TextLiteral(operand, CharacterUse.Order),
            isNegated
        );
    }

    private Between NumberBetween(bool isNegated)
    {
        var operand = _scalars.Number(depth);
        return Between.Of(operand, _scalars.Literal(operand.Type), _scalars.Literal(operand.Type), isNegated);
    }

    private In TextIn(bool isNegated)
    {
        var operand = _scalars.Text(depth);
        return In.Of(operand, Items(() => TextLiteral(operand, CharacterUse.Equality)), isNegated);
    }

    private In NumberIn(bool isNegated)
    {
        var operand = _scalars.Number(depth);
        return In.Of(operand, Items(() => _scalars.Literal(operand.Type)), isNegated);
    }

    private ValueList<Scalar> Items(Func<Scalar> next) =>
        Enumerable.Range(0, draw.Between(1, 5)).Select(_ => next()).ToValueList();

    private ValueList<Predicate> Some(Func<Predicate> next) =>
        Enumerable.Range(0, draw.Between(2, 3)).Select(_ => next()).ToValueList();

    private Scalar TextLiteral(Scalar operand, CharacterUse use)
    {
        // Where the order of values is known under Unicode rules only, the literal brings them.
        var collation = CollationOf(operand);
        var isUnicode = draw.Chance(use == CharacterUse.Order && !collation.Rules(false).OrdersValues ? 95 : 25);
        var text = words.Text(collation, isUnicode || IsUnicode(operand), use, isUnicode);
        return _scalars.Literal(text, isUnicode);
    }

    private Predicate Enclosed(Predicate predicate) => draw.Chance(12) ? predicate.Grouped() : predicate;

    private static bool IsUnicode(Scalar scalar) => ((CharacterType)scalar.Type).IsUnicode;

    private static Collation CollationOf(Scalar scalar) => ((CharacterType)scalar.Type).Collation!;
}
