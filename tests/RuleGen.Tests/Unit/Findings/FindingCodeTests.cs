using RuleGen.Model;
using RuleGen.Proof.Findings;

namespace RuleGen.Tests.Unit.Findings;

[TestFixture]
[Parallelizable(ParallelScope.All)]
public sealed class FindingCodeTests
{
    private static IEnumerable<TestCaseData> Raised => Cases(FindingCases.Raised);

    private static IEnumerable<TestCaseData> Missed => Cases(FindingCases.Missed);

    [TestCaseSource(nameof(Raised))]
    public void A_text_has_a_finding(string code, string text) =>
        Assert.That(Linting.Examine(text).Findings.Select(finding => finding.Code.Id), Does.Contain(code));

    [TestCaseSource(nameof(Missed))]
    public void A_near_miss_has_no_such_finding(string code, string text)
    {
        var findings = Linting.Examine(text).Findings;

        Assert.That(
            findings.Select(finding => finding.Code.Id),
            Does.Not.Contain(code),
            string.Join('\n', findings.Select(finding => finding.Explanation))
        );
    }

    [Test]
    public void Every_code_has_a_text_that_raises_it_and_a_near_miss()
    {
        // What a text says of it is gone from the coding: ConvertedTextTests. Others are about several codings:
        // CatalogueCommandTests, CataloguesAgainstBruteForce.
        FindingCode[] elsewhere =
        [
            FindingCodes.ConvertsText,
            FindingCodes.ShadowedCoding,
            FindingCodes.SameRows,
            FindingCodes.OtherExclusions,
        ];
        var codes = FindingCodes.All.Except(elsewhere).Select(code => code.Id).ToList();

        Assert.That(FindingCases.Raised.Select(each => each.Code).Distinct(), Is.EquivalentTo(codes));
        Assert.That(FindingCases.Missed.Select(each => each.Code).Distinct(), Is.EquivalentTo(codes));
    }

    [Test]
    public void Codes_are_unique_and_none_is_a_code_of_an_error()
    {
        var codes = FindingCodes.All.Select(code => code.Id).Concat(ErrorCodes.All.Select(code => code.Id));

        Assert.That(codes, Is.Unique);
    }

    private static IEnumerable<TestCaseData> Cases(IEnumerable<(string Code, string Text)> cases) =>
        cases.Select(each =>
            new TestCaseData(each.Code, each.Text).SetArgDisplayNames(
                each.Code,
                each.Text[..Math.Min(70, each.Text.Length)]
            )
        );
}
