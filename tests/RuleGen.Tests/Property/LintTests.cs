using RuleGen.Engine;
using RuleGen.Model;
using RuleGen.Proof;
using RuleGen.Proof.Findings;
using RuleGen.Workspaces.Linting;

namespace RuleGen.Tests.Property;

/// <summary>What findings claim, on generated codings, holds on every generated row.</summary>
public sealed class LintTests
{
    private static readonly CodingEvaluator Evaluator = new();

    [Test]
    public void What_findings_claim_holds_on_rows()
    {
        var codes = new System.Collections.Concurrent.ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        PropertyRun.Check(
            PropertyRun.Sets / PropertyRun.RowsOfCoding / 4,
            asked =>
            {
                if (UncertainCharacter.IsInPatternOf(asked.Coding.Predicates))
                {
                    // Lint refuses it by name; UncertainPatternTests hold how.
                    return;
                }

                foreach (
                    var finding in new Linter(Evaluator, new LintedText(asked.Source)).Examine(asked.Coding).Findings
                )
                {
                    codes.AddOrUpdate(finding.Code.Id, 1, (_, count) => count + 1);
                    var rows = asked.Rows.Where(row => IsEvaluated(asked.Coding, row)).ToList();
                    CheckTruth(asked, finding, rows);
                    CheckRemedy(asked, finding, rows);
                }
            }
        );

        TestContext.Out.WriteLine(
            string.Join(", ", codes.OrderBy(each => each.Key).Select(each => $"{each.Key} {each.Value}"))
        );
        Assert.That(
            codes.Keys,
            Is.SupersetOf(new[] { "RG1001", "RG1002", "RG1003", "RG1004", "RG1005", "RG1006", "RG1007", "RG1008" })
        );
    }

    private static void CheckTruth(CodingCase asked, Finding finding, List<Row> rows)
    {
        if (finding.Code != FindingCodes.AlwaysTrue && finding.Code != FindingCodes.NeverTrue)
        {
            return;
        }

        var impossible = finding.Code == FindingCodes.AlwaysTrue ? Truth.False : Truth.True;
        var predicate = asked.Coding.At(finding.Place.Path!);
        if (rows.Find(row => Evaluator.Evaluate(predicate, row) == impossible) is { } row)
        {
            throw Wrong(finding, row);
        }
    }

    private static void CheckRemedy(CodingCase asked, Finding finding, List<Row> rows)
    {
        if (finding.Remedy is not { } remedy)
        {
            return;
        }

        var meaning = new RemedyMeaning(asked.Coding, remedy);
        var changed = rows.Where(row => IsEvaluated(remedy.After, row))
            .Where(row => remedy.Preconditions.All(each => IsAsAssumed(each, row)))
            .FirstOrDefault(row => !meaning.Holds(Evaluator, row));
        if (changed is not null)
        {
            throw Wrong(finding, changed);
        }
    }

    private static bool IsAsAssumed(Assumption assumption, Row row) =>
        IsEvaluated(new Coding([], otherwise: null, assumption.Predicate), row)
        && Evaluator.Evaluate(assumption.Predicate!, row) != Truth.False;

    private static bool IsEvaluated(Coding coding, Row row) =>
        coding.CharacterRequirements.All(requirement => Engines.IsMet(requirement, row));

    private static DisagreementException Wrong(Finding finding, Row row) =>
        new(
            $"{finding.Code.Id} at {finding.Place.Name} is wrong on the row {row}:\n{finding.Place.Text}\n"
                + $"{finding.Explanation}\n{finding.Remedy?.Text}\n"
                + (finding.Remedy is { } remedy ? CodingText.Of(remedy.After) : "")
        );
}
