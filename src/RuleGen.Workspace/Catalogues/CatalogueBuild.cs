using RuleGen.Model;
using RuleGen.TSql;
using RuleGen.Workspaces.Building;

namespace RuleGen.Workspaces.Catalogues;

/// <summary>What became of one catalogue in a build.</summary>
/// <param name="Id">The catalogue's id.</param>
public sealed record CatalogueBuild(string Id)
{
    /// <summary>The number of its codings.</summary>
    public int Codings { get; init; }

    /// <summary>The number of the arms of all its codings.</summary>
    public int Arms { get; init; }

    /// <summary>The number of the clauses of all its codings.</summary>
    public int Clauses { get; init; }

    /// <summary>Its views.</summary>
    public ValueList<CatalogueView> Views { get; init; } = [];

    /// <summary>Codings of it that are not written, so that it is not either.</summary>
    public ValueList<string> Waiting { get; init; } = [];

    /// <summary>The targets that its scripts hold for.</summary>
    public ValueList<Target> ValidTargets { get; init; } = [];

    /// <summary>Why it cannot be had on servers that are not built for.</summary>
    public ValueList<Problem> Unsupported { get; init; } = [];

    /// <summary>What is wrong with it; its files stay as they are.</summary>
    public ValueList<Problem> Problems { get; init; } = [];

    /// <summary>What was proven of its views; null where it did not come to that.</summary>
    public CatalogueProof? Proof { get; init; }

    /// <summary>Its files; empty where it is not written.</summary>
    public ValueList<FileChange> Files { get; init; } = [];

    /// <summary>Whether its files are to be written.</summary>
    public bool IsWhole => Waiting.Count == 0 && Problems.Count == 0 && (Proof is null || !Proof.Open.Any());
}
