using System.Text.RegularExpressions;
using RuleGen.Model;

namespace RuleGen.Proof.Findings;

/// <summary>
/// RG1016: ranges of codes that end before longer codes which begin like their end: <c>BETWEEN 'I60' AND 'I69'</c> holds
/// I691 not, since I691 sorts after I69 (rule 5.9).
/// </summary>
internal sealed partial class RangeEnds : ICheck
{
    private readonly List<(Site Site, StringLiteral End, Like Longer, Predicate? IsCode)> _ends = [];

    public IEnumerable<Predicate> Asks(IReadOnlyList<Site> roots)
    {
        foreach (var site in roots.SelectMany(root => root.Clauses))
        {
            if (
                EndOf(site.Predicate) is { } end
                && IsLikeCode().IsMatch(end.Value)
                && PatternText.ToLike(
                    Positive.Operand(site.Predicate)!,
                    [
                        .. end.Value.Select(character => (LikeElement)new LiteralCharacter(character)),
                        new AnyCharacter(),
                        new AnyRun(),
                    ],
                    Like.Of(Positive.Operand(site.Predicate)!, StringLiteral.Of("", end.IsUnicode)),
                    isNegated: false
                )
                    is { } longer
            )
            {
                _ends.Add((site, end, longer, DeclaredShape.Of(site.Predicate)));
            }
        }

        return _ends.SelectMany(each => each.IsCode is null ? [each.Longer] : (Predicate[])[each.Longer, each.IsCode]);
    }

    public IEnumerable<Finding> Run(Examination examination) =>
        from each in _ends
        where !examination.Settled.Contains(each.Site)
        let finding = examination.Ask(
            each.Site,
            "whether it leaves out longer codes",
            () => Examine(examination, each.Site, each.End, each.Longer, each.IsCode)
        )
        where finding is not null
        select finding;

    private static Finding? Examine(
        Examination examination,
        Site site,
        StringLiteral end,
        Like longer,
        Predicate? isCode
    )
    {
        var truth = examination.Truth(site.Predicate);
        var isOutside = Positive.IsNegated(site.Predicate) ? truth.IsTrue : truth.IsFalse;
        if (
            examination.Find([
                examination.Truth(longer).IsTrue,
                isOutside,
                .. isCode is null ? [] : (Languages.Formula[])[examination.Truth(isCode).IsTrue],
            ])
            is not { } region
        )
        {
            return null;
        }

        var row = LintTools.Shown(examination.Pick(region, site), site);
        var columns = site.Predicate.Columns.Distinct().ToValueList();
        var shown = new Row(columns, columns.Select(column => row[column]).ToValueList());
        return new Finding(
            FindingCodes.LongerCodesLeftOut,
            examination.Place(site),
            $"The range ends at '{end.Value}', and what begins with '{end.Value}' and goes on sorts after it (rule 5.9). If those "
                + $"are meant too, add LIKE '{end.Value}%', or compare {end.Value.Length} characters with LEFT."
        )
        {
            Witness = new FindingWitness(
                shown,
                [new WitnessResult("the condition", examination.Tools.Truth(site.Predicate, shown))]
            ),
        };
    }

    private static StringLiteral? EndOf(Predicate predicate) =>
        predicate switch
        {
            Between { High: StringLiteral high } => high,
            Comparison { OperandOperator: ComparisonOperator.LessThanOrEqual, Literal: StringLiteral high } => high,
            _ => null,
        };

    /// <summary>A letter and digits, as codes of ICD-10 and OPCS-4 begin.</summary>
    [GeneratedRegex("^[A-Za-z][0-9]{1,5}$")]
    private static partial Regex IsLikeCode();
}
