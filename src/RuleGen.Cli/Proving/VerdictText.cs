using System.Text;
using RuleGen.Engine;
using RuleGen.Model;
using RuleGen.Proof;
using RuleGen.TSql;
using RuleGen.Workspaces.Proving;

namespace RuleGen.Cli.Proving;

/// <summary>Writes a verdict for a person: the witness as a table, what each side makes of it, what it all rests on.</summary>
internal static class VerdictText
{
    public static string Write(ProvenPair pair)
    {
        var text = new StringBuilder();
        text.Append(pair.Word).Append(": ").Append(pair.LeftName).Append(" and ").Append(pair.RightName).Append('\n');
        if (pair.Verdict is Different different)
        {
            WriteWitness(text, pair, different);
        }
        else if (pair.Verdict is Undecided undecided)
        {
            text.Append('\n').Append(UndecidedText.Write(undecided));
        }

        text.Append("\nThis rests on:\n");
        foreach (var line in pair.Verdict.Basis.Lines)
        {
            text.Append("  ").Append(line).Append('\n');
        }

        return text.ToString();
    }

    private static void WriteWitness(StringBuilder text, ProvenPair pair, Different different)
    {
        var width = different.Row.Columns.Max(column => column.Name.Length);
        text.Append("\nOn this row they differ:\n");
        foreach (var column in different.Row.Columns)
        {
            text.Append("  ")
                .Append(column.Name.PadRight(width))
                .Append("  ")
                .Append(different.Row[column])
                .Append('\n');
        }

        text.Append('\n');
        WriteSide(text, "left ", pair.LeftName, pair.Left, different.Left, different.Row);
        WriteSide(text, "right", pair.RightName, pair.Right, different.Right, different.Row);
        text.Append('\n');
        if (ClauseDifference.Find(pair.Left, pair.Right, different.Row) is { } clause)
        {
            text.Append("The first clause in which they differ:\n");
            text.Append("  left   ").Append(clause.Left ?? "(no more clauses)").Append('\n');
            text.Append("  right  ").Append(clause.Right ?? "(no more clauses)").Append('\n');
        }
        else
        {
            text.Append("Their clauses are the same; they are joined, ordered or labelled in another way.\n");
        }
    }

    private static void WriteSide(StringBuilder text, string side, string name, Coding coding, Result result, Row row)
    {
        text.Append("  ").Append(side).Append("  ").Append(name).Append(": ").Append(result).Append('\n');
        text.Append("         ").Append(Explainer.Explain(coding, row).ToText(ClauseText.Write)).Append('\n');
    }
}
