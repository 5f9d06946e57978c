using RuleGen.Model;

namespace RuleGen.Languages;

/// <summary>
/// The rows over the columns that some predicates read, and the formulas that describe sets of them. Predicates that
/// are given to <see cref="Translate"/> must be among those that the space was made for, or parts of them.
/// </summary>
public sealed class RowSpace
{
    /// <summary>The most sets of which it is remembered that they were joined.</summary>
    private const int MostRemembered = 256;

    private readonly Dictionary<Column, ColumnSets> _sets;
    private readonly Dictionary<Column, ListSpace> _lists = [];
    private readonly Dictionary<Predicate, TruthFormulas> _translated = [];
    private readonly Dictionary<Predicate, Formula> _whenTrue = [];
    private readonly Dictionary<Predicate, Formula> _whenFalse = [];
    private readonly Dictionary<ValueSet, Fact> _facts = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Formula, Formula> _negations = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<JunctionKey, Junction> _junctions = [];
    private readonly Dictionary<(ValueSet, bool IsAll), ValueSet[]> _joined = [];
    private readonly ConstantFormula _always = new(true, 0);
    private readonly ConstantFormula _never = new(false, 1);
    private int _made = 2;
    private long _steps;

    /// <summary>A space for some predicates.</summary>
    /// <param name="predicates">The predicates.</param>
    /// <param name="isAllowed">Which characters the values hold; null is every modelled one.</param>
    /// <exception cref="ArgumentException">
    /// Two columns have one name: the predicates are not over one source.
    /// </exception>
    public RowSpace(IEnumerable<Predicate> predicates, Func<char, bool>? isAllowed = null)
        : this(predicates, isAllowed, StateLimits.Default) { }

    /// <summary>A space whose automata may become so large.</summary>
    /// <param name="predicates">The predicates.</param>
    /// <param name="isAllowed">Which characters the values hold; null is every modelled one.</param>
    /// <param name="limits">The limits.</param>
    /// <param name="uncertain">Which characters the values hold that a LIKE over their column may look past.</param>
    /// <exception cref="ArgumentException">
    /// Two columns have one name: the predicates are not over one source.
    /// </exception>
    public RowSpace(
        IEnumerable<Predicate> predicates,
        Func<char, bool>? isAllowed,
        StateLimits limits,
        UncertainValues uncertain = UncertainValues.Named
    )
    {
        Limits = limits;
        var uses = new ColumnUses(predicates.ToList(), isAllowed ?? (_ => true), uncertain);
        if (uses.Columns.DistinctBy(column => column.Name, SqlName.Comparer).Count() != uses.Columns.Count)
        {
            throw new ArgumentException("Two columns have one name.", nameof(predicates));
        }

        RowColumns = uses.Columns.ToValueList();
        Relations = FindRelations(uses.Comparisons, RowColumns);
        Columns = [.. RowColumns, .. Relations.Select(relation => relation.Column)];
        _sets = RowColumns.ToDictionary(column => column, column => uses.Sets(column, limits));
        foreach (var relation in Relations)
        {
            _sets.Add(relation.Column, new ColumnSets(relation));
        }
    }

    /// <summary>The space of the items of a list, whose texts are over the letters of the list's.</summary>
    internal RowSpace(ListType list, Alphabet alphabet, StateLimits limits)
    {
        Limits = limits;
        RowColumns = list.ItemColumns.ToValueList();
        Relations = [];
        Columns = RowColumns;
        _sets = RowColumns.ToDictionary(
            column => column,
            column => new ColumnSets(column, column.Type is CharacterType ? alphabet : null, limits)
        );
    }

    /// <summary>The columns of the rows, then those that stand for relations.</summary>
    public ValueList<Column> Columns { get; }

    /// <summary>The columns of the rows.</summary>
    public ValueList<Column> RowColumns { get; }

    /// <summary>The pairs of columns that are compared with each other.</summary>
    public ValueList<ColumnRelation> Relations { get; }

    /// <summary>How large automata may become.</summary>
    internal StateLimits Limits { get; }

    /// <summary>Counts a step of a search among alternatives.</summary>
    /// <exception cref="TooManyStepsException">There were as many as are allowed.</exception>
    public void CountStep()
    {
        if (++_steps > Limits.ChoiceSteps)
        {
            throw new TooManyStepsException();
        }
    }

    /// <summary>Begins a question by itself: the steps of those before it do not count against it.</summary>
    public void BeginQuestion() => _steps = 0;

    /// <summary>The sets of a column's values.</summary>
    public ColumnSets Sets(Column column) => _sets[column];

    /// <summary>When a predicate is TRUE and when it is FALSE.</summary>
    /// <exception cref="TooManyStatesException">An automaton would be too large.</exception>
    public TruthFormulas Translate(Predicate predicate)
    {
        if (!_translated.TryGetValue(predicate, out var truth))
        {
            truth = new(WhenTrue(predicate), Settle(TranslatePart(predicate, wanted: false)));
            _translated.Add(predicate, truth);
        }

        return truth;
    }

    /// <summary>When a predicate is TRUE; it takes half the work of telling when it is FALSE, too.</summary>
    /// <exception cref="TooManyStatesException">An automaton would be too large.</exception>
    public Formula WhenTrue(Predicate predicate) => Settle(TranslatePart(predicate, wanted: true));

    /// <summary>Holds for every row, or for none.</summary>
    public Formula Constant(bool value) => value ? _always : _never;

    /// <summary>The value of the set's column is in the set.</summary>
    public Formula Fact(ValueSet set)
    {
        var sets = _sets[set.Column];
        if (sets.IsKnownEmpty(set) == true)
        {
            return _never;
        }

        if (sets.IsKnownEmpty(sets.Not(set)) == true)
        {
            return _always;
        }

        if (!_facts.TryGetValue(set, out var fact))
        {
            _facts.Add(set, fact = new Fact(set, _made++));
        }

        return fact;
    }

    /// <summary>All of them hold.</summary>
    public Formula All(IEnumerable<Formula> parts) => Join(isAll: true, parts);

    /// <summary>One of them holds, or more.</summary>
    public Formula Any(IEnumerable<Formula> parts) => Join(isAll: false, parts);

    /// <summary>It does not hold.</summary>
    public Formula Not(Formula formula)
    {
        if (!_negations.TryGetValue(formula, out var negation))
        {
            negation = formula switch
            {
                ConstantFormula constant => Constant(!constant.Value),
                Fact fact => Fact(_sets[fact.Set.Column].Not(fact.Set)),
                ListFact condition => condition.Not(),
                Junction junction => Join(!junction.IsAll, junction.Parts.Select(Not)),
                _ => throw new ArgumentException("No such formula.", nameof(formula)),
            };
            _negations.Add(formula, negation);
        }

        return negation;
    }

    /// <summary>The relation that a predicate asks about; null where it compares a column with itself.</summary>
    internal ColumnRelation? FindRelation(ColumnComparison comparison) =>
        Relations.FirstOrDefault(relation => relation.Is(comparison));

    /// <summary>
    /// When a predicate is TRUE, or FALSE, for what is to be joined with more: a condition on a list may be a
    /// <see cref="ListFact"/>.
    /// </summary>
    internal Formula TranslatePart(Predicate predicate, bool wanted)
    {
        var parts = wanted ? _whenTrue : _whenFalse;
        if (!parts.TryGetValue(predicate, out var part))
        {
            part = predicate.Accept(new PredicateFacts(this, wanted));
            parts.Add(predicate, part);
        }

        return part;
    }

    /// <summary>The sets of items of a list.</summary>
    internal ListSpace List(Column list) =>
        _lists.TryGetValue(list, out var known) ? known : _lists[list] = new ListSpace(Sets(list));

    /// <summary>The scalar is NULL.</summary>
    internal Formula IsNull(Scalar scalar) =>
        scalar switch
        {
            ColumnReference { Column.Derivation: { } made } => List(made.List).IsNull(made),
            ColumnReference column => Fact(_sets[column.Column].Null),
            StringLiteral or IntegerLiteral or TypedLiteral => _never,
            ReplaceFunction replace => IsNull(replace.Operand),
            ConcatFunction concat => IsNull(concat.Operand),
            _ => All(scalar.Operands.Select(IsNull)),
        };

    private static ValueList<ColumnRelation> FindRelations(
        IEnumerable<ColumnComparison> comparisons,
        ValueList<Column> columns
    )
    {
        var relations = new List<ColumnRelation>();
        foreach (var comparison in comparisons.Where(each => each.Left.Column != each.Right.Column))
        {
            if (!relations.Exists(relation => relation.Is(comparison)))
            {
                relations.Add(
                    ColumnRelation.Of(
                        comparison,
                        columns.Concat(relations.Select(relation => relation.Column)).Select(column => column.Name)
                    )
                );
            }
        }

        return relations.ToValueList();
    }

    private Formula Join(bool isAll, IEnumerable<Formula> formulas)
    {
        var facts = new Dictionary<Column, List<ValueSet>>(ReferenceEqualityComparer.Instance);
        var ofLists = new List<ListFact>();
        var others = new List<Formula>();
        var seen = new HashSet<Formula>();
        foreach (var part in formulas.SelectMany(formula => Parts(isAll, formula)))
        {
            switch (part)
            {
                case ConstantFormula constant when constant.Value != isAll:
                    return constant;
                case ConstantFormula:
                    break;
                case Fact { Set: var set }:
                    Add(set);
                    break;
                case ListFact condition:
                    ofLists.Add(condition);
                    break;
                default:
                    if (seen.Add(part))
                    {
                        others.Add(part);
                    }

                    break;
            }
        }

        var joined = ListFact.Join(isAll, ofLists);
        if (joined is [var alone] && facts.Count == 0 && others.Count == 0)
        {
            return alone;
        }

        joined.ForEach(condition => Add(condition.ToSet()));
        var parts = new List<Formula>();
        foreach (var column in Columns.Where(facts.ContainsKey))
        {
            foreach (var fact in Merge(isAll, _sets[column], facts[column]).Select(Fact))
            {
                if (fact is not ConstantFormula constant)
                {
                    parts.Add(fact);
                }
                else if (constant.Value != isAll)
                {
                    return constant;
                }
            }
        }

        // Whatever order they come in, they are one formula.
        parts.AddRange(others.OrderBy(part => part.Order));
        return parts switch
        {
            [] => Constant(isAll),
            [var single] => single,
            _ => Intern(isAll, [.. parts]),
        };

        void Add(ValueSet set) =>
            (facts.TryGetValue(set.Column, out var sets) ? sets : facts[set.Column] = []).Add(set);
    }

    private Formula Settle(Formula formula) => formula is ListFact condition ? Fact(condition.ToSet()) : formula;

    /// <summary>Joins the facts about one column, or gives what they were joined from where that would be too large.</summary>
    private IReadOnlyList<ValueSet> Merge(bool isAll, ColumnSets sets, List<ValueSet> facts)
    {
        if (facts is [_])
        {
            return facts;
        }

        var joined = Balanced.TryReduce(facts, isAll ? sets.TryAnd : sets.TryOr);
        if (joined is not null && _joined.ContainsKey((joined, isAll)))
        {
            return [joined];
        }

        ValueSet[] parts =
        [
            .. facts
                .SelectMany(set => _joined.GetValueOrDefault((set, isAll)) ?? [set])
                .Distinct()
                .OrderBy(set => set.Order),
        ];
        if (joined is null)
        {
            return parts;
        }

        if (parts.Length <= MostRemembered && !parts.Contains(joined))
        {
            _joined.Add((joined, isAll), parts);
        }

        return [joined];
    }

    private static IEnumerable<Formula> Parts(bool isAll, Formula formula) =>
        formula is Junction inner && inner.IsAll == isAll ? inner.Parts : [formula];

    private Junction Intern(bool isAll, Formula[] parts)
    {
        var key = new JunctionKey(isAll, parts);
        if (!_junctions.TryGetValue(key, out var junction))
        {
            _junctions.Add(key, junction = new Junction(isAll, parts, _made++));
        }

        return junction;
    }

    private readonly struct JunctionKey(bool isAll, Formula[] parts) : IEquatable<JunctionKey>
    {
        private readonly bool _isAll = isAll;
        private readonly Formula[] _parts = parts;

        public bool Equals(JunctionKey other) => _isAll == other._isAll && _parts.AsSpan().SequenceEqual(other._parts);

        public override bool Equals(object? obj) => obj is JunctionKey other && Equals(other);

        public override int GetHashCode()
        {
            var hash = new HashCode();
            hash.Add(_isAll);
            foreach (var part in _parts)
            {
                hash.Add(System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(part));
            }

            return hash.ToHashCode();
        }
    }
}
