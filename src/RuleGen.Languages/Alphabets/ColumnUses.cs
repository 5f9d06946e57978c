using RuleGen.Model;

namespace RuleGen.Languages;

/// <summary>
/// Collects what some predicates ask of the characters of each column, to make the columns' alphabets.
/// </summary>
internal sealed class ColumnUses
{
    private readonly Dictionary<Column, HashSet<CharacterTest>> _tests = [];
    private readonly Dictionary<Column, HashSet<Func<char, char>>> _maps = [];
    private readonly Dictionary<Column, string> _separators = [];
    private readonly ValueList<CharacterRequirement> _requirements;
    private readonly Func<char, bool> _isAllowed;
    private readonly UncertainValues _uncertain;

    /// <param name="predicates">The predicates.</param>
    /// <param name="isAllowed">Which characters values hold, beyond what the predicates ask.</param>
    /// <param name="uncertain">Which characters values hold that a LIKE over their column may look past.</param>
    public ColumnUses(IReadOnlyList<Predicate> predicates, Func<char, bool> isAllowed, UncertainValues uncertain)
    {
        _isAllowed = isAllowed;
        _uncertain = uncertain;
        _requirements = CharacterRequirement.Of(predicates);
        foreach (var predicate in predicates.SelectMany(root => root.SelfAndDescendants()))
        {
            Collect(predicate, list: null);
            foreach (var part in predicate.Conditions.SelectMany(condition => condition.SelfAndDescendants()))
            {
                Collect(part, ((Any)predicate).List);
            }
        }

        Columns = predicates.SelectMany(predicate => predicate.Columns).Distinct().ToList();
        Comparisons = predicates
            .SelectMany(root => root.SelfAndDescendants())
            .OfType<ColumnComparison>()
            .Distinct()
            .ToList();
    }

    /// <summary>The predicates that compare columns with each other.</summary>
    public IReadOnlyList<ColumnComparison> Comparisons { get; }

    /// <summary>The columns that the predicates read.</summary>
    public IReadOnlyList<Column> Columns { get; }

    /// <summary>The sets of a column's values, over the characters that meet every requirement on the column.</summary>
    public ColumnSets Sets(Column column, StateLimits limits)
    {
        switch (column.Type)
        {
            case ListType list:
                return OfList(column, list, limits);
            case CharacterType type:
                var alphabet = Alphabet.Create(
                    Held(type, column, item: null),
                    _tests.GetValueOrDefault(column) ?? [],
                    _maps.GetValueOrDefault(column) ?? []
                );
                return new ColumnSets(column, alphabet, limits);
            default:
                return new ColumnSets(column, alphabet: null, limits);
        }
    }

    /// <summary>
    /// The sets of lists, over one alphabet for the texts of all columns of items. Each column may hold other characters.
    /// </summary>
    private ColumnSets OfList(Column column, ListType list, StateLimits limits)
    {
        var held = list
            .Columns.Select(item => item.Type is CharacterType type ? Held(type, column, item).ToHashSet() : [])
            .ToArray();
        var all = held.SelectMany(characters => characters).Distinct().Order().ToList();

        // What stands between items need not be a character of theirs.
        var separators = (_separators.GetValueOrDefault(column) ?? "").Except(all);
        var alphabet = Alphabet.Create(
            all,
            _tests.GetValueOrDefault(column) ?? [],
            _maps.GetValueOrDefault(column) ?? [],
            [.. ListText.MarksOf(list), .. separators],
            held.Length == 1
                ? null
                : character => string.Concat(held.Select(each => each.Contains(character) ? '1' : '0'))
        );
        return new ColumnSets(
            column,
            alphabet,
            limits,
            (place, letter) => !alphabet.IsMark(letter) && held[place].Contains(alphabet.Representative(letter))
        );
    }

    /// <summary>The characters of a column's values, or of those of a column of a list's items.</summary>
    private List<char> Held(CharacterType type, Column column, Column? item)
    {
        var requirements = _requirements
            .Where(requirement => requirement.Column == column && requirement.Item == item)
            .ToArray();
        return
        [
            .. ModelledCharacters
                .Of(type, item is not null, requirements)
                .Where(character => IsHeld(character, column, requirements)),
        ];
    }

    private bool IsHeld(char character, Column column, CharacterRequirement[] requirements) =>
        _isAllowed(character)
        && (
            _uncertain == UncertainValues.Included
            || Array.TrueForAll(requirements, need => !need.MayLookPast(character))
            || (_uncertain == UncertainValues.Named && IsNamed(character, column))
        );

    private bool IsNamed(char character, Column column) =>
        _tests.TryGetValue(column, out var tests) && tests.Any(test => test.Mentioned.Contains(character));

    private static IEnumerable<CharacterTest> Tests(Predicate predicate) =>
        predicate switch
        {
            Like like => LikeAutomaton.Tests(like),
            Comparison comparison => Tests(comparison.Operand, comparison.Literal, comparison.Operator),
            Between between => new[] { between.Low, between.High }.SelectMany(end =>
                Tests(between.Operand, end, ComparisonOperator.LessThan)
            ),
            In membership => membership.Items.SelectMany(item =>
                Tests(membership.Operand, item, ComparisonOperator.Equal)
            ),
            _ => [],
        };

    private static IEnumerable<CharacterTest> Tests(Scalar operand, Scalar literal, ComparisonOperator comparison) =>
        literal is StringLiteral text
            ? ComparisonAutomaton.Tests(text.Value, comparison, Comparing.Rules(operand, text))
            : [];

    private void Collect(Predicate predicate, Column? list)
    {
        var tests = Tests(predicate).ToList();
        foreach (var scalar in predicate.Scalars)
        {
            Collect(scalar, tests, list);
        }
    }

    /// <param name="scalar">The scalar.</param>
    /// <param name="tests">What is asked of its characters.</param>
    /// <param name="list">The list of whose items it is a part; null where it is about a row.</param>
    private void Collect(Scalar scalar, List<CharacterTest> tests, Column? list)
    {
        if (scalar is ColumnReference reference)
        {
            var column = list ?? reference.Column.InRow;
            if (reference.Column.Derivation is JoinedItems joined)
            {
                _separators[column] =
                    _separators.GetValueOrDefault(column) + joined.Before + joined.Separator + joined.After;
            }

            if (!_tests.TryGetValue(column, out var known))
            {
                // Trims, padding and trailing blanks tell the blank from everything else.
                _tests[column] = known = [CharacterTest.Equal(' ', Exact)];
            }

            known.UnionWith(tests);
        }

        if (scalar is LetterCaseFunction function)
        {
            var map = LetterCase.Map(function.IsUpper);
            foreach (var read in function.Columns.Select(each => list ?? each.InRow))
            {
                (_maps.TryGetValue(read, out var maps) ? maps : _maps[read] = []).Add(map);
            }
        }

        if (scalar is ReplaceFunction { Sought.Value: [var sought] })
        {
            tests = [.. tests, CharacterTest.Equal(sought, Exact)];
        }

        foreach (var operand in scalar.Operands)
        {
            Collect(operand, tests, list);
        }
    }

    /// <summary>Rules under which a character equals itself alone.</summary>
    private static CharacterRules Exact { get; } = Collation.Latin1GeneralBin2.Rules(isUnicode: true);
}
