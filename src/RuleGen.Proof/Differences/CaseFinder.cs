using RuleGen.Languages;
using RuleGen.Model;

namespace RuleGen.Proof.Differences;

/// <summary>Finds rows that show what becomes of a region, and has the engine confirm them.</summary>
internal sealed class CaseFinder(
    ICodingEvaluator evaluator,
    RowQuestions questions,
    DifferenceContext context,
    Coding old,
    Coding @new,
    ProofBasis basis,
    IReadOnlyList<Predicate> predicates
)
{
    private readonly FavouredValues _favoured = new(predicates);

    /// <summary>The rows that are asked about.</summary>
    public RowSpace Space => questions.Space;

    /// <summary>A region with its rows.</summary>
    /// <exception cref="InvalidOperationException">The engine disagrees about one of them.</exception>
    public DifferenceRegion Complete(Change change, RegionText text)
    {
        var (oldSide, newSide) = change.Sides;
        var rows = new Restriction(
            Space,
            [.. context.Assumed, text.Box, context.Names.Of(oldSide), context.Names.Of(newSide)]
        );
        var cases = change.Kind switch
        {
            ChangeKind.NewlyKept => Outcomes(change, rows, context.Names[Side.New]),
            ChangeKind.NewlyExcluded => Outcomes(change, rows, context.Names[Side.Old]),
            _ => [Find(change, rows.Given)!],
        };
        return new DifferenceRegion(
            Space.All([text.Box, .. context.Assumed, context.Names.Of(oldSide), context.Names.Of(newSide)])
        )
        {
            Kind = change.Kind,
            Within = text.Within,
            Conditions = text.Conditions,
            FullConditions = text.Full?.Conditions,
            FullWithin = text.Full?.Within ?? [],
            IsCoarse = text.IsCoarse,
            Cases = cases.ToValueList(),
        };
    }

    /// <summary>A row for each outcome, labels in the order of the arms first, NULL last.</summary>
    private IEnumerable<ChangeCase> Outcomes(Change change, Restriction rows, CodingFormulas coding) =>
        coding
            .Labels.OrderBy(label => label is null)
            .Select(label => Find(change, Space.All([rows.Given, rows.Simplify(coding.Gives(label))])))
            .OfType<ChangeCase>();

    private ChangeCase? Find(Change change, Formula rows)
    {
        if (questions.Find(rows) is not { } region)
        {
            return null;
        }

        var row = region.Pick(_favoured.Of);
        var shown = Different.Confirm(evaluator, old, @new, row, basis);
        var found = (shown.Left.IsKept, shown.Right.IsKept) switch
        {
            (true, true) => Change.OfLabels(shown.Left.Outcome, shown.Right.Outcome, context.Names[Side.Old].Type),
            (false, _) => new Change(ChangeKind.NewlyKept),
            _ => new Change(ChangeKind.NewlyExcluded),
        };
        return found == change
            ? new ChangeCase(row, shown.Left, shown.Right)
            : throw new InvalidOperationException(
                $"The engine finds another change on the row that shows {change}: {row}"
            );
    }
}
