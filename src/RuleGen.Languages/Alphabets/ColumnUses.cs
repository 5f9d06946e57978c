using RuleGen.Model;

namespace RuleGen.Languages;

/// <summary>
/// Collects what some predicates ask of the characters of each column, to make the columns' alphabets.
/// </summary>
internal sealed class ColumnUses
{
    private readonly Dictionary<Column, HashSet<CharacterTest>> _tests = [];
    private readonly Dictionary<Column, HashSet<Func<char, char>>> _maps = [];
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
            var tests = Tests(predicate).ToList();
            foreach (var scalar in predicate.Scalars)
            {
                Collect(scalar, tests);
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
        if (column.Type is not CharacterType)
        {
            return new ColumnSets(column, alphabet: null, limits);
        }

        var requirements = _requirements.Where(requirement => requirement.Column == column).ToArray();
        var alphabet = Alphabet.Create(
            ModelledCharacters.Of(column, requirements).Where(character => IsHeld(character, column, requirements)),
            _tests.GetValueOrDefault(column) ?? [],
            _maps.GetValueOrDefault(column) ?? []
        );
        return new ColumnSets(column, alphabet, limits);
    }

    private bool IsHeld(char character, Column column, CharacterRequirement[] requirements) =>
        _isAllowed(character)
        && (
            _uncertain == UncertainValues.Included
            || Array.TrueForAll(requirements, need => need.FindUncertain([character]) is null)
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

    private void Collect(Scalar scalar, List<CharacterTest> tests)
    {
        if (scalar is ColumnReference { Column: var column })
        {
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
            foreach (var read in function.Columns)
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
            Collect(operand, tests);
        }
    }

    /// <summary>Rules under which a character equals itself alone.</summary>
    private static CharacterRules Exact { get; } = Collation.Latin1GeneralBin2.Rules(isUnicode: true);
}
