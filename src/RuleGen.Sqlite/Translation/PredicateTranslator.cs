using RuleGen.Model;
using RuleGen.Sqlite.Collations;
using static RuleGen.Sqlite.Translation.ScalarTranslator;

namespace RuleGen.Sqlite.Translation;

/// <summary>Writes a predicate as a condition of SQLite: 1 for TRUE, 0 for FALSE, NULL for UNKNOWN.</summary>
/// <param name="columnSql">SQL for a column.</param>
/// <param name="findFacts">The facts for a collation and Unicode or not; null where there are none.</param>
/// <param name="itemsSql">SQL for the items of a list that belong to the row, after FROM.</param>
internal sealed class PredicateTranslator(
    Func<Column, string> columnSql,
    Func<Collation, bool, CollationFacts?> findFacts,
    Func<Column, string> itemsSql
) : IPredicateVisitor<string>
{
    private readonly List<CharacterNeed> _needs = [];
    private readonly List<Untranslatable> _untranslatable = [];

    /// <summary>The list of whose items conditions are about; null where they are about the row.</summary>
    private Column? _list;

    /// <summary>What the values must be like, each need once, in the order of first use.</summary>
    public ValueList<CharacterNeed> Needs => _needs.Distinct().ToValueList();

    /// <summary>What has no exact counterpart; its SQL must not be used.</summary>
    public ValueList<Untranslatable> Untranslatable => _untranslatable.Distinct().ToValueList();

    /// <summary>A condition of a coding in SQL, in parentheses.</summary>
    public string Translate(Predicate predicate)
    {
        if (ExpressionDepth.Of(predicate) > ExpressionDepth.Limit)
        {
            _untranslatable.Add(
                new Untranslatable(
                    predicate,
                    $"It nests deeper than the {Number(ExpressionDepth.Limit)} levels that SQLite takes"
                )
            );
            return "(NULL)";
        }

        return Enclosed(predicate);
    }

    string IPredicateVisitor<string>.Visit(Like like)
    {
        var isUnicode = IsUnicode(like.Operand, like.PatternText) || like.Escape is { IsUnicode: true };
        var text = Scalars(isUnicode, CharacterUse.Pattern).Translate(like.Operand);
        if (Facts(like, [like.Operand], isUnicode, CharacterUse.Pattern) is not { } facts)
        {
            return "NULL";
        }

        if (like.Reading == LikeReading.Absent)
        {
            text = facts.MayBeLookedPast.Aggregate(
                text,
                (inner, character) => $"replace({inner}, {StoredText.Quote(character.ToString())}, '')"
            );
        }

        var pattern = GlobPattern.From(like.Pattern, facts, reason => _untranslatable.Add(new(like, reason)));
        return Negate(like.IsNegated, LikeSql(text, pattern, isUnicode));
    }

    string IPredicateVisitor<string>.Visit(Comparison comparison) =>
        Compare(comparison, comparison.Left, comparison.Operator, comparison.Right);

    string IPredicateVisitor<string>.Visit(ColumnComparison comparison) =>
        Compare(comparison, comparison.Left, comparison.Operator, comparison.Right);

    string IPredicateVisitor<string>.Visit(Between between) =>
        Negate(
            between.IsNegated,
            Compare(between, between.Operand, ComparisonOperator.GreaterThanOrEqual, between.Low)
                + " AND "
                + Compare(between, between.Operand, ComparisonOperator.LessThanOrEqual, between.High)
        );

    /// <remarks>Each item compares by its own rules, Unicode or not (rules 5.10, 6.2).</remarks>
    string IPredicateVisitor<string>.Visit(In membership)
    {
        var lists = membership
            .Items.GroupBy(item => IsUnicode(membership.Operand, item))
            .Select(items => IsAmong(membership, items.ToValueList(), items.Key));
        return Negate(membership.IsNegated, string.Join(" OR ", lists));
    }

    /// <remarks>Not a question about characters: a value may hold any.</remarks>
    string IPredicateVisitor<string>.Visit(NullTest test)
    {
        var operand = new ScalarTranslator(ColumnSql, useColumn: (_, _) => { }).Translate(test.Operand);
        return $"{operand} IS {(test.IsNegated ? "NOT " : "")}NULL";
    }

    string IPredicateVisitor<string>.Visit(Any any)
    {
        _list = any.List;
        var condition = any.Condition is { } asked ? Enclosed(asked) : "1";
        _list = null;
        return $"EXISTS (SELECT 1 FROM {itemsSql(any.List)} AND {condition})";
    }

    string IPredicateVisitor<string>.Visit(ConstantComparison constant) =>
        $"{Number(constant.Left.Value)} {constant.Operator.ToSql()} {Number(constant.Right.Value)}";

    string IPredicateVisitor<string>.Visit(And and) => Join(and.Children.AsSpan(), " AND ");

    string IPredicateVisitor<string>.Visit(Or or) => Join(or.Children.AsSpan(), " OR ");

    string IPredicateVisitor<string>.Visit(Not not) => $"NOT {Enclosed(not.Operand)}";

    /// <summary>
    /// LIKE in SQL. In Unicode mode the whole text matches (rule 1.25); in ASCII mode the text without some of its
    /// blanks at the end, as many as one likes (rules 1.24, 1.29).
    /// </summary>
    private static string LikeSql(string text, GlobPattern? pattern, bool isUnicode)
    {
        if (pattern is null)
        {
            return $"CASE WHEN {text} IS NOT NULL THEN 0 END";
        }

        if (isUnicode || pattern.EndsWithRun)
        {
            return pattern.Match(text);
        }

        // A blank that is kept must be taken by one of the places at the pattern's end. Without any, none is kept.
        var trimmed = $"rtrim({text})";
        var places = pattern.BlankPlacesAtEnd;
        if (places == 0)
        {
            return pattern.Match(trimmed);
        }

        if (pattern.Length is { } length)
        {
            var start = pattern.Match($"substr({text}, 1, {Number(length)})");
            return $"{start} AND rtrim(substr({text}, {Number(length + 1)})) = ''";
        }

        // With a run before those places, whoever matches with as many blanks as places matches with more: the whole
        // text then stands for all of them, and only fewer blanks are tried one by one.
        return $"{pattern.Match(text)} OR EXISTS (WITH RECURSIVE n(i) AS (SELECT length({trimmed}) UNION ALL "
            + $"SELECT i + 1 FROM n WHERE i < min(length({text}), length({trimmed}) + {Number(places)})) "
            + $"SELECT 1 FROM n WHERE {pattern.Match($"substr({text}, 1, i)")})";
    }

    private static string Negate(bool isNegated, string sql) => isNegated ? $"NOT ({sql})" : sql;

    private static bool IsUnicode(Scalar left, Scalar right) =>
        left.Type is CharacterType { IsUnicode: true } || right.Type is CharacterType { IsUnicode: true };

    private string Compare(Predicate predicate, Scalar left, ComparisonOperator comparison, Scalar right)
    {
        var isUnicode = IsUnicode(left, right);
        var use = comparison.NeedsOrder() ? CharacterUse.Order : CharacterUse.Equality;
        var scalars = Scalars(isUnicode, use);
        if (left.Type is not CharacterType)
        {
            return $"{scalars.Translate(left)} {comparison.ToSql()} {scalars.Translate(right)}";
        }

        if (Facts(predicate, [left, right], isUnicode, use) is not { } facts)
        {
            return "NULL";
        }

        var length = (left as StringLiteral ?? right as StringLiteral)?.Value.TrimEnd(' ').Length ?? 0;
        Func<Scalar, string> side = scalar =>
            use == CharacterUse.Order
                ? Ordered(scalar, scalars, facts, Math.Max(length, 1))
                : Comparable(scalar, scalars, facts);
        return $"{side(left)} {comparison.ToSql()} {side(right)}";
    }

    private string IsAmong(In membership, ValueList<Scalar> items, bool isUnicode)
    {
        var scalars = Scalars(isUnicode, CharacterUse.Equality);
        Func<Scalar, string> side = scalars.Translate;
        if (membership.Operand.Type is CharacterType)
        {
            if (Facts(membership, [membership.Operand, .. items], isUnicode, CharacterUse.Equality) is not { } facts)
            {
                return "NULL";
            }

            side = scalar => Comparable(scalar, scalars, facts);
        }

        return $"{side(membership.Operand)} IN ({string.Join(", ", items.Select(side))})";
    }

    /// <summary>
    /// SQL for a text in which equals are the same, without the blanks at its end, which do not count (rule 2.1).
    /// </summary>
    private static string Comparable(Scalar scalar, ScalarTranslator scalars, CollationFacts facts) =>
        scalar is StringLiteral literal
            ? StoredText.Literal(facts.Fold(literal.Value).TrimEnd(' '))
            : $"rtrim({facts.FoldSql(scalars.Translate(scalar))})";

    /// <summary>
    /// SQL for a text's place in the order, padded with blanks (rules 2.1, 5.9): first as many characters as the
    /// literal has, then whether what follows sorts before a blank, is all blank, or sorts after it.
    /// </summary>
    private static string Ordered(Scalar scalar, ScalarTranslator scalars, CollationFacts facts, int length)
    {
        if (scalar is StringLiteral literal)
        {
            return $"({StoredText.Literal(facts.Fold(literal.Value).TrimEnd(' ').PadRight(length))}, ' ')";
        }

        var folded = facts.FoldSql(scalars.Translate(scalar));
        var head = Store(folded, CharacterType.Char(length, collation: null));
        return $"({head}, ltrim(substr({folded}, {Number(length + 1)})) || ' ')";
    }

    /// <summary>AND or OR as a balanced tree: SQLite limits its depth, and a chain would be as deep as long.</summary>
    private string Join(ReadOnlySpan<Predicate> children, string connective)
    {
        var middle = (children.Length + 1) / 2;
        return children.Length == 1
            ? Enclosed(children[0])
            : $"({Join(children[..middle], connective)}{connective}{Join(children[middle..], connective)})";
    }

    private string ColumnSql(Column column) =>
        _list is null ? columnSql(column) : $"{SqliteTable.Item}.{StoredText.Name(column.Name)}";

    /// <summary>A predicate in one pair of parentheses.</summary>
    private string Enclosed(Predicate predicate) =>
        predicate is And or Or ? predicate.Accept(this) : $"({predicate.Accept(this)})";

    /// <summary>A translator of scalars that notes what their columns' values must be like.</summary>
    private ScalarTranslator Scalars(bool isUnicode, CharacterUse use) =>
        new(
            ColumnSql,
            (column, changesCase) =>
            {
                if (findFacts(((CharacterType)column.Type).Collation!, isUnicode) is { } facts)
                {
                    _needs.Add(
                        new(_list ?? column.InRow, isUnicode, changesCase ? use | CharacterUse.Case : use, facts)
                        {
                            Item = _list is null ? column.Derivation?.Item : column,
                            Position = (column.Derivation as ItemAt)?.Position,
                        }
                    );
                }
            }
        );

    /// <summary>
    /// The facts that compare the characters of scalars; null where there are none. Reports what they do not cover.
    /// </summary>
    private CollationFacts? Facts(Predicate predicate, ValueList<Scalar> scalars, bool isUnicode, CharacterUse use)
    {
        var collation = scalars
            .Select(scalar => ((CharacterType)scalar.Type).Collation)
            .First(found => found is not null)!;
        if (findFacts(collation, isUnicode) is not { } facts)
        {
            _untranslatable.Add(new(predicate, $"Collation {collation} is not in SQLite's table"));
            return null;
        }

        if (use == CharacterUse.Order && !facts.OrdersValues)
        {
            _untranslatable.Add(new(predicate, $"The order of values under {collation} is not in SQLite's table"));
        }

        var unknown = scalars
            .SelectMany(Literals)
            .SelectMany(literal => literal.Value)
            .Where(character => !facts.Known(use).Contains(character));
        foreach (var character in unknown)
        {
            _untranslatable.Add(new(predicate, $"'{character}' under {collation} is not in SQLite's table"));
        }

        return facts;
    }

    private static IEnumerable<StringLiteral> Literals(Scalar scalar) =>
        scalar is StringLiteral literal ? [literal] : scalar.Operands.SelectMany(Literals);
}
