using RuleGen.Model;
using RuleGen.Proof.Mutating;

namespace RuleGen.Proof.Fixtures;

/// <summary>Picks rows that look like data.</summary>
internal sealed class RowPicker(Coding coding)
{
    private readonly Dictionary<CodingPath, FavouredValues> _ofConditions = [];

    /// <summary>A row of a region of rows on which a mutant shows; for null, of any region.</summary>
    public Row Pick(Region region, Mutant? mutant)
    {
        var sources = Sources(mutant);
        return region.Pick(column => sources.SelectMany(favoured => favoured(column)));
    }

    /// <summary>What the clause names, then its condition and the exclusions, last what the mistake names.</summary>
    private List<Func<Column, IEnumerable<SqlValue>>> Sources(Mutant? mutant)
    {
        if (mutant?.Path is not { } path)
        {
            return [OfCondition(new CodingPath(Arm: null, Steps: [])).Of];
        }

        var sources = new List<Func<Column, IEnumerable<SqlValue>>>
        {
            OfClause(coding.At(path)),
            OfCondition(path with { Steps = [] }).Of,
        };
        if (mutant.Made is { } made)
        {
            sources.Add(OfClause(made));
        }

        return sources;
    }

    private static Func<Column, IEnumerable<SqlValue>> OfClause(Predicate clause)
    {
        var favoured = new FavouredValues([clause]);
        var columns = clause.Columns.ToHashSet();
        return column => columns.Contains(column) ? favoured.Of(column) : [];
    }

    /// <summary>The values of an arm's condition, of the exclusions, and of the first arm, which exclusions are about.</summary>
    private FavouredValues OfCondition(CodingPath path)
    {
        if (!_ofConditions.TryGetValue(path, out var favoured))
        {
            var arms = path.Arm is { } arm ? [coding.Arms[arm]] : coding.Arms;
            var conditions = arms.Select(each => each.When).Append(coding.Exclusions).OfType<Predicate>();
            _ofConditions.Add(path, favoured = new FavouredValues(conditions));
        }

        return favoured;
    }
}
