using RuleGen.Engine;
using RuleGen.Model;
using RuleGen.Proof;
using RuleGen.Proof.Forms;
using RuleGen.Workspaces.Linting;

namespace RuleGen.Workspaces.Building;

/// <summary>A coding, and the form in which scripts write it.</summary>
/// <param name="Published">The coding, over the source's columns.</param>
/// <param name="Written">What scripts write: the same, or what was proven to give every row the same result.</param>
/// <param name="Assumptions">What that proof takes for granted about the rows; none where the two are the same.</param>
internal sealed record FormedCoding(
    PublishedCoding Published,
    PublishedCoding Written,
    ValueList<Assumption> Assumptions
)
{
    /// <summary>What files call its published text: the path from the folder of the workspace.</summary>
    public string TextName { get; init; } = $"sql/published/{Published.Id}.sql";

    /// <summary>The form's name, as messages and files have it; null for the published one.</summary>
    public string? Name => ReferenceEquals(Published, Written) ? null : "form sargable";

    /// <summary>A coding in a form.</summary>
    /// <exception cref="RuleGenException">RG0801: it has a pattern that is too long to be looked at.</exception>
    public static FormedCoding Of(PublishedCoding published, Source source, CodingForm form)
    {
        if (form == CodingForm.Published)
        {
            return new FormedCoding(published, published, []);
        }

        var assumptions = Assumption.OfItems(published.Coding);
        var found = new SargableWriter(new CodingEvaluator(), new LintedText(source)).Write(
            published.Coding,
            assumptions
        );
        var written = published with { Coding = found.Coding, Remarks = [.. published.Remarks, .. Describe(found)] };
        return new FormedCoding(published, written, assumptions);
    }

    /// <summary>What the header of a script says of the form.</summary>
    private static IEnumerable<string> Describe(SargableForm form)
    {
        if (form.Rewrites.Count == 0)
        {
            yield return "Form: sargable. Nothing had to be written otherwise than it is published.";
            yield break;
        }

        yield return "Form: sargable. Where an index can answer another condition that says the same, that is written; what "
            + "never decides is left out. Proven: every row "
            + (form.Basis.Assumptions.Count == 0 ? "" : "for which what is assumed below holds ")
            + "has the result that the published coding gives it.";
        foreach (var rewrite in form.Rewrites)
        {
            yield return rewrite.After is { } after
                ? $"Published: {rewrite.Before}. Here: {after}."
                : $"Published: {rewrite.Before}. Left out: it never decides.";
        }

        foreach (var assumption in form.Basis.Assumptions)
        {
            yield return $"Assumed in the proof: {assumption.Text}.";
        }
    }
}
