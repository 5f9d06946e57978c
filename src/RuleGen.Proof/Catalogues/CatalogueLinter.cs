using System.Globalization;
using RuleGen.Languages;
using RuleGen.Model;
using RuleGen.Proof.Findings;

namespace RuleGen.Proof.Catalogues;

/// <summary>
/// Looks for what the author of a catalogue may not have meant: a coding that earlier ones leave no row, codings that label
/// the same rows, exclusions that a coding alone does not have. What it says is proven.
/// </summary>
/// <param name="evaluator">Runs each witness.</param>
/// <param name="text">Writes conditions.</param>
public sealed class CatalogueLinter(ICodingEvaluator evaluator, ICodingText text)
{
    /// <summary>How large automata may become.</summary>
    internal StateLimits Limits { get; init; } = StateLimits.Default;

    /// <summary>The findings on codings over one source.</summary>
    /// <param name="codings">The codings with their ids, in the catalogue's order.</param>
    /// <param name="assumptions">What may be taken for granted about the rows.</param>
    /// <exception cref="RuleGenException">RG0604: no row is as assumed.</exception>
    public LintReport Examine(
        IReadOnlyList<(string Id, Coding Coding)> codings,
        ValueList<Assumption>? assumptions = null
    )
    {
        var space = new CatalogueSpace(codings.Select(each => each.Coding).ToValueList(), assumptions ?? [], Limits);
        var ids = codings.Select(each => each.Id).ToList();
        var order = new CatalogueOrder(space, ids);
        var exclusions = new CommonExclusions(space, codings, new LintTools(evaluator, text, Limits));
        return new LintReport(Enumerable.Range(0, codings.Count).SelectMany(Examine).ToValueList(), space.Basis);

        IEnumerable<Finding> Examine(int coding)
        {
            try
            {
                return [.. order.Examine(coding), .. exclusions.Examine(coding)];
            }
            catch (LimitReachedException)
            {
                return
                [
                    new Finding(
                        FindingCodes.NotDecided,
                        PlaceOf(ids[coding], ""),
                        "How it stands to the codings before it takes more work to tell than is allowed."
                    ),
                ];
            }
        }
    }

    /// <summary>A place in a catalogue.</summary>
    /// <param name="id">The coding.</param>
    /// <param name="text">What it is held against.</param>
    internal static FindingPlace PlaceOf(string id, string text) =>
        new(id, Path: null, text, Position: null) { Clauses = [text.Length == 0 ? id : $"{id}: {text}"] };

    /// <summary>A number in a sentence.</summary>
    internal static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
