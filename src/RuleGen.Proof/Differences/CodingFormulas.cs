using RuleGen.Languages;
using RuleGen.Model;

namespace RuleGen.Proof.Differences;

/// <summary>What a coding makes of rows, as formulas with names.</summary>
internal sealed class CodingFormulas
{
    private readonly RowSpace _space;
    private readonly Dictionary<string, Formula> _gives = new(StringComparer.Ordinal);
    private Formula? _givesNull;

    /// <param name="space">The space of the rows.</param>
    /// <param name="coding">The coding.</param>
    /// <param name="type">The type of the labels.</param>
    public CodingFormulas(RowSpace space, Coding coding, LabelType type)
    {
        _space = space;
        Outcomes = new OutcomeFormulas(space, coding);
        Type = type;
    }

    /// <summary>The type of the labels.</summary>
    public LabelType Type { get; }

    /// <summary>The arms, ELSE and exclusions.</summary>
    public OutcomeFormulas Outcomes { get; }

    /// <summary>When a row is kept.</summary>
    public Formula Keeps => Outcomes.Kept;

    /// <summary>The labels that it can give, NULL among them, in the order of the arms.</summary>
    public IEnumerable<string?> Labels => Outcomes.Arms.Select(arm => arm.Label).Distinct(StringComparer.Ordinal);

    /// <summary>When the outcome of a row, if kept, is a label.</summary>
    public Formula Gives(string? label)
    {
        if (label is null)
        {
            return _givesNull ??= Build(label);
        }

        if (!_gives.TryGetValue(label, out var gives))
        {
            _gives.Add(label, gives = Build(label));
        }

        return gives;
    }

    /// <summary>The outcome of a row, if kept.</summary>
    public string? OutcomeOf(Row row) => Outcomes.Arms.First(arm => arm.Holds.Holds(row)).Label;

    /// <summary>
    /// Conditions that, for a row that is kept, together are <see cref="Gives"/>: arm by arm where one arm gives the
    /// label, else as a whole.
    /// </summary>
    public IEnumerable<NamedCondition> PartsOfGives(Side side, string? label)
    {
        var arms = Enumerable.Range(0, Outcomes.Arms.Count).Where(arm => Outcomes.Arms[arm].Label == label).ToList();
        if (arms is not [var only])
        {
            return [new NamedCondition(side, NamedConditionKind.Gives, Label: label, Type: Type)];
        }

        var fails = Enumerable.Range(0, only).Select(arm => new NamedCondition(side, NamedConditionKind.Fails, arm));
        return only == Outcomes.Arms.Count - 1
            ? fails
            : fails.Prepend(new NamedCondition(side, NamedConditionKind.Holds, only));
    }

    /// <summary>Arms that give the label and arms that do not, from the last, taken in runs of one kind.</summary>
    private Formula Build(string? label)
    {
        var gives = _space.Constant(Outcomes.Arms[^1].Label == label);
        var run = new List<Formula>();
        for (var arm = Outcomes.Arms.Count - 2; arm >= 0; arm--)
        {
            var isLabel = Outcomes.Arms[arm].Label == label;
            run.Add(isLabel ? Outcomes.Arms[arm].Holds : _space.Not(Outcomes.Arms[arm].Holds));
            if (arm == 0 || (Outcomes.Arms[arm - 1].Label == label) != isLabel)
            {
                run.Reverse();
                gives = isLabel ? _space.Any([.. run, gives]) : _space.All([.. run, gives]);
                run.Clear();
            }
        }

        return gives;
    }
}
