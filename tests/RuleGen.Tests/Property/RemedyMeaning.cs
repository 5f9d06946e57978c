using RuleGen.Model;
using RuleGen.Proof.Findings;

namespace RuleGen.Tests.Property;

/// <summary>What the sentence of a remedy says of rows, without the prover: both codings are evaluated.</summary>
internal sealed class RemedyMeaning
{
    private readonly Coding _before;
    private readonly Coding _after;
    private readonly Coding _passing;
    private readonly ValueList<Column> _columns;

    /// <param name="before">The coding as it was.</param>
    /// <param name="remedy">The remedy.</param>
    /// <param name="after">The remedied coding, where it is not the remedy's own.</param>
    public RemedyMeaning(Coding before, Remedy remedy, Coding? after = null)
    {
        (_before, _after) = (before, after ?? remedy.After);
        (_columns, _passing) = remedy.Claim switch
        {
            SameResults => ([], before),
            LetsNullPass claim => (claim.Columns, Passing(before, claim)),
            _ => throw new ArgumentException("No such claim.", nameof(remedy)),
        };
    }

    /// <summary>Whether a row gets from the remedied coding what the remedy says.</summary>
    /// <param name="evaluator">Evaluates the codings.</param>
    /// <param name="row">A row that both codings can be evaluated on, and as the preconditions have it.</param>
    public bool Holds(ICodingEvaluator evaluator, Row row)
    {
        var expected = _columns.All(column => row[column].IsNull) ? _passing : _before;
        return evaluator.Evaluate(_after, row) == evaluator.Evaluate(expected, row);
    }

    /// <summary>Whether a clause asks for the opposite of what it names.</summary>
    public static bool IsNegated(Predicate predicate) =>
        predicate
            is Like { IsNegated: true }
                or In { IsNegated: true }
                or Between { IsNegated: true }
                or Comparison { Operator: ComparisonOperator.NotEqual }
                or ColumnComparison { Operator: ComparisonOperator.NotEqual };

    /// <summary>
    /// A coding as if, in one condition, every clause about one column alone that asks for the opposite of what it names
    /// were what the condition needs.
    /// </summary>
    /// <param name="coding">The coding.</param>
    /// <param name="arm">The arm whose condition it is; null is the exclusions.</param>
    /// <param name="column">The column.</param>
    public static Coding LetPass(Coding coding, int? arm, Column column) =>
        coding
            .Clauses.Where(clause =>
                clause.Path.Arm == arm
                && clause.Predicate is not NullTest
                && clause.Predicate.MayBeUnknown
                && clause.Predicate.NamedColumns.SequenceEqual([column])
                && IsNegated(clause.Predicate) == NeedsTrue(coding, clause.Path)
            )
            .Aggregate(coding, (changed, clause) => LetPass(changed, clause.Path));

    /// <summary>The coding with the clauses that a remedy names passed, once they are seen to be of the kind it says.</summary>
    private static Coding Passing(Coding before, LetsNullPass claim)
    {
        foreach (var clause in claim.Clauses)
        {
            var predicate = before.At(clause.Path);
            if (
                !predicate.NamedColumns.ToHashSet().SetEquals(claim.Columns)
                || clause.Truth != NeedsTrue(before, clause.Path)
                || clause.Truth != IsNegated(predicate)
            )
            {
                throw new DisagreementException($"The remedy passes a clause of another kind: {predicate}");
            }
        }

        return claim.Clauses.Aggregate(before, (changed, clause) => LetPass(changed, clause.Path));
    }

    private static Coding LetPass(Coding coding, CodingPath path) =>
        coding.With(
            path,
            ConstantComparison.Of(
                IntegerLiteral.Of(NeedsTrue(coding, path) ? 0 : 1),
                ComparisonOperator.Equal,
                IntegerLiteral.Of(0)
            )
        );

    private static bool NeedsTrue(Coding coding, CodingPath path) =>
        Enumerable
            .Range(0, path.Steps.Count)
            .Count(length => coding.At(path with { Steps = [.. path.Steps.Take(length)] }) is Not) % 2
        == 0;
}
