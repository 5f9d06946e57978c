using RuleGen.Languages;
using RuleGen.Model;

namespace RuleGen.Proof.Differences;

/// <summary>
/// A column, or the columns that clauses read together, as <c>ISNULL(a, b)</c> does: what has one condition in a box.
/// </summary>
/// <param name="Columns">The columns, in the order of the space.</param>
internal sealed record Dimension(ValueList<Column> Columns)
{
    /// <summary>The dimensions of a space whose rows some predicates are about.</summary>
    public static IReadOnlyList<Dimension> Of(RowSpace space, IEnumerable<Predicate> predicates)
    {
        var groups = space.Columns.Select(column => new HashSet<Column> { column }).ToList();
        foreach (
            var predicate in predicates
                .SelectMany(root => root.SelfAndDescendants())
                .Where(part => part.Children.Count == 0)
        )
        {
            var columns = predicate.Columns.ToHashSet();
            columns.UnionWith(
                space
                    .Relations.Where(relation => columns.Contains(relation.Left) && columns.Contains(relation.Right))
                    .Select(relation => relation.Column)
            );
            var joined = groups.Where(group => group.Overlaps(columns)).ToList();
            foreach (var group in joined.Skip(1))
            {
                joined[0].UnionWith(group);
                groups.Remove(group);
            }
        }

        return [.. groups.Select(group => new Dimension(space.Columns.Where(group.Contains).ToValueList()))];
    }

    /// <summary>Whether a predicate is about these columns.</summary>
    public bool Reads(Predicate predicate) => predicate.Columns.Any(Columns.Contains);

    /// <summary>The part of a region's condition that is about these columns.</summary>
    public Formula Project(RowSpace space, Region region) =>
        space.All(region.Sets.Where(set => Columns.Contains(set.Column)).Select(space.Fact));

    /// <summary>What a formula, as a conjunction, says about these columns alone.</summary>
    public Formula Along(RowSpace space, Formula formula) =>
        space.All((formula is Junction { IsAll: true } all ? all.Parts : [formula]).Where(IsAbout));

    private bool IsAbout(Formula formula) =>
        formula switch
        {
            Fact fact => Columns.Contains(fact.Set.Column),
            Junction junction => junction.Parts.All(IsAbout),
            _ => true,
        };
}
