using RuleGen.Languages;
using RuleGen.Model;

namespace RuleGen.Proof.Differences;

/// <summary>Describes the difference of two codings: exactly the rows to which they give different results.</summary>
/// <param name="evaluator">Re-runs each row that is shown on both codings.</param>
public sealed class CodingDiffer(ICodingEvaluator evaluator)
{
    /// <summary>More pairs of labels are not listed: one row shows that the codings differ.</summary>
    public const int MostChanges = 1000;

    /// <summary>So many questions are asked to describe one change by columns; then it is described by name.</summary>
    private const int MostQuestions = 3000;

    /// <summary>So many are asked to tell the regions of all changes apart, and as many again to spell them out.</summary>
    private const int MostQuestionsInAll = 40_000;

    /// <summary>How large automata may become, and how long searches.</summary>
    internal StateLimits Limits { get; init; } = StateLimits.Default;

    /// <summary>
    /// The difference of two codings over one source: decided wherever <see cref="EquivalenceProver"/> decides, though
    /// it may be that the regions are not listed.
    /// </summary>
    /// <param name="old">The coding before the change.</param>
    /// <param name="new">The coding after it.</param>
    /// <param name="assumptions">What may be taken for granted about the rows.</param>
    /// <exception cref="ArgumentException">
    /// Two columns have one name: the codings are over different sources.
    /// </exception>
    /// <exception cref="RuleGenException">
    /// RG0604: no row is as assumed. RG0001: the codings give values of different types.
    /// </exception>
    public CodingDifference Compare(Coding old, Coding @new, ValueList<Assumption>? assumptions = null)
    {
        Coding.RequireSameType(old, @new);
        assumptions ??= [];
        if (UncertainCharacter.IsInPatternOf([.. old.Predicates, .. @new.Predicates]))
        {
            return Prove(old, @new, assumptions, UndecidedReason.TwoReadings);
        }

        var assumed = assumptions.Select(assumption => assumption.Predicate).OfType<Predicate>().ToList();
        var derived = DerivedClauses.Of(old, @new);
        List<Predicate> predicates = [.. old.Predicates, .. @new.Predicates, .. assumed];
        var space = new RowSpace(
            [.. predicates, .. derived],
            character => assumptions.All(assumption => assumption.Allows(character)),
            // Half for the regions, so that with the proof it is not much more than a proof by itself.
            Limits with
            {
                ChoiceSteps = Limits.ChoiceSteps / 2,
            }
        );
        var basis = ProofBasis.Of(space, predicates, assumptions);
        try
        {
            var context = new DifferenceContext(space, old, @new, assumed, derived);
            EquivalenceProver.RequireRows(space, context.Assumed, assumptions);
            var questions = new RowQuestions(space, int.MaxValue);
            var changes = new ChangeFinder(
                questions,
                context.Names[Side.Old],
                context.Names[Side.New],
                context.Assumed
            ).Find(MostChanges);
            if (changes.Count > MostChanges)
            {
                return Prove(old, @new, assumptions, UndecidedReason.TooManyRegions);
            }

            if (changes.Count == 0 && old.FindReadings().Count + @new.FindReadings().Count > 2)
            {
                // That they are the same is still to be shown of rows that LIKE may read in two ways.
                return Prove(old, @new, assumptions, UndecidedReason.TwoReadings);
            }

            var cases = new CaseFinder(evaluator, questions, context, old, @new, basis, [.. predicates, .. derived]);
            var regions = Describe(context, changes, cases);
            return new DecidedDifference(basis, space, space.All(context.Assumed))
            {
                Grade = GradeOf(changes, old, @new),
                AreSame = old == @new,
                Regions = regions,
                Overlaps = Overlaps(questions, regions),
            };
        }
        catch (LimitReachedException exception)
        {
            return Prove(
                old,
                @new,
                assumptions,
                exception switch
                {
                    TooManyStepsException => UndecidedReason.TooManySteps,
                    TextRelationException => UndecidedReason.TextsCompared,
                    _ => UndecidedReason.TooManyStates,
                }
            );
        }
    }

    /// <summary>Whether they differ at all, which is decided more often than in which rows.</summary>
    private CodingDifference Prove(
        Coding old,
        Coding @new,
        ValueList<Assumption> assumptions,
        UndecidedReason reason
    ) =>
        new EquivalenceProver(evaluator) { Limits = Limits }.Decide(old, @new, assumptions) switch
        {
            Different different => new UnlistedDifference(reason, different),
            Undecided undecided => new UndecidedDifference(undecided),
            var same => Same(old, @new, assumptions, same.Basis),
        };

    private DecidedDifference Same(Coding old, Coding @new, ValueList<Assumption> assumptions, ProofBasis basis)
    {
        var assumed = assumptions.Select(assumption => assumption.Predicate).OfType<Predicate>().ToList();
        var space = new RowSpace(
            [.. old.Predicates, .. @new.Predicates, .. assumed],
            character => assumptions.All(assumption => assumption.Allows(character)),
            Limits
        );
        return new DecidedDifference(
            basis,
            space,
            space.All(assumed.Select(predicate => space.Not(space.Translate(predicate).IsFalse)))
        )
        {
            Grade = GradeOf([], old, @new),
            AreSame = old == @new,
            Regions = [],
            Overlaps = [],
        };
    }

    private static ValueList<DifferenceRegion> Describe(
        DifferenceContext context,
        IReadOnlyList<Change> changes,
        CaseFinder cases
    )
    {
        var regions = new List<DifferenceRegion>();
        var asked = 0;
        var speller = new RegionSpeller(context, new RowQuestions(cases.Space, MostQuestionsInAll));
        foreach (var change in changes)
        {
            var questions = new RowQuestions(cases.Space, Math.Min(MostQuestions, MostQuestionsInAll - asked));
            var builder = new RegionBuilder(context, questions, speller, change);
            IReadOnlyList<RegionText> texts;
            try
            {
                texts = builder.Build();
            }
            catch (TooManyQuestionsException)
            {
                texts = [builder.Coarse()];
            }

            asked += Math.Min(questions.Asked, MostQuestions);
            regions.AddRange(texts.Select(text => cases.Complete(change, text)));
        }

        return regions.ToValueList();
    }

    /// <summary>The pairs of regions of one change that share rows; rows of different changes are never the same.</summary>
    private static ValueList<(int, int)> Overlaps(RowQuestions questions, ValueList<DifferenceRegion> regions) =>
        Enumerable
            .Range(0, regions.Count)
            .SelectMany(first =>
                Enumerable
                    .Range(first + 1, regions.Count - first - 1)
                    .TakeWhile(second => AreOfOneChange(regions[first], regions[second]))
                    .Where(second => questions.Exist(regions[first].Formula, regions[second].Formula))
                    .Select(second => (first, second))
            )
            .ToValueList();

    private static bool AreOfOneChange(DifferenceRegion one, DifferenceRegion other) =>
        one.Kind == other.Kind
        && (
            one.Kind is ChangeKind.NewlyKept or ChangeKind.NewlyExcluded
            || (one.Cases[0].Old == other.Cases[0].Old && one.Cases[0].New == other.Cases[0].New)
        );

    private static Grade GradeOf(IReadOnlyList<Change> changes, Coding old, Coding @new)
    {
        var kinds = changes.Select(change => change.Kind).ToHashSet();
        return kinds.Count == 0
            ? old != @new && SameButForOrder.Are(old, @new)
                ? Grade.ReorderOnly
                : Grade.None
            : kinds.IsSubsetOf([ChangeKind.Gained, ChangeKind.NewlyKept])
                ? Grade.Widening
                : kinds.IsSubsetOf([ChangeKind.Lost, ChangeKind.NewlyExcluded])
                    ? Grade.Narrowing
                    : kinds.SetEquals([ChangeKind.Relabelled])
                        ? Grade.Relabelling
                        : Grade.Mixed;
    }
}
