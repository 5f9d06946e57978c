using System.Text.Json.Nodes;
using RuleGen.Model;
using RuleGen.Model.Describing;

namespace RuleGen.Workspaces.Linting;

/// <summary>
/// The findings in codings that are known and left alone, so that only new ones are looked at. It names no lines: an edit
/// elsewhere in a text, which moves them and numbers clauses anew, changes nothing in it.
/// </summary>
public sealed class LintBaseline
{
    private readonly Dictionary<string, ValueList<KnownFinding>> _codings;

    internal LintBaseline(IEnumerable<(string Coding, KnownFinding Finding)> findings, IEnumerable<string> codings)
    {
        var found = findings.ToLookup(each => each.Coding, each => each.Finding, SqlName.Comparer);
        _codings = codings
            .Distinct(SqlName.Comparer)
            .ToDictionary(name => name, name => found[name].ToValueList(), SqlName.Comparer);
    }

    /// <summary>The codings that it has findings of, or none of.</summary>
    public IEnumerable<string> Codings => _codings.Keys.Order(StringComparer.Ordinal);

    /// <summary>How many findings it has.</summary>
    public int Count => _codings.Values.Sum(findings => findings.Count);

    /// <summary>A baseline of what was found.</summary>
    /// <param name="results">The findings, of each coding once.</param>
    /// <exception cref="RuleGenException">RG0601: two codings have one name.</exception>
    public static LintBaseline Of(IReadOnlyCollection<LintResult> results)
    {
        RequireNames(results);
        return new LintBaseline(
            results.SelectMany(result => result.Report.Findings.Select(each => (result.Name, KnownFinding.Of(each)))),
            results.Select(result => result.Name)
        );
    }

    /// <summary>Reads a baseline, or what <c>rulegen lint --format json</c> wrote.</summary>
    /// <exception cref="RuleGenException">RG0501: it cannot be read. RG0304, RG0307: it is no baseline.</exception>
    public static LintBaseline Read(string path)
    {
        try
        {
            return BaselineReader.Read(InputFile.ReadText(path));
        }
        catch (RuleGenException exception)
        {
            throw exception.In(path);
        }
    }

    /// <summary>Leaves out what is known of a coding's findings.</summary>
    public BaselinedLint Compare(LintResult result)
    {
        var isListed = _codings.TryGetValue(result.Name, out var known);
        var found = result.Report.Findings;
        var (added, gone) = BaselineMatch.Find(found, known ?? []);
        return new BaselinedLint(
            result with
            {
                Report = result.Report with { Findings = added.ToValueList() },
            },
            found.Count - added.Count,
            gone.Count,
            isListed
        );
    }

    /// <summary>Refuses codings that a baseline cannot tell apart.</summary>
    /// <exception cref="RuleGenException">RG0601: two have one name.</exception>
    public static void RequireNames(IEnumerable<LintResult> results)
    {
        var twice = results.GroupBy(result => result.Name, SqlName.Comparer).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
        {
            throw new RuleGenException(
                ErrorCodes.Usage,
                $"Two codings would be called '{twice.Key}' in the baseline",
                "Name each once, or rename a file"
            );
        }
    }

    /// <summary>The baseline as JSON; the same findings give the same text on every machine.</summary>
    public string Write() =>
        Json.Write(
            new JsonObject
            {
                ["codings"] = new JsonArray([
                    .. Codings.Select(name => new JsonObject
                    {
                        ["coding"] = name,
                        ["findings"] = new JsonArray([.. _codings[name].Select(Write)]),
                    }),
                ]),
            }
        );

    private static JsonObject Write(KnownFinding finding)
    {
        var node = new JsonObject
        {
            ["code"] = finding.Code,
            ["clause"] = finding.Place,
            ["text"] = finding.Text,
        };
        if (finding.Clauses.Count > 1)
        {
            node["clauses"] = new JsonArray([.. finding.Clauses.Select(text => JsonValue.Create(text))]);
        }

        return node;
    }
}
