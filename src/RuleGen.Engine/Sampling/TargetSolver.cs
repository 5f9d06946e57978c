using RuleGen.Engine.Evaluation;
using RuleGen.Model;

namespace RuleGen.Engine.Sampling;

/// <summary>Looks for rows that meet a target: proposes values column by column, and keeps what does not make it worse.</summary>
internal sealed class TargetSolver(ValueList<Column> columns, IValueSampler[] samplers, SplitMix64 random)
{
    private const int Restarts = 6;
    private const int Steps = 120;

    /// <summary>After so many steps, what is required is enough.</summary>
    private const int StepsForWishes = 40;

    /// <summary>The values of a row that meets what the target requires; null where none was found.</summary>
    public SqlValue[]? Solve(Target target)
    {
        for (var restart = 0; restart < Restarts; restart++)
        {
            var values = Improve(new Plan(target, columns, random));
            if (target.IsMet(ToRow(values)))
            {
                return values;
            }
        }

        return null;
    }

    private SqlValue[] Improve(Plan plan)
    {
        var values = samplers.Select((_, place) => Propose(plan, place)).ToArray();
        var isMet = Evaluate(plan, values, Enumerable.Range(0, plan.Goals.Count));
        for (var step = 0; step < Steps; step++)
        {
            var unmet = Enumerable.Range(0, plan.Goals.Count).Where(goal => !isMet[goal]).ToList();
            var isEnough = unmet.TrueForAll(goal => plan.Goals[goal].Weight < Plan.RequiredWeight);
            if (unmet.Count == 0 || (isEnough && step > StepsForWishes))
            {
                break;
            }

            TryAnother(plan, values, isMet, random.Pick(plan.PlacesOf[random.Pick(unmet)]));
        }

        return values;
    }

    /// <summary>Puts another value in one place, and takes it back if more is lost by it than won.</summary>
    private void TryAnother(Plan plan, SqlValue[] values, Dictionary<int, bool> isMet, int place)
    {
        var old = values[place];
        values[place] = Propose(plan, place);
        var isMetNow = Evaluate(plan, values, plan.GoalsAt[place]);
        if (isMetNow.Sum(goal => ((goal.Value ? 1 : 0) - (isMet[goal.Key] ? 1 : 0)) * plan.Goals[goal.Key].Weight) < 0)
        {
            values[place] = old;
            return;
        }

        foreach (var (goal, met) in isMetNow)
        {
            isMet[goal] = met;
        }
    }

    private SqlValue Propose(Plan plan, int place) =>
        samplers[place].Propose(plan.GoalsAt[place].Select(goal => plan.Goals[goal]).ToList(), random);

    private Dictionary<int, bool> Evaluate(Plan plan, SqlValue[] values, IEnumerable<int> goals)
    {
        var evaluation = new PredicateEvaluation(ToRow(values));
        return goals.ToDictionary(
            goal => goal,
            goal => evaluation.Evaluate(plan.Goals[goal].Clause) == plan.Goals[goal].Wanted
        );
    }

    private Row ToRow(SqlValue[] values) => new(columns, ValueList.Create<SqlValue>(values));
}
