using System.Text.Json.Nodes;
using RuleGen.Engine;
using RuleGen.Model;
using RuleGen.Model.Describing;
using RuleGen.Proof;
using RuleGen.Proof.Catalogues;
using RuleGen.TSql;
using RuleGen.Workspaces.Building;

namespace RuleGen.Workspaces.Catalogues;

/// <summary>The verdicts on the views of a catalogue, each read back, against its codings one by one.</summary>
/// <param name="Id">The catalogue's id.</param>
/// <param name="DefinitionHash">The fingerprint of its views.</param>
/// <param name="Codings">The ids of its codings, in its order.</param>
/// <param name="Views">The views.</param>
public sealed record CatalogueProof(
    string Id,
    string DefinitionHash,
    ValueList<string> Codings,
    ValueList<ViewProof> Views
)
{
    /// <summary>The views of which something is not proven.</summary>
    public IEnumerable<ViewProof> Open => Views.Where(view => view.Open.Any());

    /// <summary>
    /// Reads the views back and decides on each: of every row <c>first</c> gives the label of the first coding that it has,
    /// <c>flags</c> says of each coding whether it has it, <c>long</c> has its label.
    /// </summary>
    /// <param name="scripts">The scripts.</param>
    /// <param name="codings">What they must say: the codings as they are published, in the catalogue's order.</param>
    /// <param name="files">The files, for each kind of server.</param>
    /// <param name="assumptions">What is taken for granted about the rows.</param>
    internal static CatalogueProof Prove(
        CatalogueScripts scripts,
        ValueList<PublishedCoding> codings,
        IReadOnlyList<TargetFiles> files,
        ValueList<Assumption> assumptions
    )
    {
        var prover = new EquivalenceProver(new CodingEvaluator());
        var decided = new Dictionary<(CatalogueView, ValueList<Coding>), ValueList<CodingVerdict>>();
        var views = files
            .SelectMany(each => scripts.Read(each.Files), (each, read) => (each.Target, Read: read))
            .GroupBy(each => (each.Read.Name, each.Read.Text))
            .OrderBy(group => group.Key.Name, StringComparer.Ordinal)
            .Select(group =>
            {
                var read = group.First().Read;
                if (!decided.TryGetValue((read.View, read.Found), out var verdicts))
                {
                    decided.Add((read.View, read.Found), verdicts = Decide(read).ToValueList());
                }

                return new ViewProof(read.Name, group.Select(each => each.Target).ToValueList(), verdicts);
            })
            .ToValueList();
        return new CatalogueProof(
            scripts.Catalogue.Id,
            scripts.Hash,
            codings.Select(coding => coding.Id).ToValueList(),
            views
        );

        IEnumerable<CodingVerdict> Decide(CatalogueReadBack read) =>
            read.View switch
            {
                CatalogueView.First =>
                [
                    new CodingVerdict(
                        null,
                        prover.Decide(
                            new CodingSequence(codings.Select(coding => coding.Coding).ToValueList()),
                            new CodingSequence(read.Found),
                            assumptions
                        )
                    ),
                ],
                CatalogueView.Flags => OneByOne(read, HasLabel, IsSet),
                CatalogueView.Long => OneByOne(read, Same, Same),
                _ => throw new InvalidOperationException($"There is no view {read.View}."),
            };

        IEnumerable<CodingVerdict> OneByOne(
            CatalogueReadBack read,
            Func<Coding, Coding> ofCoding,
            Func<Coding, Coding> ofView
        ) =>
            codings.Select(coding =>
            {
                var found = read
                    .Ids.Zip(read.Found)
                    .Where(each => each.First == coding.Id)
                    .Select(each => ofView(each.Second))
                    .ToValueList();
                RequireApart(read, coding.Id, found);
                return new CodingVerdict(
                    coding.Id,
                    prover.Decide(new CodingSequence([ofCoding(coding.Coding)]), new CodingSequence(found), assumptions)
                );
            });

        // A row in two queries of one coding would be there twice.
        void RequireApart(CatalogueReadBack read, string id, ValueList<Coding> found)
        {
            if (
                found.Count > 1
                && new OverlapFinder(new CodingEvaluator()).Find(found, assumptions) is { } report
                && report.Overlaps.Count + report.Undecided.Count > 0
            )
            {
                throw new RuleGenException(
                    ErrorCodes.InvalidScript,
                    $"{read.Name} may show a row twice for the coding {id}",
                    "This is a defect of RuleGen: nothing was written, please report it with the coding"
                );
            }
        }
    }

    /// <summary>The summary, the same bytes everywhere.</summary>
    public GeneratedFile ToFile()
    {
        var bases = Views.SelectMany(view => view.Verdicts).Select(each => each.Verdict.Basis).ToList();
        var document = new JsonObject
        {
            ["id"] = Id,
            ["definitionHash"] = DefinitionHash,
            ["collation"] = bases.SelectMany(basis => basis.Collations).Distinct().ToList() is { Count: > 0 } collations
                ? string.Join(", ", collations)
                : null,
            ["basis"] = Strings(bases.SelectMany(basis => basis.Lines).Distinct(StringComparer.Ordinal)),
            ["codings"] = Strings(Codings),
            ["views"] = new JsonArray([
                .. Views.Select(view => new JsonObject
                {
                    ["name"] = view.Name,
                    ["targets"] = Strings(view.Targets.Select(target => target.Name)),
                    ["verdict"] = view.Word,
                    ["proofs"] = view.Verdicts.Count,
                }),
            ]),
        };
        return new GeneratedFile(CodingProof.FileName, Json.Write(document));
    }

    private static Coding Same(Coding coding) => coding;

    /// <summary>The coding as a bit: 1 where it gives a label.</summary>
    private static Coding HasLabel(Coding coding) => Mark(coding, label => !label.IsNull);

    /// <summary>A coding that gives bits, 0 taken as no label.</summary>
    private static Coding IsSet(Coding coding) => Mark(coding, label => label.Text == "1");

    private static Coding Mark(Coding coding, Func<Label, bool> isMarked)
    {
        Label Bit(Label label) => isMarked(label) ? Label.OfBit(true) : Label.Null;
        return new Coding(
            coding.Arms.Select(arm => new CaseArm(arm.When, Bit(arm.Then))).ToValueList(),
            coding.Else is null ? null : Bit(coding.Else),
            coding.Exclusions
        );
    }

    private static JsonArray Strings(IEnumerable<string> texts) =>
        new([.. texts.Select(text => JsonValue.Create(text))]);
}

/// <summary>The verdicts on one view.</summary>
/// <param name="Name">The file.</param>
/// <param name="Targets">The kinds of servers that the text is for.</param>
/// <param name="Verdicts">One on all codings together, or one on each.</param>
public sealed record ViewProof(string Name, ValueList<Target> Targets, ValueList<CodingVerdict> Verdicts)
{
    /// <summary>The verdicts that are not <see cref="Equivalent"/>.</summary>
    public IEnumerable<CodingVerdict> Open => Verdicts.Where(each => each.Verdict is not Equivalent);

    /// <summary>All verdicts in a word: <c>equivalent</c>, <c>different</c> or <c>undecided</c>.</summary>
    public string Word =>
        Verdicts.Any(each => each.Verdict is Different) ? "different"
        : Open.Any() ? "undecided"
        : "equivalent";
}

/// <summary>The verdict on what a view says of a coding.</summary>
/// <param name="Coding">The coding's id; null where it is about all of them.</param>
/// <param name="Verdict">The verdict.</param>
public sealed record CodingVerdict(string? Coding, Verdict Verdict);
