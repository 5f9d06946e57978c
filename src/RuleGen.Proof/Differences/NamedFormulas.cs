using RuleGen.Languages;

namespace RuleGen.Proof.Differences;

/// <summary>Two codings' conditions by name.</summary>
internal sealed class NamedFormulas(RowSpace space, CodingFormulas old, CodingFormulas @new)
{
    /// <summary>The coding of a side.</summary>
    public CodingFormulas this[Side side] => side == Side.Old ? old : @new;

    /// <summary>When a row meets a condition.</summary>
    public Formula Of(NamedCondition condition)
    {
        var coding = this[condition.Side];
        return condition.Kind switch
        {
            NamedConditionKind.Keeps => coding.Keeps,
            NamedConditionKind.Excludes => space.Not(coding.Keeps),
            NamedConditionKind.Gives => space.All([coding.Keeps, coding.Gives(condition.Label)]),
            NamedConditionKind.Holds => coding.Outcomes.Arms[condition.Arm!.Value].Holds,
            _ => space.Not(coding.Outcomes.Arms[condition.Arm!.Value].Holds),
        };
    }

    /// <summary>The rows of a change, taken apart into conditions of exclusions and of arms; each once.</summary>
    public IReadOnlyList<NamedCondition> Parts(Change change)
    {
        var (oldSide, newSide) = change.Sides;
        var parts =
            oldSide.Kind == NamedConditionKind.Gives
                ?
                [
                    new NamedCondition(Side.Old, NamedConditionKind.Keeps),
                    new NamedCondition(Side.New, NamedConditionKind.Keeps),
                    .. old.PartsOfGives(Side.Old, change.Old),
                    .. @new.PartsOfGives(Side.New, change.New),
                ]
                : (NamedCondition[])[oldSide, newSide];
        return [.. parts.DistinctBy(Of)];
    }
}
