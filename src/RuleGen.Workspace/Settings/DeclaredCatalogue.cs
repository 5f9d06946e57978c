using RuleGen.Model;
using RuleGen.TSql;

namespace RuleGen.Workspaces.Settings;

/// <summary>A catalogue, as the workspace's file declares it.</summary>
/// <param name="Id">Its id: letters, digits and underscores.</param>
/// <param name="Codings">The ids of its codings, in its order.</param>
/// <param name="Views">How it shows them.</param>
public sealed record DeclaredCatalogue(string Id, ValueList<string> Codings, ValueList<CatalogueView> Views)
{
    /// <summary>What its views are called.</summary>
    /// <exception cref="RuleGenException">RG0009: SQL Server would not take a name.</exception>
    public IEnumerable<NamedObject> NamesOfViews(ObjectNaming naming) =>
        Views
            .Select(view => view.ToString().ToLowerInvariant())
            .Select(word => new NamedObject($"the view {word} of the catalogue {Id}", naming.ForCatalogue(Id, word)));
}
