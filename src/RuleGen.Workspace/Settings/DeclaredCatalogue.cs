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
    public IEnumerable<NamedObject> NamesOfViews(ObjectNaming naming) => naming.NamesOf(Id, Views);

    /// <summary>The error that the workspace has no coding of an id that the catalogue names.</summary>
    /// <param name="id">The id.</param>
    /// <param name="known">The ids of the codings that there are.</param>
    internal RuleGenException Lacks(string id, IEnumerable<string> known) =>
        new(
            ErrorCodes.UnknownCoding,
            $"The catalogue {Id} names the coding '{MessageText.OneLine(id)}', which the workspace does not have",
            NearestName.Find(id, known) is { } nearest
                ? $"Did you mean '{nearest}'?"
                : "Put its text into the folder of codings, or leave it out"
        );
}
