using RuleGen.Model;
using RuleGen.Proof.Findings;
using RuleGen.TSql.Read;

namespace RuleGen.Workspaces.Linting;

/// <summary>RG1018: text columns that are compared with numbers, which the reader was told to take.</summary>
internal static class ConvertedText
{
    /// <summary>A finding for each, with a row on which SQL Server fails.</summary>
    public static IEnumerable<Finding> Find(ValueList<TextConversion> conversions) =>
        conversions.Select(conversion => new Finding(
            FindingCodes.ConvertsText,
            new FindingPlace("a comparison", Path: null, conversion.Text, conversion.Position)
            {
                Clauses = [conversion.Text],
            },
            $"SQL Server converts every value of {conversion.Column.Name}, which is {conversion.Column.Type}, to int, and the "
                + "query fails on the first that is no number, whatever the other conditions say of its row (rules 2.7 to "
                + $"2.10). For values that are digits alone it says: {conversion.Read}."
        )
        {
            Witness = new FindingWitness(
                new Row([conversion.Column], [conversion.Failing]),
                [new WitnessResult("the query", "error 245: the conversion fails")]
            ),
        });
}
