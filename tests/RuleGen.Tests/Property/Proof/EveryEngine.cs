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

    /// <summary>A list in a table that can hold it.</summary>
    private static ItemList ListOf(string name, ListType type) =>
        new(
            name,
            type,
            type.MostItems is { } count
                ? new NumberedColumns(
                    type.Columns.Select(column =>
                            Enumerable.Range(1, count).Select(at => $"{column.Name}_{at}").ToValueList()
                        )
                        .ToValueList()
                )
                : new ChildRows(new TableName("dbo", "Child"), ["Child_Key"], type.Position is null ? null : "Pos")
        );

    private static void Confirm(Coding coding, Row row, Result expected)
    {
        if (coding.Arms.Count > 0 && coding.Arms.All(arm => arm.Then.Text is null) && coding.Else?.Text is null)
        {
            // SQL Server refuses a CASE that gives nothing but NULL (RG0402), and so no script of it can be run.
            return;
        }

        var columns = row.Columns.Prepend(Key).ToValueList();
        var lists = columns
            .Where(column => column.Type is ListType)
            .Select(column => ListOf(column.Name, (ListType)column.Type))
            .ToValueList();
        var source = new Source(
            Apcs.Source.Table,
            Apcs.Source.Alias,
            [Key.Name],
            [],
            [
                .. columns.Where(column => column.Type is not ListType),
                .. coding.NamedColumns.Where(column => column.Derivation is not null),
            ],
            lists: lists
        );
        var values = columns.Select(column => column == Key ? SqlValue.Of(1) : row[column]).ToValueList();
        var asked = new CodingCase(source, coding, [new Row(columns, values)]);
        List<Opinion> opinions;
        try
        {
            opinions = Engines.Ask(asked);
        }
        catch (RuleGenException exception)
        {
            throw new DisagreementException(
                $"No script of {CodingText.Of(coding)} over {source.Lists}: {exception.Message}"
            );
        }

        foreach (var opinion in opinions)
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
