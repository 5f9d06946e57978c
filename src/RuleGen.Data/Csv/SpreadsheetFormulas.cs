using RuleGen.Model;

namespace RuleGen.Data.Csv;

/// <summary>
/// Labels that a spreadsheet takes for a formula when it opens a CSV file: quotes around a field do not keep it from
/// that. They are written as they are, since another program must read the label; whoever runs the command is told.
/// </summary>
internal static class SpreadsheetFormulas
{
    /// <summary>A note for each such label of a coding.</summary>
    /// <param name="name">What the coding is called.</param>
    /// <param name="coding">The coding.</param>
    public static IEnumerable<string> NotesOn(string name, Coding coding) =>
        coding
            .Arms.Select(arm => arm.Then)
            .Append(coding.Else ?? Label.Null)
            .Select(label => label.Text)
            .OfType<string>()
            .Distinct()
            .Where(IsTaken)
            .Select(label =>
                $"{MessageText.OneLine(name)}: the label '{MessageText.OneLine(label)}' begins with "
                + $"{MessageText.Describe(label[0])}: a spreadsheet takes it for a formula when it opens the CSV file"
            );

    /// <summary>The beginnings of formulas, full-width ones among them, and the blanks that spreadsheets pass over.</summary>
    private static bool IsTaken(string label) =>
        label is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠', ..];
}
