using RuleGen.Engine;
using RuleGen.Model;
using RuleGen.TSql;
using RuleGen.TSql.Interpret;

namespace RuleGen.Tests.Property;

/// <summary>Holds the engines against each other on one case.</summary>
internal sealed class Agreement
{
    private int _rows;
    private int _notEvaluated;
    private int _withoutSqlite;

    /// <summary>How many rows were evaluated, each by every engine.</summary>
    public int Rows => _rows;

    /// <summary>How many rows the engines agreed not to evaluate.</summary>
    public int NotEvaluated => _notEvaluated;

    /// <summary>How many rows SQLite had no opinion on.</summary>
    public int WithoutSqlite => _withoutSqlite;

    /// <summary>Passes when every engine says the same of every row.</summary>
    /// <exception cref="DisagreementException">Two do not, or one throws.</exception>
    public void Check(CodingCase asked)
    {
        var opinions = Engines.Ask(asked);
        if (opinions.Find(opinion => !opinion.AgreesWith(opinions[0])) is { } other)
        {
            var row = other.FirstDifference(opinions[0]);
            throw new DisagreementException(
                string.Join(
                    '\n',
                    [
                        $"The engines disagree on the row {asked.Rows[row]}:",
                        .. opinions.Select(opinion => $"  {opinion.Engine}: {opinion.Describe(row)}"),
                    ]
                )
            );
        }

        CheckConditions(asked);
        var evaluated = opinions[0].Answers.Count(answer => answer is not null);
        Interlocked.Add(ref _rows, evaluated);
        Interlocked.Add(ref _notEvaluated, asked.Rows.Count - evaluated);
        Interlocked.Add(ref _withoutSqlite, opinions.Exists(opinion => opinion.Engine == "SQLite") ? 0 : evaluated);
    }

    /// <summary>The truth of each condition, which a coding shows only as TRUE or not.</summary>
    private static void CheckConditions(CodingCase asked)
    {
        var evaluator = new CodingEvaluator();
        foreach (var condition in asked.Coding.Predicates)
        {
            var requirements = CharacterRequirement.Of([condition]);
            var interpreter = PredicateInterpreter.Load(FragmentWriter.WritePredicate(condition), asked.Source);
            foreach (var row in asked.Rows.Where(row => requirements.All(each => Engines.IsMet(each, row))))
            {
                var engine = evaluator.Evaluate(condition, row);
                var (other, notEvaluated) = interpreter.Evaluate(row);
                if ((int?)engine != (notEvaluated is null ? (int)other : null))
                {
                    throw new DisagreementException(
                        $"The engines disagree on the row {row}:\n  engine: {engine}\n  interpreter: {other}\n"
                            + $"for {FragmentWriter.WritePredicate(condition)}"
                    );
                }
            }
        }
    }
}

/// <summary>A property that a case does not have.</summary>
internal sealed class DisagreementException(string message) : Exception(message);
