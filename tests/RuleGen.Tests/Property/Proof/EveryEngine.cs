using RuleGen.Model;
using RuleGen.Proof;
using RuleGen.Rules;

namespace RuleGen.Tests.Property.Proof;

/// <summary>Runs a witness on every engine: each has to see the difference that the prover claims.</summary>
internal static class EveryEngine
{
    private static readonly Column Key = new("Witness_Key", IntegerType.Int, isNullable: false);

    /// <summary>Throws where an engine makes something else of the row than the verdict says.</summary>
    public static void Confirm(Coding left, Coding right, Different different)
    {
        Confirm(left, different.Row, different.Left);
        Confirm(right, different.Row, different.Right);
    }

    private static void Confirm(Coding coding, Row row, Result expected)
    {
        if (coding.Arms.Count > 0 && coding.Arms.All(arm => arm.Then.Text is null) && coding.Else?.Text is null)
        {
            // SQL Server refuses a CASE that gives nothing but NULL (RG0402), and so no script of it can be run.
            return;
        }

        var columns = row.Columns.Prepend(Key).ToValueList();
        var source = new Source(Apcs.Source.Table, Apcs.Source.Alias, [Key.Name], [], columns);
        var values = columns.Select(column => column == Key ? SqlValue.Of(1) : row[column]).ToValueList();
        var asked = new CodingCase(source, coding, [new Row(columns, values)]);
        foreach (var opinion in Engines.Ask(asked))
        {
            if (opinion.Failure is not null || opinion.Answers is not [{ } answer] || answer != expected)
            {
                throw new DisagreementException(
                    $"{opinion.Engine} says '{opinion.Describe(0)}' of the witness {row}, the prover '{expected}', for "
                        + CodingText.Of(coding)
                );
            }
        }
    }
}
