using RuleGen.Model;

namespace RuleGen.Languages;

/// <summary>
/// The rows over the columns that some predicates read, and the formulas that describe sets of them. Predicates that
/// are given to <see cref="Translate"/> must be among those that the space was made for, or parts of them.
/// </summary>
public sealed class RowSpace
{
    private readonly Dictionary<Column, ColumnSets> _sets;
    private readonly Dictionary<Predicate, TruthFormulas> _translated = [];
    private readonly Dictionary<ValueSet, Fact> _facts = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Formula, Formula> _negations = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<JunctionKey, Junction> _junctions = [];
    private readonly ConstantFormula _always = new(true);
    private readonly ConstantFormula _never = new(false);

    /// <summary>A space for some predicates.</summary>
    /// <param name="predicates">The predicates.</param>
    /// <param name="isAllowed">Which characters the values hold; null is every modelled one.</param>
    /// <exception cref="ArgumentException">
    /// Two columns have one name: the predicates are not over one source.
    /// </exception>
    public RowSpace(IEnumerable<Predicate> predicates, Func<char, bool>? isAllowed = null)
    {
        var uses = new ColumnUses(predicates.ToList(), isAllowed ?? (_ => true));
        if (uses.Columns.DistinctBy(column => column.Name, SqlName.Comparer).Count() != uses.Columns.Count)
        {
            throw new ArgumentException("Two columns have one name.", nameof(predicates));
        }

        Columns = uses.Columns.ToValueList();
        _sets = Columns.ToDictionary(column => column, uses.Sets);
    }

    /// <summary>The columns of the rows.</summary>
    public ValueList<Column> Columns { get; }

    /// <summary>The sets of a column's values.</summary>
    public ColumnSets Sets(Column column) => _sets[column];

    /// <summary>When a predicate is TRUE and when it is FALSE.</summary>
    /// <exception cref="TooManyStatesException">An automaton would be too large.</exception>
    public TruthFormulas Translate(Predicate predicate)
    {
        if (!_translated.TryGetValue(predicate, out var truth))
        {
            truth = predicate.Accept(new PredicateFacts(this));
            _translated.Add(predicate, truth);
        }

        return truth;
    }

    /// <summary>Holds for every row, or for none.</summary>
    public Formula Constant(bool value) => value ? _always : _never;

    /// <summary>The value of the set's column is in the set.</summary>
    public Formula Fact(ValueSet set)
    {
        var sets = _sets[set.Column];
        if (sets.IsEmpty(set))
        {
            return _never;
        }

        if (sets.IsEmpty(sets.Not(set)))
        {
            return _always;
        }

        if (!_facts.TryGetValue(set, out var fact))
        {
            _facts.Add(set, fact = new Fact(set));
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
                Junction junction => Join(!junction.IsAll, junction.Parts.Select(Not)),
                _ => throw new ArgumentException("No such formula.", nameof(formula)),
            };
            _negations.Add(formula, negation);
        }

        return negation;
    }

    /// <summary>The scalar is NULL.</summary>
    internal Formula IsNull(Scalar scalar) =>
        scalar switch
        {
            ColumnReference column => Fact(_sets[column.Column].Null),
            StringLiteral or IntegerLiteral => _never,
            _ => All(scalar.Operands.Select(IsNull)),
        };

    private Formula Join(bool isAll, IEnumerable<Formula> formulas)
    {
        var facts = new Dictionary<Column, List<ValueSet>>(ReferenceEqualityComparer.Instance);
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
                    (facts.TryGetValue(set.Column, out var sets) ? sets : facts[set.Column] = []).Add(set);
                    break;
                default:
                    if (seen.Add(part))
                    {
                        others.Add(part);
                    }

                    break;
            }
        }

        var parts = new List<Formula>();
        foreach (var column in Columns.Where(facts.ContainsKey))
        {
            var sets = _sets[column];
            var merged = Fact(Balanced.Reduce(facts[column], isAll ? sets.And : sets.Or));
            if (merged is not ConstantFormula constant)
            {
                parts.Add(merged);
            }
            else if (constant.Value != isAll)
            {
                return constant;
            }
        }

        parts.AddRange(others);
        return parts switch
        {
            [] => Constant(isAll),
            [var single] => single,
            _ => Intern(isAll, [.. parts]),
        };
    }

    private static IEnumerable<Formula> Parts(bool isAll, Formula formula) =>
        formula is Junction inner && inner.IsAll == isAll ? inner.Parts : [formula];

    private Junction Intern(bool isAll, Formula[] parts)
    {
        var key = new JunctionKey(isAll, parts);
        if (!_junctions.TryGetValue(key, out var junction))
        {
            _junctions.Add(key, junction = new Junction(isAll, parts));
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
