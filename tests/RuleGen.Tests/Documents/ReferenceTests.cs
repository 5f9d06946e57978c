using System.Text.RegularExpressions;
using RuleGen.Cli.Linting;
using RuleGen.Model;
using RuleGen.Proof.Findings;

namespace RuleGen.Tests.Documents;

/// <summary>Whatever code or rule the program prints can be looked up in the documents.</summary>
internal sealed partial class ReferenceTests
{
    private static readonly Document Reference = new("src/README.md");
    private static readonly Document Semantics = new("src/semantics.md");

    [Test]
    public void The_table_of_errors_is_that_of_the_program() =>
        CheckTable(ErrorCodeText(), ErrorCodes.All.Select(code => $"| {code.Id} | {code.Meaning} |"));

    [Test]
    public void The_table_of_findings_is_that_of_the_program() =>
        CheckTable(
            FindingCodeText(),
            FindingCodes.All.Select(code => $"| {code.Id} | {FindingWords.Severity(code)} | {code.Meaning} |")
        );

    [Test]
    public void Every_rule_that_is_cited_is_in_the_document()
    {
        var known = Semantics
            .Lines.SelectMany(line => RuleDefinition().Matches(line))
            .Select(match => match.Groups[1].Value)
            .ToHashSet();
        var files = new[] { "src", "sql", "generated", "tests" }
            .SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*", SearchOption.AllDirectories))
            .Append(Repository.PathOf("README.md"))
            .Where(file => Path.GetExtension(file) is ".cs" or ".sql" or ".md" or ".json" or ".txt")
            .Where(file => !file.Replace('\\', '/').Split('/').Any(part => part is "bin" or "obj"));
        var cited = files.SelectMany(file =>
            RuleCitation()
                .Matches(File.ReadAllText(file))
                .SelectMany(match => Number().Matches(match.Value))
                .Select(match => (File: Path.GetRelativePath(Repository.Root, file), Rule: match.Value))
        );
        var unknown = cited.Where(each => !known.Contains(each.Rule)).Distinct().ToList();

        Assert.That(known, Has.Count.GreaterThan(100));
        Assert.That(unknown, Is.Empty);
    }

    /// <summary>Compares the rows of a table, or writes them where outputs are approved.</summary>
    private static void CheckTable(Regex row, IEnumerable<string> expected)
    {
        var lines = Reference.Lines;
        var first = lines.FindIndex(line => row.IsMatch(line));
        var count = lines.Skip(first).TakeWhile(line => row.IsMatch(line)).Count();
        if (Approved.IsRewritten)
        {
            lines.RemoveRange(first, count);
            lines.InsertRange(first, expected);
            Reference.Save();
            return;
        }

        Assert.That(lines.GetRange(first, count), Is.EqualTo(expected));
    }

    [GeneratedRegex(@"^\| RG0\d\d\d \|")]
    private static partial Regex ErrorCodeText();

    [GeneratedRegex(@"^\| RG1\d\d\d \|")]
    private static partial Regex FindingCodeText();

    /// <summary>A rule where it is stated: <c>**1.23 `%`**</c>.</summary>
    [GeneratedRegex(@"\*\*(\d{1,2}\.\d{1,2}[a-z]?)\b")]
    private static partial Regex RuleDefinition();

    /// <summary>Rules where they are cited: <c>rules 1.33-1.35, 2.6 and 5.4</c>.</summary>
    [GeneratedRegex(@"\b[Rr]ules? \d{1,2}\.\d{1,2}[a-z]?(?:(?:, | and |-|–| to |, and )\d{1,2}\.\d{1,2}[a-z]?)*")]
    private static partial Regex RuleCitation();

    [GeneratedRegex(@"\d{1,2}\.\d{1,2}[a-z]?")]
    private static partial Regex Number();
}
