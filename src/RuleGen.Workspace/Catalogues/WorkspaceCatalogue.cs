using RuleGen.Model;
using RuleGen.TSql;

namespace RuleGen.Workspaces.Catalogues;

/// <summary>A catalogue of a workspace, its codings read.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Codings">The codings, in its order, over the columns of the workspace's source.</param>
/// <param name="Views">How it shows them.</param>
public sealed record WorkspaceCatalogue(string Id, ValueList<WorkspaceCoding> Codings, ValueList<CatalogueView> Views)
{
    /// <summary>The catalogue itself.</summary>
    /// <exception cref="RuleGenException">RG0216: its codings cannot be one.</exception>
    public Catalogue Catalogue => new(Id, Codings.Select(coding => coding.Published).ToValueList());
}
