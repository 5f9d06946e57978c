using RuleGen.Model;

namespace RuleGen.Engine.Sampling;

/// <summary>Truths of simple predicates that together meet a target, chosen at random where there is a choice.</summary>
internal sealed class Plan
{
    /// <summary>The weight of a goal that must be met; one that is only wished for has 1.</summary>
    public const int RequiredWeight = 100;

    private readonly SplitMix64 _random;
    private readonly List<ClauseGoal> _goals = [];

    /// <param name="target">What is to be met.</param>
    /// <param name="columns">The columns of the row.</param>
    /// <param name="random">Chooses which operand makes an OR TRUE or an AND FALSE.</param>
    public Plan(Target target, ValueList<Column> columns, SplitMix64 random)
    {
        _random = random;
        foreach (var goal in target.Required)
        {
            Expand(goal.Predicate, goal.Wanted, RequiredWeight);
        }

        foreach (var goal in target.Wished)
        {
            Expand(goal.Predicate, goal.Wanted, weight: 1);
        }

        var read = _goals.Select(goal => goal.Clause.Columns.Select(column => column.Name).ToList()).ToList();
        PlacesOf = read.Select(names =>
                names.Select(name => columns.ToList().FindIndex(column => IsNamed(column, name))).ToList()
            )
            .ToList();
        GoalsAt = columns.Select((_, place) => GoalsThatRead(place)).ToArray();
    }

    /// <summary>The goals.</summary>
    public IReadOnlyList<ClauseGoal> Goals => _goals;

    /// <summary>For each goal, the places of the columns that it reads.</summary>
    public IReadOnlyList<IReadOnlyList<int>> PlacesOf { get; }

    /// <summary>For each column, the numbers of the goals that read it.</summary>
    public IReadOnlyList<IReadOnlyList<int>> GoalsAt { get; }

    private List<int> GoalsThatRead(int place) =>
        Enumerable.Range(0, _goals.Count).Where(goal => PlacesOf[goal].Contains(place)).ToList();

    private void Expand(Predicate predicate, Truth wanted, int weight)
    {
        if (predicate is Not not)
        {
            Expand(not.Operand, wanted.Not(), weight);
        }
        else if (predicate.Children.Count > 0)
        {
            ExpandConnective(predicate, wanted, weight);
        }
        else if (predicate.Columns.Any())
        {
            _goals.Add(new ClauseGoal(predicate, wanted, weight));
        }
    }

    /// <summary>All operands TRUE for AND, FALSE for OR; or one of them as wanted, and the others so.</summary>
    private void ExpandConnective(Predicate predicate, Truth wanted, int weight)
    {
        var neutral = predicate is And ? Truth.True : Truth.False;
        var able = predicate.Children.Where(child => wanted != Truth.Unknown || child.MayBeUnknown).ToList();
        var chosen = wanted == neutral || able.Count == 0 ? null : _random.Pick(able);
        foreach (var child in predicate.Children)
        {
            Expand(child, ReferenceEquals(child, chosen) ? wanted : neutral, weight);
        }
    }

    private static bool IsNamed(Column column, string name) => SqlName.Comparer.Equals(column.Name, name);
}
