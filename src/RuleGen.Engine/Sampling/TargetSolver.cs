using RuleGen.Engine.Evaluation;
using RuleGen.Model;

namespace RuleGen.Engine.Sampling;

/// <summary>Looks for rows that meet a target: proposes values column by column, and keeps what does not make it worse.</summary>
internal sealed class TargetSolver(ValueList<Column> columns, ColumnSampler[] samplers, SplitMix64 random)
{
    private const int Restarts = 6;
    private const int Steps = 120;

    /// <summary>After so many steps, what is required is enough.</summary>
    private const int StepsForWishes = 40;

    private const int RequiredWeight = 100;

    /// <summary>The values of a row that meets what the target requires; null where none was found.</summary>
    public SqlValue[]? Solve(Target target)
    {
        for (var restart = 0; restart < Restarts; restart++)
        {
            var goals = Plan(target);
            var values = Improve(goals);
            if (target.IsMet(ToRow(values)))
            {
                return values;
            }
        }

        return null;
    }

    private Row ToRow(SqlValue[] values) => new(columns, ValueList.Create<SqlValue>(values));

    private List<ClauseGoal> Plan(Target target)
    {
        var goals = new List<ClauseGoal>();
        foreach (var goal in target.Required)
        {
            Expand(goal.Predicate, goal.Wanted, RequiredWeight, goals);
        }

        foreach (var goal in target.Wished)
        {
            Expand(goal.Predicate, goal.Wanted, weight: 1, goals);
        }

        return goals;
    }

    /// <summary>Chooses truths of simple predicates that together give a predicate the wanted truth.</summary>
    private void Expand(Predicate predicate, Truth wanted, int weight, List<ClauseGoal> goals)
    {
        if (predicate is Not not)
        {
            Expand(not.Operand, wanted.Not(), weight, goals);
            return;
        }

        if (predicate.Children.Count == 0)
        {
            if (predicate.Columns.Any())
            {
                goals.Add(new ClauseGoal(predicate, wanted, weight));
            }

            return;
        }

        var neutral = predicate is And ? Truth.True : Truth.False;
        var able = predicate.Children.Where(child => wanted != Truth.Unknown || child.MayBeUnknown).ToList();
        var chosen = wanted == neutral || able.Count == 0 ? null : random.Pick(able);
        foreach (var child in predicate.Children)
        {
            Expand(child, ReferenceEquals(child, chosen) ? wanted : neutral, weight, goals);
        }
    }

    private SqlValue[] Improve(List<ClauseGoal> goals)
    {
        var values = samplers.Select(sampler => sampler.Propose(GoalsOf(sampler.Column, goals), random)).ToArray();
        var unmet = Unmet(values, goals);
        for (var step = 0; step < Steps && unmet.Count > 0; step++)
        {
            if (step > StepsForWishes && unmet.TrueForAll(goal => goal.Weight < RequiredWeight))
            {
                break;
            }

            var column = random.Pick(random.Pick(unmet).Clause.Columns.ToList());
            var place = Array.FindIndex(samplers, sampler => IsSame(sampler.Column, column));
            var old = values[place];
            values[place] = samplers[place].Propose(GoalsOf(column, goals), random);
            var nowUnmet = Unmet(values, goals);
            if (nowUnmet.Sum(goal => goal.Weight) <= unmet.Sum(goal => goal.Weight))
            {
                unmet = nowUnmet;
            }
            else
            {
                values[place] = old;
            }
        }

        return values;
    }

    private List<ClauseGoal> Unmet(SqlValue[] values, List<ClauseGoal> goals)
    {
        var evaluation = new PredicateEvaluation(ToRow(values));
        return goals.FindAll(goal => evaluation.Evaluate(goal.Clause) != goal.Wanted);
    }

    private static List<ClauseGoal> GoalsOf(Column column, List<ClauseGoal> goals) =>
        goals.FindAll(goal => goal.Clause.Columns.Any(read => IsSame(read, column)));

    private static bool IsSame(Column left, Column right) => SqlName.Comparer.Equals(left.Name, right.Name);
}
