using RuleGen.Model;
using RuleGen.Tests.Unit.Languages;

namespace RuleGen.Tests.Property.Proof;

/// <summary>
/// Every row over some short columns, up to characters that no predicate can tell apart. Which characters those are is
/// found from the literals alone, not by the alphabets under test.
/// </summary>
internal sealed class SmallRows
{
    /// <summary>What values are made of, before characters that are alike are left out.</summary>
    private const string Sample = "aAbBcCzZ0123459²³¹½¼ #!%_[.é€";

    /// <summary>What LIKE may look past (rule 1.41): each is alike to no other.</summary>
    private const string Uncertain = "-'";

    /// <summary>The most items of a list.</summary>
    private const int MostItems = 3;

    private readonly IReadOnlyList<Predicate> _predicates;
    private readonly ValueList<CharacterRequirement> _requirements;
    private readonly Random _random;
    private readonly string _sample;

    /// <summary>Whether a column is made of the last position of which there are items.</summary>
    private readonly bool _readsLastPosition;

    /// <param name="predicates">The predicates.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="withUncertain">Whether values hold what LIKE may look past.</param>
    public SmallRows(IEnumerable<Predicate> predicates, int seed, bool withUncertain = false)
    {
        _sample = withUncertain ? Sample + Uncertain : Sample;
        List<Predicate> roots = [.. predicates];
        _predicates = [.. roots.SelectMany(predicate => predicate.SelfAndAllWithin())];
        _requirements = CharacterRequirement.Of(roots);
        _random = new Random(seed);
        _readsLastPosition = _predicates
            .SelectMany(predicate => predicate.Scalars)
            .SelectMany(scalar => scalar.Columns)
            .Any(column => column.Derivation is ItemAt { Position: MostItems });
        Columns = roots.SelectMany(predicate => predicate.Columns).Distinct().ToValueList();
    }

    public ValueList<Column> Columns { get; }

    public IEnumerable<Row> All()
    {
        IEnumerable<SqlValue[]> rows =
        [
            [],
        ];
        foreach (var column in Columns)
        {
            var values = Values(column).ToArray();
            rows = rows.SelectMany(_ => values, (row, value) => (SqlValue[])[.. row, value]);
        }

        return rows.Select(row => new Row(Columns, row.ToValueList()));
    }

    private IEnumerable<SqlValue> Values(Column column)
    {
        var values = column.Type switch
        {
            CharacterType type => Texts(column, type).Select(SqlValue.Of),
            OrderedType type => Numbers(type).Select(type.Value),
            ListType type => Lists(column, type).Select(SqlValue.Of),
            _ => throw new ArgumentException("No such column.", nameof(column)),
        };
        return column.IsNullable ? values.Append(SqlValue.Null) : values;
    }

    /// <summary>Every list of up to so many items, with gaps between them where there may be any.</summary>
    private IEnumerable<ListItems> Lists(Column list, ListType type)
    {
        IEnumerable<ValueList<SqlValue>> items =
        [
            [],
        ];
        foreach (var column in type.Columns)
        {
            var characters = column.Type is CharacterType text ? Texts(list, text).Select(SqlValue.Of) : [];
            var numbers = column.Type is OrderedType ordered ? Numbers(ordered).Select(ordered.Value) : [];
            SqlValue[] values = [.. characters, .. numbers, .. column.IsNullable ? [SqlValue.Null] : (SqlValue[])[]];
            items = items.SelectMany(_ => values, (item, value) => item.Add(value));
        }

        var all = items.ToArray();
        var most = Math.Min(
            type.MostItems ?? MostItems,
            _readsLastPosition ? MostItems
                : all.Length > 14 ? 1
                : all.Length > 7 ? 2
                : MostItems
        );
        List<ValueList<ValueList<SqlValue>?>> lists =
        [
            [],
        ];
        List<ValueList<ValueList<SqlValue>?>> longest =
        [
            [],
        ];
        for (var position = 1; position <= most; position++)
        {
            longest =
            [
                .. longest.SelectMany(
                    _ => all.Cast<ValueList<SqlValue>?>().Append(null),
                    (list, item) => list.Add(item)
                ),
            ];
            lists.AddRange(longest);
        }

        return lists.Select(list => Make(type, list)).OfType<ListItems>().Distinct();
    }

    private static ListItems? Make(ListType type, ValueList<ValueList<SqlValue>?> list)
    {
        try
        {
            return ListItems.Of(
                type,
                list.Select(
                        (values, i) =>
                            values is null ? null : new ListItem(type.Position is null ? null : i + 1, values)
                    )
                    .OfType<ListItem>()
            );
        }
        catch (RuleGenException)
        {
            // A gap where there is none.
            return null;
        }
    }

    private IEnumerable<string> Texts(Column column, CharacterType type) =>
        Words
            .UpTo(type.Length!.Value, Characters(column, type))
            .Where(text => !type.IsFixedLength || text.Length == type.Length);

    /// <summary>One character of each group whose members are alike, drawn at random.</summary>
    private string Characters(Column column, CharacterType type)
    {
        var naive = new[] { false, true }
            .Where(isUnicode => isUnicode || !type.IsUnicode)
            .Select(isUnicode => new NaiveText(type.Collation!, isUnicode))
            .ToList();
        var requirements = _requirements.Where(requirement => requirement.Column == column).ToList();
        var mentioned = Mentioned().ToList();
        var groups = _sample
            .Where(character => requirements.All(requirement => requirement.Models(character)))
            .GroupBy(
                character =>
                    Uncertain.Contains(character, StringComparison.Ordinal)
                        ? character.ToString()
                        : string.Concat(Cases(character).SelectMany(form => Answers(form, naive, mentioned))),
                StringComparer.Ordinal
            );
        return string.Concat(groups.Select(group => group.ElementAt(_random.Next(group.Count()))));
    }

    private static char[] Cases(char character) =>
        [character, char.ToUpperInvariant(character), char.ToLowerInvariant(character)];

    private static IEnumerable<char> Answers(char character, List<NaiveText> rules, List<char> mentioned) =>
        rules.SelectMany(
            _ => mentioned,
            (naive, other) =>
                naive.AreEqual(character, other) ? '='
                : naive.Place(character) < naive.Place(other) ? '<'
                : '>'
        );

    /// <summary>Every character that a literal or a pattern holds, and the blank.</summary>
    private IEnumerable<char> Mentioned() =>
        _predicates
            .SelectMany(predicate => predicate.Scalars.SelectMany(Literals))
            .Concat(_predicates.OfType<Like>().Select(like => like.PatternText.Value))
            .Concat(
                _predicates
                    .SelectMany(predicate => predicate.Scalars.SelectMany(scalar => scalar.Columns))
                    .Select(column => column.Derivation)
                    .OfType<JoinedItems>()
                    .Select(joined => joined.Before + joined.Separator + joined.After)
            )
            .SelectMany(text => text)
            .Where(character => character is not ('%' or '_' or '[' or ']' or '^' or '-' or '!'))
            .Concat(
                _predicates
                    .OfType<Like>()
                    .SelectMany(like => like.Pattern.Elements)
                    .OfType<LiteralCharacter>()
                    .Select(literal => literal.Character)
            )
            .Append(' ')
            .Distinct();

    private static IEnumerable<string> Literals(Scalar scalar) =>
        scalar is StringLiteral literal ? [literal.Value] : scalar.Operands.SelectMany(Literals);

    /// <summary>Every number that a literal names, its neighbours and the ends of the type.</summary>
    private IEnumerable<long> Numbers(OrderedType type) =>
        _predicates
            .SelectMany(predicate => predicate.Scalars)
            .SelectMany(scalar => Integers(scalar, type))
            .SelectMany(number => new[] { number - 1, number, number + 1 })
            .Concat([type.Minimum, type.Maximum])
            .Where(type.Holds)
            .Distinct();

    /// <summary>The literals of whole numbers, or of another type; in other columns they do no harm.</summary>
    private static IEnumerable<long> Integers(Scalar scalar, OrderedType type) =>
        scalar switch
        {
            IntegerLiteral literal => [literal.Value],
            TypedLiteral literal => literal.Type == type ? [literal.Units] : [],
            _ => scalar.Operands.SelectMany(operand => Integers(operand, type)),
        };
}
