using RuleGen.Model;

namespace RuleGen.Proof.Findings;

/// <summary>RG1002: members of sets and items of IN without which every row has the same result.</summary>
internal sealed class RedundantMembers : ICheck
{
    private readonly Dictionary<Site, List<(string Member, Predicate Without)>> _variants = [];

    public IEnumerable<Predicate> Asks(IReadOnlyList<Site> roots)
    {
        foreach (var site in roots.SelectMany(root => root.Clauses))
        {
            _variants.Add(site, [.. Variants(site.Predicate)]);
        }

        return _variants.Values.SelectMany(variants => variants).Select(variant => variant.Without);
    }

    public IEnumerable<Finding> Run(Examination examination)
    {
        var influence = new Influence(examination);
        foreach (var (site, variants) in _variants.Where(each => !examination.Settled.Contains(each.Key)))
        {
            foreach (var (member, without) in variants)
            {
                var finding = examination.Ask(
                    site,
                    "whether each member of its sets has an effect",
                    () => Examine(examination, influence, site, member, without)
                );
                if (finding is not null)
                {
                    yield return finding;
                }
            }
        }
    }

    private static Finding? Examine(
        Examination examination,
        Influence influence,
        Site site,
        string member,
        Predicate without
    )
    {
        var (with, fewer) = (examination.Needed(site), examination.Needed(site, without));
        if (influence.FindChange(site, fewer) is not null)
        {
            return null;
        }

        var why = "the others in it say the same already";
        if (with != fewer)
        {
            var space = examination.Space;
            var asked = space.Any([space.All([with, space.Not(fewer)]), space.All([fewer, space.Not(with)])]);
            var reason = new Reason(examination);
            why = $"where it would, {reason.Describe(asked, reason.Minimal(asked, influence.Constraints(site)))}";
        }

        return new Finding(FindingCodes.RedundantMember, examination.Place(site), $"Its {member} never decides: {why}.")
        {
            Remedy = Remedy.Same(
                $"Write {examination.Tools.Write(without)}",
                examination.Coding.With(site.Path, without)
            ),
        };
    }

    private static IEnumerable<(string Member, Predicate Without)> Variants(Predicate predicate) =>
        predicate switch
        {
            Like like => SetVariants(like),
            In { Items.Count: > 1 } membership => membership.Items.Select(
                (item, index) =>
                    (
                        $"item {Write(item)}",
                        (Predicate)In.Of(membership.Operand, Without(membership.Items, index), membership.IsNegated)
                    )
            ),
            _ => [],
        };

    private static IEnumerable<(string Member, Predicate Without)> SetVariants(Like like)
    {
        for (var place = 0; place < like.Pattern.Elements.Count; place++)
        {
            if (like.Pattern is { MatchesNothing: true } || like.Pattern.Elements[place] is not CharacterSet set)
            {
                continue;
            }

            for (var index = 0; index < set.Members.Count && set.Members.Count > 1; index++)
            {
                var fewer = set with { Members = Without(set.Members, index) };
                var elements = like.Pattern.Elements.Select((element, at) => at == place ? fewer : element);
                if (PatternText.ToLike(like.Operand, elements, like, like.IsNegated) is { } without)
                {
                    yield return ($"member {PatternText.Show(set.Members[index])} of {PatternText.Show(set)}", without);
                }
            }
        }
    }

    private static ValueList<T> Without<T>(ValueList<T> items, int index) =>
        items.Where((_, at) => at != index).ToValueList();

    private static string Write(Scalar literal) =>
        literal switch
        {
            StringLiteral text => $"'{MessageText.OneLine(text.Value)}'",
            IntegerLiteral number => FormattableString.Invariant($"{number.Value}"),
            _ => throw new ArgumentException("An item of IN is a literal.", nameof(literal)),
        };
}
