using RuleGen.Model;

namespace RuleGen.Cli.Evaluation;

/// <summary>Says which labels a spreadsheet takes for formulas.</summary>
internal static class SpreadsheetNotes
{
    /// <summary>A line for each label.</summary>
    /// <param name="name">What the coding is called.</param>
    /// <param name="labels">The labels, of one character at least.</param>
    public static IEnumerable<string> On(string name, IEnumerable<string> labels) =>
        labels.Select(label =>
            $"{MessageText.OneLine(name)}: the label '{MessageText.OneLine(label)}' begins with "
            + $"{MessageText.Describe(label[0])}: a spreadsheet takes it for a formula when it opens the CSV file"
        );
}
