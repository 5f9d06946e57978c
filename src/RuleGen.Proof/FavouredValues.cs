using RuleGen.Model;

namespace RuleGen.Proof;

/// <summary>Values that look like data, for witnesses: made from the codings' own literals and patterns.</summary>
internal sealed class FavouredValues
{
    /// <summary>The codes of this field have three characters or more, or as many as the column holds.</summary>
    private const int ShortestCode = 3;

    /// <summary>A column at least so long is taken for a list of codes where the source does not say.</summary>
    private const int ShortestList = 500;

    private readonly IReadOnlyList<Predicate> _predicates;
    private readonly FavouredLists _lists;
    private readonly Dictionary<Column, List<string>> _texts = [];
    private readonly Dictionary<Column, List<long>> _numbers = [];

    public FavouredValues(IEnumerable<Predicate> predicates)
    {
        _predicates = [.. predicates.SelectMany(root => root.SelfAndDescendants()).Distinct()];
        _lists = new FavouredLists(_predicates);
        foreach (var predicate in _predicates)
        {
            foreach (
                var column in predicate
                    .Scalars.SelectMany(scalar => scalar.Columns)
                    .Distinct()
                    .Where(column => column.Derivation is null)
            )
            {
                if (column.Type is CharacterType type)
                {
                    ListOf(_texts, column).AddRange(Texts(predicate).Select(text => Complete(text, type)));
                }
                else
                {
                    ListOf(_numbers, column).AddRange(Numbers(predicate));
                }
            }
        }
    }

    /// <summary>
    /// Favoured values of a column, best first: what its predicates name, what those of columns of the same kind name,
    /// then what differs from the first in one character, or by one.
    /// </summary>
    public IEnumerable<SqlValue> Of(Column column)
    {
        if (column.Type is ListType)
        {
            return _lists.Of(column);
        }

        if (column.Type is not CharacterType type)
        {
            var numbers = _numbers.GetValueOrDefault(column) ?? [];
            var ordered = (OrderedType)column.Type;
            return numbers.Concat(numbers.SelectMany(number => Neighbours(number))).Distinct().Select(ordered.Value);
        }

        var own = _texts.GetValueOrDefault(column) ?? [];
        var others = _texts
            .Where(entry => entry.Key != column && Kind(entry.Key) == Kind(column))
            .SelectMany(entry => entry.Value);
        return own.Concat(others)
            .Concat(own.SelectMany(text => Lists(text, others.FirstOrDefault(own[0]), column)))
            .Concat(own.Concat(["11"]).SelectMany(Neighbours))
            .SelectMany(text => new[] { text.ToUpperInvariant(), text })
            .Where(text => text.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .Select(text => SqlValue.Of(type.Store(text)));
    }

    private static List<T> ListOf<T>(Dictionary<Column, List<T>> lists, Column column) =>
        lists.TryGetValue(column, out var known) ? known : lists[column] = [];

    /// <summary>
    /// What a column holds, by the last word of its name: Primary_Spell_Diagnosis and Any_Spell_Diagnosis.
    /// </summary>
    private static string Kind(Column column) => column.Name[(column.Name.LastIndexOf('_') + 1)..].ToUpperInvariant();

    private static IEnumerable<string> Texts(Predicate predicate) =>
        predicate is Like like
            ? [Example(like.Pattern)]
            : predicate.Scalars.OfType<StringLiteral>().Select(literal => literal.Value);

    private static IEnumerable<long> Numbers(Predicate predicate) =>
        predicate
            .Scalars.OfType<IntegerLiteral>()
            .Select(literal => literal.Value)
            .Concat(predicate.Scalars.OfType<TypedLiteral>().Select(literal => literal.Units));

    private static long[] Neighbours(long number) =>
        [number == long.MinValue ? number : number - 1, number == long.MaxValue ? number : number + 1];

    /// <summary>A short text that the pattern matches.</summary>
    private static string Example(LikePattern pattern) =>
        string.Concat(
            pattern.Elements.Select(element =>
                element switch
                {
                    LiteralCharacter literal => literal.Character.ToString(),
                    AnyCharacter => "1",
                    CharacterSet { IsNegated: false, Members: [var first, ..] } => first.First.ToString(),
                    CharacterSet => "1",
                    _ => "",
                }
            )
        );

    /// <summary>A code that starts like a text that is too short for one.</summary>
    private static string Complete(string text, CharacterType type) =>
        text.Length == 0 ? text : text.PadRight(Math.Min(ShortestCode, type.Length ?? ShortestCode), '1');

    /// <summary>What stands between the codes that a column holds in one text; null where it holds one.</summary>
    public static string? SeparatorOf(Column column) =>
        column.List is { } list ? list.Separators.FirstOrDefault(separator => separator.Length > 0)
        : column.Type is CharacterType { IsFixedLength: false } type && !(type.Length < ShortestList) ? ","
        : null;

    /// <summary>A code among others, where the column holds a list of them.</summary>
    private static string[] Lists(string text, string other, Column column) =>
        SeparatorOf(column) is { } separator
            ?
            [
                .. new[]
                {
                    $"{other}{separator}{text}{separator}{other}",
                    $"{other}{separator}{text}",
                    $"{text}{separator}{other}",
                }.Select(codes => column.List?.Write(codes) ?? codes),
            ]
            : [];

    /// <summary>The texts that differ in one digit, the last first; then those that differ in one letter.</summary>
    private static IEnumerable<string> Neighbours(string text)
    {
        foreach (var members in (string[])["1234567890", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"])
        {
            for (var place = text.Length - 1; place >= 0; place--)
            {
                if (members.AsSpan().Contains(char.ToUpperInvariant(text[place])))
                {
                    foreach (var member in members)
                    {
                        yield return string.Concat(text.AsSpan(0, place), [member], text.AsSpan(place + 1));
                    }
                }
            }
        }
    }
}
