using RuleGen.Model;

namespace RuleGen.Data.Csv;

/// <summary>
/// Labels that a spreadsheet takes for a formula when it opens a CSV file: quotes around a field do not keep it from
/// that. They are written as they are, since another program must read the label.
/// </summary>
public static class SpreadsheetFormulas
{
    /// <summary>Those labels of a coding, each once, in order.</summary>
    /// <param name="coding">The coding.</param>
    public static IEnumerable<string> Among(Coding coding) =>
        coding
            .Labels.Where(label => label is { Type: LabelType.Text })
            .Select(label => label!.Text)
            .OfType<string>()
            .Distinct()
            .Where(IsTaken);

    /// <summary>The beginnings of formulas, full-width ones among them, and the blanks that spreadsheets pass over.</summary>
    private static bool IsTaken(string label) =>
        label is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠', ..];
}
