using RuleGen.Languages;
using RuleGen.Model;

namespace RuleGen.Engine.Columnar;

/// <summary>
/// Says when predicates are TRUE as conditions over facts, and collects the facts of each column. What is too large for
/// one automaton is taken apart; a simple predicate that is too large is left to the reference evaluator, value by value.
/// </summary>
internal sealed class ConditionBuilder
{
    private readonly RowSpace _space;
    private readonly Dictionary<ColumnFact, FactPlace> _places = [];
    private readonly List<ColumnFact>[] _facts;

    /// <param name="codings">The codings whose predicates will be asked for.</param>
    /// <param name="withUncertain">Whether values hold characters that LIKE may look past.</param>
    public ConditionBuilder(IEnumerable<Coding> codings, bool withUncertain)
    {
        _space = new RowSpace(
            codings.SelectMany(coding => coding.Predicates),
            isAllowed: null,
            StateLimits.Default,
            withUncertain ? UncertainValues.Included : UncertainValues.Excluded
        );
        Columns = _space.Columns;
        _facts = Columns.Select(_ => new List<ColumnFact>()).ToArray();
    }

    /// <summary>The columns that the codings read, then those that stand for relations of two.</summary>
    public ValueList<Column> Columns { get; }

    /// <summary>The relation that a column stands for; null where it is one of the rows.</summary>
    public ColumnRelation? Relation(int column) => _space.Sets(Columns[column]).Relation;

    /// <summary>What is asked of the values of a column, so far.</summary>
    public IReadOnlyList<ColumnFact> Facts(int column) => _facts[column];

    /// <summary>The texts of a list, where its characters do not tell that it is one; else null.</summary>
    public Automaton? WellFormed(int column) =>
        _space.Sets(Columns[column]) is { MayBeIllFormed: true } sets ? sets.Universe.SmallTexts : null;

    /// <summary>The classes of characters; null where the column holds numbers.</summary>
    public Alphabet? Alphabet(int column) => _space.Sets(Columns[column]).Alphabet;

    /// <summary>Whether two facts about one column are known never to hold together.</summary>
    public bool AreDisjoint(FactPlace one, FactPlace other)
    {
        try
        {
            return _facts[one.Column][one.Number] is MembershipFact left
                && _facts[other.Column][other.Number] is MembershipFact right
                && _space.Sets(Columns[one.Column]).AreDisjoint(left.Set, right.Set);
        }
        catch (TooManyStatesException)
        {
            return false;
        }
    }

    /// <summary>
    /// When a predicate is TRUE; null where a part of it that reads several columns is too large for automata.
    /// </summary>
    public Condition? WhenTrue(Predicate predicate) => When(predicate, Truth.True);

    private Condition? When(Predicate predicate, Truth wanted)
    {
        try
        {
            var truth = _space.Translate(predicate);
            return Convert(wanted == Truth.True ? truth.IsTrue : truth.IsFalse);
        }
        catch (TooManyStatesException)
        {
            return predicate switch
            {
                // AND is TRUE where all its operands are, and FALSE where any is; OR the other way round (rule 5.1).
                And or Or => Join(predicate is And == (wanted == Truth.True), predicate.Children, wanted),
                Not not => When(not.Operand, wanted.Not()),
                _ => Simple(predicate, wanted),
            };
        }
    }

    private JunctionCondition? Join(bool isAll, IEnumerable<Predicate> operands, Truth wanted)
    {
        var parts = operands.Select(operand => When(operand, wanted)).ToList();
        return parts.Contains(null) ? null : new JunctionCondition(isAll, parts!);
    }

    private FactCondition? Simple(Predicate predicate, Truth wanted)
    {
        var columns = predicate.Columns.Distinct().ToList();
        return columns is [var column] ? Fact(column, new TruthFact(column, predicate, wanted)) : null;
    }

    private Condition Convert(Formula formula) =>
        formula switch
        {
            ConstantFormula constant => new ConstantCondition(constant.Value),
            Fact fact => Fact(fact.Set.Column, new MembershipFact(fact.Set)),
            Junction junction => new JunctionCondition(junction.IsAll, junction.Parts.Select(Convert).ToList()),
            _ => throw new ArgumentException("No such formula.", nameof(formula)),
        };

    private FactCondition Fact(Column column, ColumnFact fact)
    {
        if (!_places.TryGetValue(fact, out var place))
        {
            var number = Columns.ToList().IndexOf(column);
            place = new FactPlace(number, _facts[number].Count);
            _facts[number].Add(fact);
            _places.Add(fact, place);
        }

        return new FactCondition(place);
    }
}
