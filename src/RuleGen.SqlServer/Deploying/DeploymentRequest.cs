using RuleGen.Model;
using RuleGen.TSql;

namespace RuleGen.SqlServer;

/// <summary>What is to be on a server.</summary>
/// <param name="Codings">The codings, over the source's columns.</param>
/// <param name="Source">The table that they read.</param>
/// <param name="Naming">How the objects are called.</param>
public sealed record DeploymentRequest(ValueList<PublishedCoding> Codings, Source Source, ObjectNaming Naming)
{
    /// <summary>The catalogues; none where none are asked for.</summary>
    public ValueList<RequestedCatalogue> Catalogues { get; init; } = [];

    /// <summary>The ids of the codings and catalogues whose objects are meant.</summary>
    internal IEnumerable<string> Ids =>
        Codings.Select(coding => coding.Id).Concat(Catalogues.Select(each => each.Catalogue.Id));

    /// <summary>The columns of the source that the objects read or show.</summary>
    /// <exception cref="RuleGenException">RG0010: the source lacks columns.</exception>
    internal IEnumerable<Column> Columns =>
        Source
            .Key.Concat(Source.Carried)
            .Concat(
                Codings
                    .Concat(Catalogues.SelectMany(each => each.Catalogue.Codings))
                    .SelectMany(coding => CodingBinder.Bind(coding.Coding, Source).Columns)
            );

    /// <summary>The schema of the objects, without brackets.</summary>
    public string Schema => Naming.Schema;

    /// <summary>The kind of server; null to find it out.</summary>
    public Target? Target { get; init; }

    /// <summary>Whether objects that were changed by hand are replaced or removed, too.</summary>
    public bool DiscardsChanges { get; init; }

    /// <summary>
    /// Makes the SQLCLR function of a coding for a server; null where none are asked for, and those that are there are
    /// neither shown nor changed.
    /// </summary>
    public ClrMaker? MakeClr { get; init; }

    /// <summary>
    /// Whether the server's trust in the assemblies of SQLCLR functions is given with them, and taken away with them, for
    /// which there are scripts of their own. It is the server's, and no transaction undoes it.
    /// </summary>
    public bool ChangesTrust { get; init; }

    /// <summary>Whether the codings are all that there are, so that other objects of RuleGen's are surplus.</summary>
    public bool IsComplete { get; init; } = true;

    /// <summary>The objects for a server, their scripts validated.</summary>
    /// <exception cref="RuleGenException">
    /// RG0215: two objects would have one name. Or a script cannot be written, or does not hold.
    /// </exception>
    internal ValueList<CodingObject> ObjectsFor(Target target)
    {
        NameClash.Refuse(
            Naming,
            Codings.Select(coding => coding.Id),
            Catalogues.SelectMany(each => each.NamesOfViews(Naming))
        );
        return Codings
            .SelectMany(coding => ObjectsOf(coding, target))
            .Concat(Catalogues.SelectMany(each => each.ObjectsFor(target, Source, Naming)))
            .ToValueList();
    }

    private ValueList<CodingObject> ObjectsOf(PublishedCoding coding, Target target)
    {
        try
        {
            var objects = CodingObject.Of(coding, Source, target, Naming);
            return MakeClr is null ? objects : objects.Add(MakeClr(coding, Source, Naming, target));
        }
        catch (RuleGenException exception)
        {
            throw exception.In(coding.Id);
        }
    }
}
