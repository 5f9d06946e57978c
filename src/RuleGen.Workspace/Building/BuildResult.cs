using RuleGen.Model;
using RuleGen.TSql;
using RuleGen.Workspaces.Catalogues;

namespace RuleGen.Workspaces.Building;

/// <summary>What a build did, or would do.</summary>
/// <param name="Codings">What became of each coding.</param>
/// <param name="Changes">The files written, and the files, links and empty folders removed; or to be so.</param>
/// <param name="Targets">The servers that scripts were checked for.</param>
/// <param name="IsCheck">Whether nothing was to be written.</param>
public sealed record BuildResult(
    ValueList<CodingBuild> Codings,
    ValueList<FileChange> Changes,
    ValueList<Target> Targets,
    bool IsCheck
)
{
    /// <summary>What became of each catalogue; none where codings were named.</summary>
    public ValueList<CatalogueBuild> Catalogues { get; init; } = [];

    /// <summary>
    /// The full paths of what is in the folder of generated files and not RuleGen's, or no more as RuleGen wrote it; it stays.
    /// </summary>
    public ValueList<string> Foreign { get; init; } = [];

    /// <summary>What is wrong with codings and catalogues.</summary>
    public ValueList<Problem> Problems =>
        Codings
            .SelectMany(coding => coding.Problems)
            .Concat(Catalogues.SelectMany(catalogue => catalogue.Problems))
            .ToValueList();

    /// <summary>
    /// Whether something needs a person: a difference, engines that disagree, a text that is not proven equivalent, a
    /// published text that is missing, or, in a check, a stale file.
    /// </summary>
    public bool HasFindings =>
        (IsCheck && Changes.Count > 0)
        || Codings.Any(coding => !coding.IsWhole)
        || Catalogues.Any(catalogue => !catalogue.IsWhole);
}
