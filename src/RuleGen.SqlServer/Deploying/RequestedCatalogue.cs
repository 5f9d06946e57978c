using RuleGen.Model;
using RuleGen.TSql;

namespace RuleGen.SqlServer;

/// <summary>A catalogue that is to be on a server.</summary>
/// <param name="Catalogue">The catalogue, its codings over the source's columns.</param>
/// <param name="Views">Its views, one or more.</param>
public sealed record RequestedCatalogue(Catalogue Catalogue, ValueList<CatalogueView> Views)
{
    /// <summary>What its views are called.</summary>
    /// <exception cref="RuleGenException">RG0009: SQL Server would not take a name.</exception>
    internal IEnumerable<NamedObject> NamesOfViews(ObjectNaming naming) => naming.NamesOf(Catalogue.Id, Views);

    /// <summary>Its views as objects of a server, their scripts validated for the target.</summary>
    /// <exception cref="RuleGenException">A script cannot be written, or does not hold.</exception>
    internal ValueList<CodingObject> ObjectsFor(Target target, Source source, ObjectNaming naming)
    {
        try
        {
            return new CatalogueScripts(Catalogue, Views, source, naming).Objects(target);
        }
        catch (RuleGenException exception)
        {
            throw exception.In($"catalogue {Catalogue.Id}");
        }
    }
}
