using RuleGen.Languages;
using RuleGen.Model;

namespace RuleGen.Proof;

/// <summary>
/// The arms of a coding as formulas: when each arm's predicate is TRUE. ELSE is a last arm that always is.
/// </summary>
internal sealed class OutcomeFormulas
{
    private readonly RowSpace _space;

    public OutcomeFormulas(RowSpace space, Coding coding)
        : this(space, coding, space.WhenTrue) { }

    /// <param name="space">The space of the rows.</param>
    /// <param name="coding">The coding.</param>
    /// <param name="whenTrue">When a predicate is TRUE, in that space.</param>
    public OutcomeFormulas(RowSpace space, Coding coding, Func<Predicate, Formula> whenTrue)
    {
        _space = space;
        Arms =
        [
            .. coding.Arms.Select(arm => new ArmFormula(whenTrue(arm.When), arm.Then.Text)),
            new ArmFormula(space.Constant(true), coding.Else?.Text),
        ];
        Kept = coding.Exclusions is null ? space.Constant(true) : whenTrue(coding.Exclusions);
    }

    private OutcomeFormulas(RowSpace space, IReadOnlyList<ArmFormula> arms)
    {
        _space = space;
        Arms = arms;
        Kept = space.Constant(true);
    }

    /// <summary>
    /// The labels of a sequence: every row is kept, and one that no coding gives a label takes the last arm, which gives NULL.
    /// </summary>
    public static OutcomeFormulas OfSequence(RowSpace space, CodingSequence sequence) =>
        new(
            space,
            [.. sequence.Codings.SelectMany(coding => Labelled(space, coding)), new(space.Constant(true), null)]
        );

    /// <summary>When each label of a coding is given. An arm that gives NULL keeps the coding's later arms from it.</summary>
    private static IEnumerable<ArmFormula> Labelled(RowSpace space, Coding coding)
    {
        List<Formula> given = coding.Exclusions is null ? [] : [space.WhenTrue(coding.Exclusions)];
        foreach (var arm in coding.Arms)
        {
            var holds = space.WhenTrue(arm.When);
            if (arm.Then.IsNull)
            {
                given.Add(space.Not(holds));
            }
            else
            {
                yield return new ArmFormula(space.All([.. given, holds]), arm.Then.Text);
            }
        }

        if (coding.Else is { IsNull: false } otherwise)
        {
            yield return new ArmFormula(space.All(given), otherwise.Text);
        }
    }

    /// <summary>The arms, in order; the last always holds.</summary>
    public IReadOnlyList<ArmFormula> Arms { get; }

    /// <summary>When a row is kept.</summary>
    public Formula Kept { get; }

    /// <summary>When an arm is the first that holds.</summary>
    public IEnumerable<Formula> Takes(int arm) =>
        Arms.Take(arm).Select(earlier => _space.Not(earlier.Holds)).Prepend(Arms[arm].Holds);

    /// <summary>When the outcome of a row is a label, if the row is kept.</summary>
    /// <param name="label">The label.</param>
    public Formula Gives(string? label) =>
        _space.Any(
            Enumerable.Range(0, Arms.Count).Where(arm => Arms[arm].Label == label).Select(arm => _space.All(Takes(arm)))
        );

    /// <summary>
    /// When the outcome is not a label: wherever an arm with that label holds, an earlier one with another label does.
    /// </summary>
    /// <param name="label">The label.</param>
    /// <param name="excluded">Formulas known not to hold.</param>
    public IEnumerable<Formula> DoesNotGive(string? label, IReadOnlySet<Formula> excluded)
    {
        var others = new List<Formula>();
        foreach (var arm in Arms.Where(arm => !excluded.Contains(arm.Holds)))
        {
            if (arm.Label == label)
            {
                yield return _space.Any([_space.Not(arm.Holds), .. others]);
            }
            else
            {
                others.Add(arm.Holds);
            }
        }
    }
}

/// <summary>One arm.</summary>
/// <param name="Holds">When its predicate is TRUE.</param>
/// <param name="Label">Its label; null is NULL.</param>
internal sealed record ArmFormula(Formula Holds, string? Label);
