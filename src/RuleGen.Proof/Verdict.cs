using RuleGen.Languages;
using RuleGen.Model;

namespace RuleGen.Proof;

/// <summary>Whether two codings give every row the same result.</summary>
public abstract record Verdict
{
    private protected Verdict(ProofBasis basis) => Basis = basis;

    /// <summary>What the verdict depends on.</summary>
    public ProofBasis Basis { get; }
}

/// <summary>They do, for every row that the basis allows.</summary>
public sealed record Equivalent : Verdict
{
    internal Equivalent(ProofBasis basis)
        : base(basis) { }
}

/// <summary>They do not, and a row shows it.</summary>
public sealed record Different : Verdict
{
    private Different(ProofBasis basis, Row row, Result left, Result right)
        : base(basis)
    {
        Row = row;
        Left = left;
        Right = right;
    }

    /// <summary>The row.</summary>
    public Row Row { get; }

    /// <summary>What the left coding, or sequence of codings, makes of it; of a sequence kept, with its label or NULL.</summary>
    public Result Left { get; }

    /// <summary>What the right one makes of it.</summary>
    public Result Right { get; }

    /// <summary>The verdict that a row shows, once an engine has run both codings on it.</summary>
    /// <exception cref="InvalidOperationException">
    /// The row is no witness: the prover and the engine disagree about it.
    /// </exception>
    public static Different Confirm(ICodingEvaluator evaluator, Coding left, Coding right, Row row, ProofBasis basis) =>
        Confirm(evaluator, new CodingSide(left), new CodingSide(right), row, basis);

    /// <inheritdoc cref="Confirm(ICodingEvaluator, Coding, Coding, Row, ProofBasis)"/>
    internal static Different Confirm(
        ICodingEvaluator evaluator,
        IOutcomeSide left,
        IOutcomeSide right,
        Row row,
        ProofBasis basis
    )
    {
        var (leftResult, rightResult) = (left.Evaluate(evaluator, row), right.Evaluate(evaluator, row));
        if (leftResult == rightResult)
        {
            throw new InvalidOperationException(
                $"The engine finds no difference on the row that should show one: {row}"
            );
        }

        if (basis.Assumptions.FirstOrDefault(assumption => !assumption.Admits(evaluator, row)) is { } broken)
        {
            throw new InvalidOperationException($"The row {row} is not as assumed: {broken.Text}");
        }

        return new Different(basis, row, leftResult, rightResult);
    }
}

/// <summary>The question was not decided.</summary>
public sealed record Undecided : Verdict
{
    private Undecided(ProofBasis basis, UndecidedReason reason, Column? column, int clauseCount)
        : base(basis)
    {
        Reason = reason;
        Column = column;
        ClauseCount = clauseCount;
    }

    /// <summary>Why.</summary>
    public UndecidedReason Reason { get; }

    /// <summary>The column whose conditions are in the way; null where it is how columns go together.</summary>
    public Column? Column { get; }

    /// <summary>
    /// The number of different clauses, on both sides and in assumptions, that read the column; of all where it is null.
    /// </summary>
    public int ClauseCount { get; }

    internal static Undecided Of(ProofBasis basis, LimitReachedException exception, IEnumerable<Predicate> predicates)
    {
        var column =
            (exception as TooManyStatesException)?.Column ?? (exception as TextRelationException)?.Relation.Left;
        return new Undecided(
            basis,
            ReasonOf(exception),
            column,
            Count(predicates, predicate => column is null || predicate.Columns.Contains(column))
        );
    }

    /// <summary>The verdict where the codings differ only on rows whose result hangs on the reading of a LIKE.</summary>
    internal static Undecided OfReadings(ProofBasis basis, IEnumerable<Predicate> predicates) =>
        new(
            basis,
            UndecidedReason.TwoReadings,
            column: null,
            Count(predicates, predicate => predicate is Like { Reading: LikeReading.Ordinary })
        );

    internal static UndecidedReason ReasonOf(LimitReachedException exception) =>
        exception switch
        {
            TooManyStepsException => UndecidedReason.TooManySteps,
            TextRelationException => UndecidedReason.TextsCompared,
            _ => UndecidedReason.TooManyStates,
        };

    private static int Count(IEnumerable<Predicate> predicates, Func<Predicate, bool> isCounted) =>
        predicates
            .SelectMany(predicate => predicate.SelfAndDescendants())
            .Where(predicate => predicate.Children.Count == 0 && isCounted(predicate))
            .Distinct()
            .Count();
}

/// <summary>Why a question was not decided.</summary>
public enum UndecidedReason
{
    /// <summary>Whether a value meets all conditions on one column takes more states to tell than are allowed.</summary>
    TooManyStates,

    /// <summary>Two codings differ in more ways than are listed.</summary>
    TooManyRegions,

    /// <summary>
    /// Whether values of several columns meet all conditions together takes more steps to search for than are allowed:
    /// see <see cref="StateLimits.ChoiceSteps"/>.
    /// </summary>
    TooManySteps,

    /// <summary>
    /// Texts of two columns are compared with each other, and whether some are equal, or differ, under all conditions on
    /// them was not found out.
    /// </summary>
    TextsCompared,

    /// <summary>
    /// The codings differ only on rows with a character that LIKE may look past, and there is no source for whether it
    /// does (rule 1.41).
    /// </summary>
    TwoReadings,
}
