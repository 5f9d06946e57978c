using RuleGen.Model;

namespace RuleGen.Proof.Findings;

/// <summary>
/// RG1020: patterns on a text that is joined of items of a child table, which no index can answer, where <c>EXISTS</c> on
/// the items, which an index on them can, has the same effect.
/// </summary>
internal sealed class JoinedPatterns : ICheck
{
    private readonly List<(Site Site, Predicate Candidate)> _rewrites = [];

    public IEnumerable<Predicate> Asks(IReadOnlyList<Site> roots)
    {
        foreach (var site in roots.SelectMany(root => root.Clauses))
        {
            if (Rewrite(site.Predicate) is { } candidate)
            {
                _rewrites.Add((site, candidate));
            }
        }

        return _rewrites.Select(each => each.Candidate);
    }

    public IEnumerable<Finding> Run(Examination examination) =>
        from column in _rewrites
            .Where(each => !examination.Settled.Contains(each.Site))
            .GroupBy(each => each.Site.Predicate.NamedColumns.First())
        let sites = column.ToList()
        let finding = examination.Ask(
            sites[0].Site,
            "whether EXISTS on the items has the same effect",
            () => Examine(examination, sites)
        )
        where finding is not null
        select finding;

    private static Finding? Examine(Examination examination, List<(Site Site, Predicate Candidate)> sites)
    {
        // Each by itself where not all together: a pattern may reach across items, or count on NULL.
        var remedy = Prove(examination, sites);
        if (remedy is null)
        {
            sites = sites.FindAll(each => Prove(examination, [each]) is not null);
            remedy = sites.Count == 0 ? null : Prove(examination, sites);
        }

        if (remedy is null)
        {
            return null;
        }

        var column = sites[0].Site.Predicate.NamedColumns.First();
        var joined = (JoinedItems)column.Derivation!;
        var others =
            sites.Count == 1
                ? ""
                : $" The same goes for {Words.Join([.. sites.Skip(1).Select(each => each.Site.Name)])}.";
        return new Finding(
            FindingCodes.JoinedPattern,
            examination.Place(sites[0].Site, sites.Select(each => each.Site)),
            $"{column.Name} is joined of {joined.List.Name} for every row that is read, and no index on {joined.Item.Name} can be "
                + $"searched for it. EXISTS on the items can use one.{others}"
        )
        {
            Remedy = remedy,
        };
    }

    private static Remedy? Prove(Examination examination, List<(Site Site, Predicate Candidate)> sites)
    {
        var edits = sites.ConvertAll(each => new RemedyEdit(
            each.Site.Path,
            1,
            ProposedRemedy.Snippet(examination, each.Candidate)
        ));
        var after = edits
            .Zip(sites)
            .Aggregate(examination.Coding, (coding, each) => each.First.Apply(coding, each.Second.Candidate));
        return examination.Prove(
            new ProposedRemedy(
                "Write "
                    + string.Join(
                        "; ",
                        edits.Zip(
                            sites,
                            (edit, each) => sites.Count == 1 ? edit.Text : $"{edit.Text} for {each.Site.Name}"
                        )
                    ),
                SameResults.Claim,
                after
            )
            {
                Edits = [.. edits],
            }
        );
    }

    /// <summary>The question about an item that a pattern on the joined text may mean; null where it is none.</summary>
    private static Predicate? Rewrite(Predicate predicate)
    {
        if (
            predicate
            is not Like
            {
                Pattern: { MatchesNothing: false, Elements: [AnyRun, _, .., AnyRun] elements },
                Operand: ColumnReference { Column.Derivation: JoinedItems { ListType.MostItems: null } joined },
            } like
        )
        {
            return null;
        }

        var core = elements.Skip(1).SkipLast(1).ToList();
        if (core.Exists(element => element is AnyRun))
        {
            return null;
        }

        var item = ColumnReference.Of(joined.Item);
        if (PatternText.ToLike(item, core.Append(new AnyRun()), like, isNegated: false) is not { } start)
        {
            return null;
        }

        var any = Any.Of(joined.List, start);
        return like.IsNegated ? Not.Of(any) : any;
    }
}
