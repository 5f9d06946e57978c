using RuleGen.Engine;
using RuleGen.Model;
using RuleGen.Proof.Differences;

namespace RuleGen.Tests.Property.Proof;

/// <summary>Reads what is said of a region the way a person would, with the engine for every clause of it.</summary>
internal sealed class RegionMeaning(Coding old, Coding @new)
{
    private readonly CodingEvaluator _evaluator = new();

    /// <summary>Whether a row is one that the short description means.</summary>
    public bool IsMeantInShort(DifferenceRegion region, Row row) =>
        region.Within.All(name => Holds(name, row)) && region.Conditions.All(condition => Holds(condition, row));

    /// <summary>Whether a row is one that the full description means.</summary>
    public bool IsMeantInFull(DifferenceRegion region, Row row) =>
        region.FullWithin.All(name => Holds(name, row))
        && region.FullConditions!.All(condition => Holds(condition, row));

    /// <summary>The kind of change that a row shows; null where its result does not differ.</summary>
    public ChangeKind? KindOf(Row row)
    {
        var (before, after) = (_evaluator.Evaluate(old, row), _evaluator.Evaluate(@new, row));
        return before == after ? null
            : before.IsKept != after.IsKept ? (after.IsKept ? ChangeKind.NewlyKept : ChangeKind.NewlyExcluded)
            : before.Outcome is null ? ChangeKind.Gained
            : after.Outcome is null ? ChangeKind.Lost
            : ChangeKind.Relabelled;
    }

    /// <summary>Whether one of the cases of a region has the results of a row.</summary>
    public bool HasCase(DifferenceRegion region, Row row) =>
        region.Cases.Any(each =>
            each.Old == _evaluator.Evaluate(old, row) && each.New == _evaluator.Evaluate(@new, row)
        );

    private bool Holds(ColumnCondition condition, Row row) =>
        _evaluator.Evaluate(condition.Predicate, row) == Truth.True;

    private bool Holds(NamedCondition name, Row row)
    {
        var coding = name.Side == Side.Old ? old : @new;
        var result = _evaluator.Evaluate(coding, row);
        return name.Kind switch
        {
            NamedConditionKind.Keeps => result.IsKept,
            NamedConditionKind.Excludes => !result.IsKept,
            NamedConditionKind.Gives => result.IsKept && result.Outcome == name.Label,
            NamedConditionKind.Holds => _evaluator.Evaluate(coding.Arms[name.Arm!.Value].When, row) == Truth.True,
            _ => _evaluator.Evaluate(coding.Arms[name.Arm!.Value].When, row) != Truth.True,
        };
    }
}
