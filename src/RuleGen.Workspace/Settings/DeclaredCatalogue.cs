using RuleGen.Model;

namespace RuleGen.Workspaces.Settings;

/// <summary>A catalogue, as the workspace's file declares it.</summary>
/// <param name="Id">Its id: letters, digits and underscores.</param>
/// <param name="Codings">The ids of its codings, in its order.</param>
/// <param name="Views">How it shows them.</param>
public sealed record DeclaredCatalogue(string Id, ValueList<string> Codings, ValueList<CatalogueView> Views);
