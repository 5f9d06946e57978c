using RuleGen.Model;

namespace RuleGen.Proof.Findings;

/// <summary>RG1009: an AND beside an OR without parentheses (rule 5.13).</summary>
internal sealed class MixedConnectives : ICheck
{
    public IEnumerable<Predicate> Asks(IReadOnlyList<Site> roots) => [];

    public IEnumerable<Finding> Run(Examination examination)
    {
        var influence = new Influence(examination);
        return examination
            .Sites.Where(site => site.Predicate is Or && site.Predicate.Children.Any(IsBareAnd))
            .Select(site => Examine(examination, influence, site));
    }

    private static bool IsBareAnd(Predicate predicate) => predicate is And { Parentheses: 0 };

    private static Finding Examine(Examination examination, Influence influence, Site site)
    {
        var or = site.Predicate;
        var grouped = Or.Of(or.Children.Select(child => IsBareAnd(child) ? child.Grouped() : child).ToValueList()) with
        {
            Documentation = or.Documentation,
            Parentheses = or.Parentheses,
            Position = or.Position,
        };
        var finding = new Finding(
            FindingCodes.MixedConnectives,
            examination.Place(site),
            "AND and OR stand side by side without parentheses. AND goes first (rule 5.13)."
        )
        {
            Remedy = examination.Prove(ProposedRemedy.Write(examination, site, grouped, ", which means the same")),
        };
        return examination.Ask(
                site,
                "whether the other reading would differ",
                () => Contrast(examination, influence, site, finding)
            ) ?? finding;
    }

    /// <summary>The finding with what would follow if OR went first.</summary>
    private static Finding Contrast(Examination examination, Influence influence, Site site, Finding finding)
    {
        var other = OrFirst(site.Predicate);
        if (influence.FindChange(site, examination.Needed(site, other)) is not { } row)
        {
            return finding with
            {
                Explanation = $"{finding.Explanation} If OR went first, every row would have the same result.",
            };
        }

        var (coding, tools) = (examination.Coding, examination.Tools);
        return finding with
        {
            Explanation = $"{finding.Explanation} If OR went first, other rows would pass.",
            Witness = new FindingWitness(
                LintTools.Shown(row, site),
                [
                    new WitnessResult("as written", tools.Outcome(coding, row, site)),
                    new WitnessResult("if OR went first", tools.Outcome(coding.With(site.Path, other), row, site)),
                ]
            ),
        };
    }

    /// <summary><c>a AND b OR c</c> as it would be if OR went first: <c>a AND (b OR c)</c>.</summary>
    private static Predicate OrFirst(Predicate or)
    {
        var groups = new List<List<Predicate>> { new() };
        foreach (var child in or.Children)
        {
            var operands = IsBareAnd(child) ? child.Children : [child];
            groups[^1].Add(operands[0]);
            groups.AddRange(operands.Skip(1).Select(operand => new List<Predicate> { operand }));
        }

        return And.Of(
                groups
                    .Select(group => group is [var single] ? single : Or.Of(group.ToValueList()).Grouped())
                    .ToValueList()
            )
            .Grouped();
    }
}
