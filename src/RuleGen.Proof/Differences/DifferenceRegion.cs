using RuleGen.Languages;
using RuleGen.Model;

namespace RuleGen.Proof.Differences;

/// <summary>
/// Some of the rows whose results differ, all in one way. They are described twice, each time exactly: in short, by
/// <see cref="Within"/> and <see cref="Conditions"/>, and by <see cref="FullConditions"/> with <see cref="FullWithin"/>.
/// </summary>
public sealed class DifferenceRegion
{
    private readonly Formula _formula;

    internal DifferenceRegion(Formula formula) => _formula = formula;

    /// <summary>What becomes of the rows.</summary>
    public required ChangeKind Kind { get; init; }

    /// <summary>What the codings, by name, make of the rows.</summary>
    public required ValueList<NamedCondition> Within { get; init; }

    /// <summary>Which of the rows <see cref="Within"/> are meant; none means all of them.</summary>
    public required ValueList<ColumnCondition> Conditions { get; init; }

    /// <summary>
    /// The conditions column by column; null where they would be too long, or took too many questions to find.
    /// </summary>
    public required ValueList<ColumnCondition>? FullConditions { get; init; }

    /// <summary>What a row must meet beside <see cref="FullConditions"/>; none where they say all.</summary>
    public required ValueList<NamedCondition> FullWithin { get; init; }

    /// <summary>
    /// Whether the change was too tangled to be described by columns, so that <see cref="Within"/> alone says it.
    /// </summary>
    public required bool IsCoarse { get; init; }

    /// <summary>
    /// A row for each pair of results that rows of the region have: one pair, unless they are newly kept or excluded.
    /// </summary>
    public required ValueList<ChangeCase> Cases { get; init; }

    /// <summary>Whether a row, as the columns store it, is in the region. All its characters must be modelled.</summary>
    public bool Contains(Row row) => _formula.Holds(row);

    /// <summary>The region as a formula.</summary>
    internal Formula Formula => _formula;
}
