using System.Globalization;
using RuleGen.Cli.Files;
using RuleGen.Model;
using RuleGen.TSql;
using RuleGen.Workspaces.Verification;

namespace RuleGen.Cli.Verification;

/// <summary>Shows verifications to a person.</summary>
internal static class VerificationText
{
    /// <summary>Writes a table for each coding, with a line for each engine, and below them each disagreement.</summary>
    public static void Write(IReadOnlyList<VerificationResult> results, TextWriter output)
    {
        var terminal = Terminal.OfOutput(output);
        foreach (var result in results)
        {
            output.WriteLine(MessageText.OneLine(result.Coding));
            var table = new TextTable(
                new("Engine"),
                new("Rows", IsNumber: true),
                new("Disagree", IsNumber: true),
                new("Not evaluated", IsNumber: true),
                new("Seconds", IsNumber: true)
            );
            foreach (var tally in result.Engines)
            {
                AddRow(table, result, tally);
            }

            table.Write(terminal);
        }

        foreach (var line in results.SelectMany(DescribeDisagreements))
        {
            output.WriteLine(line);
        }
    }

    /// <summary>Each disagreement in some lines, then how many more there are.</summary>
    public static IEnumerable<string> DescribeDisagreements(VerificationResult result) =>
        result
            .Disagreements.SelectMany(each => Describe(result.Coding, each))
            .Concat(
                result
                    .Engines.Where(tally => tally.Disagree > tally.Shown)
                    .Select(tally =>
                        $"{result.Coding}: … and {Number(tally.Disagree - tally.Shown)} more rows "
                        + $"on which {tally.Engine} disagrees"
                    )
            );

    /// <summary>Engines that did not take part, and why.</summary>
    public static IEnumerable<string> DescribeExcluded(VerificationResult result) =>
        result.Excluded.Select(each => $"{result.Coding}: {each.Engine} takes no part: {each.Clause}: {each.Reason}.");

    /// <summary>Rows that no engine evaluates, then how many more there are.</summary>
    public static IEnumerable<string> DescribeNotEvaluated(VerificationResult result)
    {
        var rest = result.NotEvaluatedCount - result.NotEvaluated.Count;
        var lines = result.NotEvaluated.AsEnumerable();
        return rest == 0 ? lines : lines.Append($"… and {Number(rest)} more rows that were not evaluated");
    }

    /// <summary>A truth as SQL writes it.</summary>
    public static string Name(Truth? truth) => truth?.ToString().ToUpperInvariant() ?? "not evaluated";

    private static void AddRow(TextTable table, VerificationResult result, EngineTally tally)
    {
        var isReference = tally == result.Engines[0];
        var disagree = Number(tally.Disagree);
        table.AddRow(
            tally.Engine.ToString(),
            Number(tally.Rows),
            tally.Disagree > 0 ? Cell.Bad(disagree)
                : isReference ? ""
                : Cell.Good(disagree),
            Number(tally.NotEvaluated),
            tally.Time.TotalSeconds.ToString("F1", CultureInfo.InvariantCulture)
        );
    }

    private static IEnumerable<string> Describe(string coding, Disagreement disagreement)
    {
        yield return $"{coding}: engines disagree on {disagreement.Place}";
        if (disagreement.Expected is { } expected)
        {
            yield return $"  expected: {MessageText.OneLine(expected.ToString())}";
        }

        yield return $"  row: {MessageText.OneLine(disagreement.Row.ToString())}";
        foreach (var (engine, answer) in disagreement.Answers)
        {
            yield return $"  {engine}: {MessageText.OneLine(answer.ToString())}";
        }

        yield return $"  decided in the engine: {disagreement.Explanation}";
        foreach (var fault in disagreement.Faults)
        {
            yield return fault.Clause is null
                ? $"  clause: each by itself has the same truth in {fault.Engine}"
                : $"  clause: {ClauseText.Write(fault.Clause)} is {Name(fault.Expected)}, and {Name(fault.Found)} "
                    + $"in {fault.Engine}";
        }
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
