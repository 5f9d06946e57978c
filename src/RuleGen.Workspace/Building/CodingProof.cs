using System.Text.Json.Nodes;
using RuleGen.Engine;
using RuleGen.Model;
using RuleGen.Model.Describing;
using RuleGen.Proof;
using RuleGen.TSql;
using RuleGen.Workspaces.Proving;

namespace RuleGen.Workspaces.Building;

/// <summary>Proves the texts of a coding equivalent to it.</summary>
/// <param name="coding">The coding, and the form in which the files write it.</param>
/// <param name="source">The source.</param>
/// <param name="published">What the published text says.</param>
/// <param name="files">The generated files, for each kind of server.</param>
/// <param name="naming">How objects are called.</param>
internal delegate CodingProof Prover(
    FormedCoding coding,
    Source source,
    Coding published,
    IReadOnlyList<TargetFiles> files,
    ObjectNaming naming
);

/// <summary>The verdicts on the published text of a coding and on what was generated from it, against the coding.</summary>
/// <param name="Id">The coding's id.</param>
/// <param name="DefinitionHash">The fingerprint of its objects.</param>
/// <param name="Texts">The texts, the published one first.</param>
public sealed record CodingProof(string Id, string DefinitionHash, ValueList<TextProof> Texts)
{
    /// <summary>The name of the file that tells.</summary>
    public const string FileName = "proof.json";

    /// <summary>The texts that are not proven equivalent.</summary>
    public IEnumerable<TextProof> Open => Texts.Where(text => text.Pair.Verdict is not Equivalent);

    /// <summary>
    /// Reads the generated texts and decides on each. Equal texts are read once, and equal questions asked once.
    /// </summary>
    internal static CodingProof Prove(
        FormedCoding coding,
        Source source,
        Coding published,
        IReadOnlyList<TargetFiles> files,
        ObjectNaming naming
    )
    {
        var verdicts = new Dictionary<(Coding, Coding), Verdict>();
        var prover = new EquivalenceProver(new CodingEvaluator());
        TextProof Decide(string name, Coding expected, Coding found, ValueList<Target> targets)
        {
            if (!verdicts.TryGetValue((expected, found), out var verdict))
            {
                verdicts.Add((expected, found), verdict = prover.Decide(expected, found, coding.Assumptions));
            }

            return new TextProof(new ProvenPair(coding.Published.Id, expected, name, found, verdict), targets);
        }

        var (model, written) = (coding.Published, coding.Written.Coding);
        var backs = files
            .GroupBy(each => ReadBack.ReadAmong(each.Files))
            .SelectMany(
                group => ReadBack.Of(group.Key, written, source),
                (group, back) => (Back: back, Targets: group.Select(each => each.Target))
            )
            .SelectMany(each => each.Targets, (each, target) => (each.Back, Target: target));
        var texts = backs
            .GroupBy(entry => (entry.Back.Name, entry.Back.Text))
            .OrderBy(group => group.Key.Name, StringComparer.Ordinal)
            .SelectMany(group =>
            {
                var back = group.First().Back;
                var targets = group.Select(entry => entry.Target).ToValueList();
                return back.Found.Select(found => Decide(back.Name, back.Expected, found, targets));
            });
        return new CodingProof(
            model.Id,
            TSql.DefinitionHash.Of(coding.Written, source, naming),
            [
                Decide(coding.TextName, model.Coding, published, []),
                .. coding.Name is { } name ? [Decide(name, model.Coding, written, [])] : (TextProof[])[],
                .. texts,
            ]
        );
    }

    /// <summary>The summary, the same bytes everywhere.</summary>
    public GeneratedFile ToFile()
    {
        var basis = Texts[0].Pair.Verdict.Basis;
        var document = new JsonObject
        {
            ["id"] = Id,
            ["definitionHash"] = DefinitionHash,
            ["collation"] = basis.Collations.Count == 0 ? null : string.Join(", ", basis.Collations),
            ["basis"] = Strings(basis.Lines),
            ["texts"] = new JsonArray([.. Texts.Select(Describe)]),
        };
        return new GeneratedFile(FileName, Json.Write(document));
    }

    private static JsonNode Describe(TextProof text)
    {
        var json = new JsonObject { ["name"] = text.Pair.RightName };
        if (text.Targets.Count > 0)
        {
            json["targets"] = Strings(text.Targets.Select(target => target.Name));
        }

        json["verdict"] = text.Pair.Word;
        return json;
    }

    private static JsonArray Strings(IEnumerable<string> texts) =>
        new([.. texts.Select(text => JsonValue.Create(text))]);
}

/// <summary>The verdict on one text.</summary>
/// <param name="Pair">The coding, what the text says, and the verdict.</param>
/// <param name="Targets">The kinds of servers that the text is for; empty for the published one.</param>
public sealed record TextProof(ProvenPair Pair, ValueList<Target> Targets);
