using System.Globalization;
using RuleGen.Cli.Proving;
using RuleGen.Proof;
using RuleGen.TSql;
using RuleGen.Workspaces.Catalogues;

namespace RuleGen.Cli.Building;

/// <summary>Says of a catalogue in a build what was proven of it, or why it was not written.</summary>
internal static class CatalogueRemarks
{
    /// <summary>The remarks, a line each.</summary>
    public static IEnumerable<string> On(CatalogueBuild catalogue)
    {
        if (catalogue.Waiting.Count > 0)
        {
            yield return $"{catalogue.Id} has codings that were not written: {string.Join(", ", catalogue.Waiting)}. "
                + "Nothing of it was written.";
        }

        if (catalogue.Proof is not { } proof)
        {
            yield break;
        }

        foreach (var view in proof.Open)
        {
            foreach (var open in view.Open)
            {
                yield return $"{catalogue.Id}: {view.Name} is not proven to say what {open.Coding ?? "its codings"} "
                    + $"{(open.Coding is null ? "say" : "says")}: {Describe(open.Verdict)}. Nothing of it was written.";
            }
        }

        if (catalogue.IsWhole)
        {
            var views = string.Join(", ", catalogue.Views.Select(view => view.Word()));
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{catalogue.Id}: {views} are proven to say of every row what the {catalogue.Codings} codings say one by one."
            );
        }
    }

    private static string Describe(Verdict verdict) =>
        verdict switch
        {
            Different different => $"on the row {different.Row} it gives {different.Right.ShownOutcome}, not "
                + different.Left.ShownOutcome,
            Undecided undecided => UndecidedText.Write(undecided).Trim().TrimEnd('.'),
            _ => "",
        };
}
