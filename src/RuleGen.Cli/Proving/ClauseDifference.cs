using RuleGen.Engine;
using RuleGen.Model;
using RuleGen.TSql;

namespace RuleGen.Cli.Proving;

/// <summary>The first clause in which two codings differ, in the order in which the server asks: exclusions, then arms.</summary>
/// <param name="Left">The left coding's clause with its truth for the witness; null where it has no more clauses.</param>
/// <param name="Right">The right coding's.</param>
internal sealed record ClauseDifference(string? Left, string? Right)
{
    /// <summary>The difference; null where the clauses are the same, and joined, ordered or labelled in another way.</summary>
    public static ClauseDifference? Find(Coding left, Coding right, Row row)
    {
        var (leftClauses, rightClauses) = (Clauses(left), Clauses(right));
        var place = leftClauses.Zip(rightClauses).TakeWhile(pair => pair.First == pair.Second).Count();
        return place == leftClauses.Count && place == rightClauses.Count
            ? null
            : new ClauseDifference(Describe(leftClauses, place, row), Describe(rightClauses, place, row));
    }

    private static List<Predicate> Clauses(Coding coding) =>
        coding.Clauses.OrderBy(clause => clause.Path.Arm ?? -1).Select(clause => clause.Predicate).ToList();

    private static string? Describe(List<Predicate> clauses, int place, Row row)
    {
        if (place == clauses.Count)
        {
            return null;
        }

        var truth = new CodingEvaluator().Evaluate(clauses[place], row);
        return truth is { } known
            ? $"{ClauseText.Write(clauses[place])} is {known.ToString().ToUpperInvariant()}"
            : $"{ClauseText.Write(clauses[place])} is left open by the row's characters";
    }
}
