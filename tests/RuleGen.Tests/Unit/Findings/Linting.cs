using RuleGen.Engine;
using RuleGen.Languages;
using RuleGen.Model;
using RuleGen.Proof;
using RuleGen.Proof.Findings;
using RuleGen.TSql.Read;
using RuleGen.Workspaces.Linting;

namespace RuleGen.Tests.Unit.Findings;

/// <summary>Examines texts over a source with a column of every kind.</summary>
internal static class Linting
{
    public static Source Source { get; } =
        SourceFile.Parse(
            """
            {
              "from": { "schema": "dbo", "table": "T", "alias": "t" },
              "collation": "Latin1_General_CI_AS",
              "key": ["Id"],
              "lists": [
                {
                  "name": "Visits",
                  "rows": { "schema": "dbo", "table": "V", "on": { "Id": "T_Id" }, "position": "Nr" },
                  "columns": [
                    {
                      "name": "Reason", "type": "varchar(4)", "nullable": false,
                      "values": ["[A-Z][0-9][0-9]", "[A-Z][0-9][0-9][0-9]"]
                    },
                    { "name": "Days", "type": "int", "nullable": true }
                  ]
                }
              ],
              "columns": [
                { "name": "Id", "type": "int", "nullable": false },
                { "name": "Code", "type": "varchar(10)", "nullable": true },
                { "name": "Two", "type": "varchar(2)", "nullable": true },
                { "name": "Fixed", "type": "char(4)", "nullable": true },
                { "name": "Wide", "type": "nvarchar(10)", "nullable": true },
                { "name": "Exact", "type": "varchar(10)", "nullable": true, "collation": "Latin1_General_BIN2" },
                { "name": "Sure", "type": "varchar(2)", "nullable": false },
                { "name": "Age", "type": "int", "nullable": true },
                { "name": "Other", "type": "int", "nullable": true },
                { "name": "Small", "type": "tinyint", "nullable": true },
                { "name": "Long", "type": "varchar(4000)", "nullable": true },
                {
                  "name": "Joined", "type": "varchar(100)", "nullable": true,
                  "listOf": { "separators": ["", ","] }
                },
                {
                  "name": "Codes", "type": "varchar(100)", "nullable": true,
                  "listOf": { "items": ["[A-Z][0-9][0-9]", "[A-Z][0-9][0-9]_"], "separators": ["", ","] }
                },
                {
                  "name": "Commas", "type": "varchar(100)", "nullable": true,
                  "listOf": { "separators": [","] }
                },
                {
                  "name": "Bars", "type": "varchar(100)", "nullable": true,
                  "listOf": {
                    "items": ["[A-Z][0-9][0-9]", "[A-Z][0-9][0-9]_"], "separators": ["||"], "before": "||"
                  }
                },
                {
                  "name": "Spaced", "type": "varchar(100)", "nullable": true,
                  "listOf": {
                    "items": ["[A-Z][0-9][0-9]", "[A-Z][0-9][0-9]_"], "separators": [", "], "before": ",", "after": ","
                  }
                },
                {
                  "name": "Shaped", "type": "varchar(20)", "nullable": true,
                  "values": ["[A-Z][0-9][0-9]", "[A-Z][0-9][0-9][0-9]"]
                },
                { "name": "Reasons", "joined": { "of": "Visits.Reason", "separator": "," } }
              ]
            }
            """
        );

    /// <summary>So little that two dozen patterns joined by AND are not decided.</summary>
    private static readonly StateLimits FewSteps = new() { SearchSteps = 5000 };

    public static Coding Read(string text) => CodingReader.Read(text, Source).Coding;

    public static LintReport Examine(string text, params Assumption[] assumptions) => Examine(Read(text), assumptions);

    public static LintReport Examine(Coding coding, params Assumption[] assumptions) =>
        Examine(coding, Source, assumptions);

    public static LintReport Examine(Coding coding, Source source, params Assumption[] assumptions) =>
        new Linter(new CodingEvaluator(), new LintedText(source)) { Limits = FewSteps }.Examine(
            coding,
            [.. Assumed(coding), .. assumptions]
        );

    /// <summary>What is taken for granted of the items of lists, as a workspace does.</summary>
    public static IEnumerable<Assumption> Assumed(Coding coding) =>
        coding
            .Columns.Where(column => column.Type is ListType)
            .SelectMany(list => ((ListType)list.Type).Columns.Select(item => Assumption.ItemsHaveShape(list, item)))
            .OfType<Assumption>();

    /// <summary>The findings of one kind.</summary>
    public static IReadOnlyList<Finding> Findings(FindingCode code, string text, params Assumption[] assumptions) =>
        [.. Examine(text, assumptions).Findings.Where(finding => finding.Code == code)];

    /// <summary>The only finding of its kind.</summary>
    public static Finding Only(FindingCode code, string text, params Assumption[] assumptions)
    {
        var findings = Findings(code, text, assumptions);
        Assert.That(findings, Has.Count.EqualTo(1), string.Join('\n', Examine(text, assumptions).Findings));
        return findings[0];
    }

    public static Assumption Assume(string text) => Assumption.Holds(Read(text).Exclusions!, text);
}
