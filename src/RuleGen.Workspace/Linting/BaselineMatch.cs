using RuleGen.Proof.Findings;

namespace RuleGen.Workspaces.Linting;

/// <summary>
/// Finds which findings of a coding were known. Each known one answers for one finding: where a clause stands twice and was
/// known once, one of the two is new.
/// </summary>
internal sealed class BaselineMatch
{
    private readonly List<(Finding Finding, KnownFinding As)> _left;
    private readonly List<KnownFinding> _known;

    private BaselineMatch(IEnumerable<Finding> found, IEnumerable<KnownFinding> known)
    {
        _left = [.. found.Select(finding => (finding, KnownFinding.Of(finding)))];
        _known = [.. known];
    }

    /// <summary>The findings that were not known, in their order, and the known ones that are there no more.</summary>
    public static (List<Finding> New, List<KnownFinding> Gone) Find(
        IReadOnlyCollection<Finding> found,
        IReadOnlyCollection<KnownFinding> known
    )
    {
        var (added, gone) = (new HashSet<Finding>(ReferenceEqualityComparer.Instance), new List<KnownFinding>());
        var codes = known.ToLookup(each => each.Code, StringComparer.Ordinal);
        foreach (var group in found.GroupBy(finding => finding.Code.Id, StringComparer.Ordinal))
        {
            var match = new BaselineMatch(group, codes[group.Key]);
            match.Take((one, other) => one.Text == other.Text && one.Place == other.Place);
            match.Take((one, other) => one.Text == other.Text);
            match.Take((one, other) => one.IsNear(other));
            added.UnionWith(match._left.Select(each => each.Finding));
            gone.AddRange(match._known);
        }

        var present = found.Select(finding => finding.Code.Id).ToHashSet(StringComparer.Ordinal);
        gone.AddRange(known.Where(each => !present.Contains(each.Code)));
        return ([.. found.Where(added.Contains)], gone);
    }

    /// <summary>Strikes out the pairs that are alike, the first first.</summary>
    private void Take(Func<KnownFinding, KnownFinding, bool> areAlike) =>
        _left.RemoveAll(each =>
        {
            var place = _known.FindIndex(known => areAlike(known, each.As));
            if (place >= 0)
            {
                _known.RemoveAt(place);
            }

            return place >= 0;
        });
}
