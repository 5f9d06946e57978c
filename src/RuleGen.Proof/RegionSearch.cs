using RuleGen.Languages;

namespace RuleGen.Proof;

/// <summary>
/// Looks for rows that satisfy formulas. Exact: each step keeps, for every column, the set of values that it may still
/// have, and gives up an alternative only when a set is empty.
/// </summary>
internal sealed class RegionSearch(RowSpace space)
{
    /// <summary>Why it was not told of some state whether it has rows.</summary>
    private LimitReachedException? _undecided;

    private enum Value
    {
        Holds,
        Fails,
        Open,
    }

    /// <summary>A region all of whose rows satisfy every formula; null where no row does.</summary>
    /// <exception cref="LimitReachedException">It takes too much work to tell.</exception>
    public Region? Find(IEnumerable<Formula> formulas)
    {
        var start = new State(space);
        _undecided = null;
        var found = formulas.All(start.Assert) ? Solve(start)?.ToRegion() : null;
        return found is null && _undecided is not null ? throw _undecided : found;
    }

    /// <summary>Narrows a state until every choice is decided; null where none of its rows satisfies all.</summary>
    private State? Solve(State state)
    {
        while (state.Propagate() && !state.IsEmpty(thoroughly: false))
        {
            if (state.TakeTightest() is not { } alternatives)
            {
                return HasRows(state) ? state : null;
            }

            // An alternative that failed is out of the question for the ones after it. They are tried even where that
            // makes them certain: the state may hold what the failed ones could not reach.
            foreach (var alternative in alternatives[..^1])
            {
                var branch = state.Clone();
                if (branch.Assert(alternative) && Solve(branch) is { } found)
                {
                    return found;
                }

                if (!state.Assert(state.Negate(alternative)))
                {
                    return null;
                }
            }

            if (!state.Assert(alternatives[^1]))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>
    /// Whether the rows of a state in which every choice is decided are there. Where that takes too much work to tell,
    /// another state may still have some.
    /// </summary>
    private bool HasRows(State state)
    {
        try
        {
            return !state.IsEmpty(thoroughly: true) && state.HasRelatedValues();
        }
        catch (LimitReachedException exception) when (exception is TooManyStatesException or TextRelationException)
        {
            _undecided ??= exception;
            return false;
        }
    }

    private sealed class State
    {
        private readonly RowSpace _space;
        private readonly SetIntersection[] _sets;
        private List<Junction> _choices;

        public State(RowSpace space)
            : this(space, space.Columns.Select(column => space.Sets(column).Everything).ToArray(), []) { }

        private State(RowSpace space, SetIntersection[] sets, List<Junction> choices)
        {
            _space = space;
            _sets = sets;
            _choices = choices;
        }

        public State Clone() => new(_space, (SetIntersection[])_sets.Clone(), [.. _choices]);

        public Region ToRegion() => new(_space, _sets);

        public Formula Negate(Formula formula) => _space.Not(formula);

        /// <summary>Whether some column has no value.</summary>
        public bool IsEmpty(bool thoroughly) => Array.Exists(_sets, set => set.IsEmpty(thoroughly));

        /// <summary>Whether there are values that stand to each other as they should.</summary>
        public bool HasRelatedValues() =>
            _space.Relations.Count == 0 || new RelatedValues(_space, _sets).Find(_ => []) is not null;

        /// <summary>Narrows the columns so that a formula holds; false where it is plain that no value is left.</summary>
        public bool Assert(Formula formula)
        {
            switch (formula)
            {
                case ConstantFormula constant:
                    return constant.Value;
                case Fact { Set: var set }:
                    var place = Place(set);
                    if (_sets[place].And(set) is not { } narrowed)
                    {
                        return false;
                    }

                    _sets[place] = narrowed;
                    return true;
                case Junction { IsAll: true, Parts: var parts }:
                    return parts.All(Assert);
                case Junction choice:
                    _choices.Add(choice);
                    return true;
                default:
                    throw new ArgumentException("No such formula.", nameof(formula));
            }
        }

        /// <summary>Drops choices that hold already and takes those that have one alternative left.</summary>
        public bool Propagate()
        {
            for (var changed = true; changed; )
            {
                changed = false;
                var choices = _choices;
                _choices = [];
                foreach (var choice in choices)
                {
                    var open = new List<Formula>();
                    if (choice.Parts.Any(part => IsDone(part, open)))
                    {
                        continue;
                    }

                    switch (open)
                    {
                        case []:
                            return false;
                        case [var only]:
                            if (!Assert(only))
                            {
                                return false;
                            }

                            changed = true;
                            break;
                        default:
                            _choices.Add(choice);
                            break;
                    }
                }
            }

            return true;
        }

        /// <summary>
        /// Takes the choice with the fewest open alternatives out of the state, and gives those; null where no choice
        /// is left.
        /// </summary>
        public List<Formula>? TakeTightest()
        {
            if (_choices.Count == 0)
            {
                return null;
            }

            var choice = _choices.MinBy(candidate => candidate.Parts.Count(part => Evaluate(part) == Value.Open))!;
            _choices.Remove(choice);
            return [.. choice.Parts.Where(part => Evaluate(part) == Value.Open)];
        }

        private Value Evaluate(Formula formula)
        {
            switch (formula)
            {
                case ConstantFormula constant:
                    return constant.Value ? Value.Holds : Value.Fails;
                case Fact { Set: var set }:
                    _space.CountStep();
                    var current = _sets[Place(set)];
                    return current.IsApart(set) ? Value.Fails
                        : current.IsWithin(set) ? Value.Holds
                        : Value.Open;
                case Junction junction:
                    var decisive = junction.IsAll ? Value.Fails : Value.Holds;
                    var result = junction.IsAll ? Value.Holds : Value.Fails;
                    foreach (var part in junction.Parts)
                    {
                        var value = Evaluate(part);
                        if (value == decisive)
                        {
                            return decisive;
                        }

                        if (value == Value.Open)
                        {
                            result = Value.Open;
                        }
                    }

                    return result;
                default:
                    throw new ArgumentException("No such formula.", nameof(formula));
            }
        }

        private bool IsDone(Formula part, List<Formula> open)
        {
            var value = Evaluate(part);
            if (value == Value.Open)
            {
                open.Add(part);
            }

            return value == Value.Holds;
        }

        private int Place(ValueSet set)
        {
            for (var i = 0; i < _sets.Length; i++)
            {
                if (ReferenceEquals(_sets[i].Column, set.Column))
                {
                    return i;
                }
            }

            throw new ArgumentException($"The space has no column '{set.Column.Name}'.", nameof(set));
        }
    }
}
