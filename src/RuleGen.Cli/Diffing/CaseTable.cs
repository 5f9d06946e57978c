using System.Globalization;
using System.Text;
using RuleGen.Model;
using RuleGen.Proof.Differences;

namespace RuleGen.Cli.Diffing;

/// <summary>Writes the rows that show a region side by side: their values, what each coding makes of them, how many there are.</summary>
internal static class CaseTable
{
    private const int MostCases = 3;

    /// <summary>Adds the table; of many cases the first, and how many more there are.</summary>
    public static void Write(
        StringBuilder text,
        ValueList<ChangeCase> cases,
        IReadOnlyDictionary<(Result Old, Result New), long>? counts
    )
    {
        var shown = cases.Take(MostCases).ToList();
        text.Append("   For example:\n");
        var table = new TextTable();
        foreach (var column in shown[0].Row.Columns)
        {
            Add(column.Name, each => MessageText.OneLine(each.Row[column].ToString()));
        }

        Add("OLD", each => ConditionText.Write(each.Old));
        Add("NEW", each => ConditionText.Write(each.New));
        if (counts is not null && cases.Count > 1)
        {
            Add(
                "rows like this",
                each => counts.GetValueOrDefault((each.Old, each.New)).ToString(CultureInfo.InvariantCulture)
            );
        }

        table.Write(text, "     ", alignRight: false);
        if (cases.Count > shown.Count)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"   … and {cases.Count - shown.Count} more outcomes, which --format json lists.\n"
            );
        }

        void Add(string title, Func<ChangeCase, string> cell) => table.Add([title, .. shown.Select(cell)]);
    }
}
