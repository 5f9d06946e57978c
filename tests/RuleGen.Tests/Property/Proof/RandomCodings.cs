using RuleGen.Model;

namespace RuleGen.Tests.Property.Proof;

/// <summary>
/// Draws small codings over a few short columns: every kind of predicate and expression that a coding may hold, over
/// few characters, so that brute force can go through every row.
/// </summary>
internal sealed class RandomCodings
{
    /// <summary>
    /// Parts of patterns and texts over few characters each, so that few classes have to be gone through.
    /// </summary>
    private static readonly (string[] Parts, string[] Texts)[] Vocabularies =
    [
        (["a", "B", "[aB]", "[^a]", "[a-b]", "[B-B]", "!a"], ["", "a", "A", "b", "aB", "b ", "Bab"]),
        (["1", "0", "[0-9]", "[^1]", "[0-1]", "!%"], ["", "1", "0", "01", "1 ", "10", "101"]),
        (["a", "1", " ", "[a1]", "[^a]", "[^1 ]", "[1-1]"], ["", "a", "1", "a1", " a", "1 ", "A"]),
    ];

    /// <summary>With what LIKE may look past (rule 1.41).</summary>
    private static readonly (string[] Parts, string[] Texts) Uncertain = (
        ["a", "1", "-", "a", "[a1]", "[^a]", "'"],
        ["", "a", "-", "a-", "-1", "1 ", "a1", "'"]
    );

    private readonly Random _random;
    private readonly Collation _collation;
    private readonly List<Column> _columns;
    private readonly string[] _parts;
    private readonly string[] _texts;
    private readonly LabelType _type;
    private readonly Column? _list;
    private readonly RandomCodings? _items;
    private readonly bool _isAboutItem;

    /// <param name="seed">The seed.</param>
    /// <param name="withUncertain">Whether texts, and now and then patterns, hold what LIKE may look past.</param>
    /// <param name="withList">Whether rows have a list, and columns are made of it.</param>
    public RandomCodings(int seed, bool withUncertain = false, bool withList = false)
    {
        _random = new Random(seed);
        _collation = Collation.All[_random.Next(Collation.All.Count)];
        (_parts, _texts) = withUncertain ? Uncertain : Vocabularies[_random.Next(Vocabularies.Length)];
        _parts = withUncertain && !Chance(3) ? [.. _parts.Where(part => part is not ("-" or "'"))] : _parts;
        _type = Pick(LabelType.Text, LabelType.Text, LabelType.Integer, LabelType.Bit);
        var columns = withList ? 1 : _random.Next(1, 4);
        _columns =
        [
            .. Enumerable.Range(0, columns).Select(number => DrawColumn(number, longest: withList ? 1 : 4 - columns)),
        ];
        if (withList)
        {
            _list = new Column("L", DrawList(), isNullable: false);
            _columns.AddRange(DrawMade((ListType)_list.Type));
            _items = new RandomCodings(this, [.. ((ListType)_list.Type).ItemColumns], _random);
        }
    }

    /// <summary>Draws conditions on items, or on columns that are made of them.</summary>
    private RandomCodings(RandomCodings row, List<Column> columns, Random random)
    {
        (_random, _collation, _type) = (random, row._collation, row._type);
        (_parts, _texts, _columns) = (row._parts, row._texts, columns);
        _isAboutItem = true;
    }

    /// <summary>A coding with one to three arms, ELSE or not, exclusions or not.</summary>
    public Coding Draw()
    {
        var arms = Many(_random.Next(1, 4), () => new CaseArm(DrawPredicate(2), DrawLabel()));
        return new Coding(arms, Chance(3) ? DrawLabel() : null, Chance(2) ? DrawPredicate(2) : null);
    }

    /// <summary>A label; few, so that they repeat.</summary>
    public Label DrawLabel() =>
        Chance(8) ? Label.Null
        : _type == LabelType.Text ? Label.Of(Pick("x", "y", "z"))
        : _type == LabelType.Integer ? Label.Of(Pick(-1, 0, 1))
        : Label.OfBit(Chance(2));

    /// <summary>A predicate with connectives nested so deep at most.</summary>
    public Predicate DrawPredicate(int depth) =>
        (depth == 0 ? 9 : _random.Next(12)) switch
        {
            < 3 => And.Of(Many(_random.Next(2, 4), () => DrawPredicate(depth - 1).Grouped())),
            < 6 => Or.Of(Many(_random.Next(2, 4), () => DrawPredicate(depth - 1).Grouped())),
            < 7 => Not.Of(DrawPredicate(depth - 1).Grouped()),
            _ => DrawModelled(DrawSimple),
        };

    public bool Chance(int oneIn) => _random.Next(oneIn) == 0;

    public int Next(int count) => _random.Next(count);

    /// <summary>Draws again where the collation's profile does not model what was drawn.</summary>
    private static Predicate DrawModelled(Func<Predicate> draw)
    {
        while (true)
        {
            try
            {
                return draw();
            }
            catch (RuleGenException)
            {
                // Refused when built: no coding can hold it.
            }
        }
    }

    private Predicate DrawSimple()
    {
        if (Chance(30))
        {
            return ConstantComparison.Of(IntegerLiteral.Of(1), ComparisonOperator.Equal, IntegerLiteral.Of(Next(2)));
        }

        if (_list is not null && Chance(2))
        {
            return Any.Of(_list, Chance(8) ? null : _items!.DrawPredicate(Next(2)));
        }

        var numbered = _columns.FindAll(column => column.Derivation is ItemAt);
        if (numbered.Count > 1 && Chance(3))
        {
            return DrawOfEach(numbered);
        }

        // Texts of two columns may stay undecided, and are not drawn.
        var comparable = _columns.FindAll(column => column is { Type: OrderedType, Derivation: null });
        if (!_isAboutItem && comparable is { Count: > 1 } ordered && Chance(4))
        {
            var (left, right) = (Pick([.. ordered]), Pick([.. ordered]));
            return ColumnComparison.Of(
                ColumnReference.Of(left),
                Pick(Enum.GetValues<ComparisonOperator>()),
                ColumnReference.Of(right)
            );
        }

        var integers = _columns.Where(column => column.Type is OrderedType).ToList();
        var isInteger = integers.Count == _columns.Count || (integers.Count > 0 && Chance(3));
        var operand = isInteger ? DrawInteger(1) : DrawText(2);
        Scalar Literal() => isInteger ? DrawNumber(operand.Type) : DrawLiteral();
        var comparison = Pick(Enum.GetValues<ComparisonOperator>());
        return Next(isInteger ? 5 : 9) switch
        {
            0 => NullTest.Of(operand, Chance(2)),
            1 => Comparison.Of(operand, comparison, Literal()),
            2 => Comparison.Of(Literal(), comparison, operand),
            3 => In.Of(operand, Many(_random.Next(1, 4), Literal), Chance(2)),
            4 => Between.Of(operand, Literal(), Literal(), Chance(2)),
            _ => DrawLike(operand),
        };
    }

    /// <summary>One condition asked of each of several columns.</summary>
    private Predicate DrawOfEach(List<Column> columns)
    {
        var seed = Next(int.MaxValue);
        var each = columns
            .Select(column => new RandomCodings(this, [column], new Random(seed)).DrawPredicate(depth: 1).Grouped())
            .ToValueList();
        return Chance(2) ? Or.Of(each) : And.Of(each);
    }

    private Like DrawLike(Scalar operand)
    {
        var pattern = string.Concat(
            Enumerable.Range(0, Next(4)).Select(_ => Chance(3) ? Pick("%", "_") : Pick(_parts))
        );
        var escape = pattern.AsSpan().Contains('!') ? StringLiteral.Of("!") : null;
        return Like.Of(operand, StringLiteral.Of(pattern, Chance(6)), escape, Chance(2));
    }

    private StringLiteral DrawLiteral() => StringLiteral.Of(Pick(_texts), Chance(6));

    private Scalar DrawText(int depth)
    {
        var texts = _columns.Where(column => column.Type is CharacterType).ToArray();
        var column = Pick(texts);
        if (depth == 0 || Chance(2))
        {
            return ColumnReference.Of(column);
        }

        Scalar Inner() => DrawText(depth - 1);
        return Next(11) switch
        {
            9 => ReplaceFunction.Of(Inner(), StringLiteral.Of(Pick(" ", ".")), StringLiteral.Of(Pick("", "a", "1a"))),
            10 when Chance(2) => ConcatFunction.Of(StringLiteral.Of(Pick(" ", "a", "1")), Inner()),
            10 => ConcatFunction.Of(Inner(), StringLiteral.Of(Pick(" ", "b", "0"))),
            0 => EdgeFunction.Of(true, Inner(), Next(4)),
            1 => EdgeFunction.Of(false, Inner(), Next(4)),
            2 => SubstringFunction.Of(Inner(), 1 + Next(3), Next(3)),
            3 => LetterCaseFunction.Of(Chance(2), Inner()),
            4 => TrimFunction.Of(Chance(2), Inner()),
            5 or 6 => IsNullFunction.Of(Inner(), Chance(2) ? DrawLiteral() : Inner()),
            7 => CoalesceFunction.Of([Inner(), DrawLiteral()]),
            _ => CoalesceFunction.Of([Inner(), Inner(), Inner()]),
        };
    }

    private Scalar DrawInteger(int depth)
    {
        var column = ColumnReference.Of(Pick([.. _columns.Where(column => column.Type is OrderedType)]));
        Scalar Inner() => Chance(2) ? DrawNumber(column.Type) : DrawInteger(depth - 1);
        return depth == 0 || Chance(2) ? column
            : Chance(2) ? IsNullFunction.Of(column, Inner())
            : CoalesceFunction.Of([column, Inner()]);
    }

    /// <summary>A literal that a number, a date or a decimal can meet.</summary>
    private Scalar DrawNumber(SqlType type) =>
        type switch
        {
            TemporalType moments => moments.Literal(
                moments.Find(new DateTime(2019, 4, 1, 0, 0, 0, DateTimeKind.Unspecified))!.Value + Next(3)
            ),
            DecimalType number when !Chance(3) => number.Literal(Pick(0, 1, -3)),
            _ => IntegerLiteral.Of(Pick(0, 1, 300)),
        };

    /// <summary>A list of one column or two, of few values each.</summary>
    private ListType DrawList()
    {
        var isBounded = Chance(3);
        Column Item(string name, SqlType type) => new(name, type, isBounded || Chance(2));
        var text = Item("Code", CharacterType.VarChar(Chance(6) ? 2 : 1, _collation));
        ValueList<Column> columns = Chance(5)
            ? [text, Item("Kind", Pick<SqlType>(CharacterType.Char(1, _collation), IntegerType.TinyInt))]
            : [text];
        return isBounded
            ? new ListType(columns, hasPosition: true, mostItems: 1 + Next(3))
            : new ListType(columns, hasPosition: !Chance(4), isDense: Chance(3));
    }

    /// <summary>Columns that are made of the list: the items at some positions, and all of them joined.</summary>
    private IEnumerable<Column> DrawMade(ListType type)
    {
        if (type.Position is null)
        {
            yield break;
        }

        // One position, or all that the lists gone through have; where items have few values, those can be three.
        var item = Pick([.. type.Columns]);
        var first = 1 + Next(Math.Min(2, type.MostItems ?? 2));
        var hasFewValues = type.Columns is [{ Type: CharacterType { Length: 1 } }];
        var last = hasFewValues && Chance(2) ? type.MostItems ?? 3 : first;
        for (var position = first; position <= last; position++)
        {
            yield return Column.Made($"I{position}", new ItemAt(_list!, item, position));
        }

        if (Chance(2))
        {
            yield return Column.Made(
                "J",
                new JoinedItems(
                    _list!,
                    type.Columns[0],
                    Pick(",", "", "a", "1"),
                    Pick("", "", "|"),
                    Pick("", "", "|", "1")
                )
            );
        }
    }

    private Column DrawColumn(int number, int longest)
    {
        var length = 1 + Next(longest);
        SqlType type = Next(9) switch
        {
            0 or 1 or 2 => CharacterType.VarChar(length, _collation),
            3 => CharacterType.Char(length, _collation),
            4 => CharacterType.NVarChar(length, _collation),
            5 => IntegerType.TinyInt,
            6 => Pick([.. TemporalType.All]),
            7 => DecimalType.Of(4, 1),
            _ => IntegerType.SmallInt,
        };
        return new Column($"C{number}", type, isNullable: !Chance(3));
    }

    private T Pick<T>(params T[] items) => items[Next(items.Length)];

    private static ValueList<T> Many<T>(int count, Func<T> draw) =>
        Enumerable.Range(0, count).Select(_ => draw()).ToValueList();
}
