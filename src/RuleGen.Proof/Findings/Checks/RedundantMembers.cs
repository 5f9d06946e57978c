using RuleGen.Model;

namespace RuleGen.Proof.Findings;

/// <summary>
/// RG1002: members of sets and items of IN without which every row has the same result. One finding for each clause
/// names those that can go together; where all of them are the other case of a letter, which the collation does not
/// tell apart, one finding names every such clause.
/// </summary>
internal sealed class RedundantMembers : ICheck
{
    private readonly Dictionary<Site, Members> _members = [];

    public IEnumerable<Predicate> Asks(IReadOnlyList<Site> roots)
    {
        foreach (var site in roots.SelectMany(root => root.Clauses))
        {
            _members.Add(site, Members.Of(site.Predicate));
        }

        return _members.Values.SelectMany(members => members.Asks);
    }

    public IEnumerable<Finding> Run(Examination examination)
    {
        var influence = new Influence(examination);
        var otherCases = new List<Redundant>();
        foreach (var (site, members) in _members.Where(each => !examination.Settled.Contains(each.Key)))
        {
            var redundant = examination.Ask(
                site,
                "whether each member of its sets has an effect",
                () => Find(examination, influence, site, members)
            );
            if (redundant is null)
            {
                continue;
            }

            if (members.OtherCases(redundant.Dropped) is not null)
            {
                otherCases.Add(redundant);
            }
            else if (
                examination.Ask(
                    site,
                    "why a member has no effect",
                    () => Describe(examination, influence, redundant)
                ) is
                { } finding
            )
            {
                yield return finding;
            }
        }

        foreach (var group in otherCases.GroupBy(each => CollationOf(each.Site)))
        {
            yield return Describe(examination, group.Key, [.. group]);
        }
    }

    /// <summary>As many members as can go together, the last first: of two that say the same, the first stays.</summary>
    private static Redundant? Find(Examination examination, Influence influence, Site site, Members members)
    {
        Redundant? found = null;
        for (var number = members.Count - 1; number >= 0; number--)
        {
            var dropped = (found?.Dropped ?? []).Append(number).ToHashSet();
            if (
                !examination.SettledMembers.Contains((site, number))
                && members.Without(dropped) is { } without
                && influence.FindChange(site, examination.Needed(site, without)) is null
            )
            {
                found = new Redundant(site, members, dropped, without);
            }
        }

        return found;
    }

    private static Finding Describe(Examination examination, Influence influence, Redundant redundant)
    {
        var (site, members, dropped, without) = redundant;
        var (with, fewer) = (examination.Needed(site), examination.Needed(site, without));
        var (verb, would) = dropped.Count == 1 ? ("decides", "it would") : ("decide", "they would");
        var why = "the others in it say the same already";
        if (with != fewer)
        {
            var space = examination.Space;
            var asked = space.Any([space.All([with, space.Not(fewer)]), space.All([fewer, space.Not(with)])]);
            var reason = new Reason(examination);
            why = $"where {would}, {reason.Describe(asked, reason.Minimal(asked, influence.Constraints(site)))}";
        }

        var assumed = AssumedReason.Sentence(
            examination,
            other => new Influence(other).FindChange(site, other.Needed(site, without)) is null
        );
        return new Finding(
            FindingCodes.RedundantMember,
            examination.Place(site),
            $"Its {members.Describe(dropped.Order())} never {verb}: {why}.{assumed}"
        )
        {
            Remedy = examination.Prove(ProposedRemedy.Write(examination, site, without)),
        };
    }

    /// <summary>The finding on letters in both cases.</summary>
    private static Finding Describe(Examination examination, Collation collation, List<Redundant> all)
    {
        var sets = all.SelectMany(each =>
                each.Members.OtherCases(each.Dropped)!.Select(set => (Text: Show(set), each.Site.Name))
            )
            .GroupBy(set => set.Text, set => set.Name, StringComparer.Ordinal)
            .Select(group => $"{group.Key} in {Words.Join([.. group.Distinct()])}");
        return new Finding(
            FindingCodes.RedundantMember,
            examination.Place(all[0].Site),
            $"Under {collation} a letter is the same in both cases, so that one of them never decides: "
                + $"{string.Join("; ", sets)}."
        )
        {
            Remedy = examination.Prove(OneCase(examination, all)),
        };
    }

    private static ProposedRemedy OneCase(Examination examination, List<Redundant> all)
    {
        if (all is [var single])
        {
            return ProposedRemedy.Write(examination, single.Site, single.Without);
        }

        var edits = all.ConvertAll(each => new RemedyEdit(
            each.Site.Path,
            1,
            ProposedRemedy.Snippet(examination, each.Without)
        ));
        return new ProposedRemedy(
            $"Write {Words.Join([.. edits.Zip(all, (edit, each) => $"{edit.Text} for {each.Site.Name}")])}",
            SameResults.Claim,
            edits
                .Zip(all)
                .Aggregate(examination.Coding, (coding, each) => each.First.Apply(coding, each.Second.Without))
        )
        {
            Edits = [.. edits],
        };
    }

    private static string Show((CharacterSet Set, CharacterSet Left) set) =>
        $"{PatternText.Show(set.Set)} is {PatternText.Show(set.Left)}";

    private static Collation CollationOf(Site site) => ((CharacterType)((Like)site.Predicate).Operand.Type).Collation!;

    /// <summary>Members of a clause that can go together, and the clause without them.</summary>
    private sealed record Redundant(Site Site, Members Members, HashSet<int> Dropped, Predicate Without);
}
