using RuleGen.Model;

namespace RuleGen.TSql;

/// <summary>
/// A script that creates or replaces objects of one schema: all of them or none. deploy.sql is one for the objects of
/// a coding; the command deploy makes one for those that a server lacks or has of another edition.
/// </summary>
public sealed class Deployment
{
    private Deployment(Target target, string header, string subject, ValueList<PlannedObject> objects)
    {
        Target = target;
        Header = header;
        Subject = subject;
        Objects = objects;
    }

    /// <summary>The objects, in the order in which they are created.</summary>
    public ValueList<PlannedObject> Objects { get; }

    /// <summary>The server.</summary>
    public Target Target { get; }

    /// <summary>The comment that starts the script.</summary>
    internal string Header { get; }

    /// <summary>What messages are about.</summary>
    internal string Subject { get; }

    /// <summary>The schema, without brackets.</summary>
    internal string Schema => Objects[0].Object.Schema;

    /// <summary>Whether the server is to trust the assemblies among the objects.</summary>
    internal bool GivesTrust { get; private init; }

    /// <summary>What is done, for the message at its end.</summary>
    internal string Done => $"Deployed {SqlText.Enumerate(Names)}.";

    /// <summary>What is said where there is nothing to do.</summary>
    internal string NothingDone =>
        $"{SqlText.Enumerate(Names)}: nothing has changed since they were deployed, and nothing was done.";

    /// <summary>Whether the script must find out itself whether there is anything to do, since nobody has looked.</summary>
    internal bool MayHaveNothingToDo => Objects.All(planned => planned.Seen is null);

    /// <summary>The tables that the objects read, with the columns that they read or show.</summary>
    internal ValueList<UsedTable> Tables => TablesOf(Objects.Select(planned => planned.Object.Parts));

    private List<string> Names => [.. Objects.Select(planned => planned.Object.QualifiedName)];

    /// <summary>A deployment of some objects.</summary>
    /// <param name="target">The server.</param>
    /// <param name="objects">The objects, all made for it and in one schema; one or more.</param>
    /// <param name="givesTrust">
    /// Whether the server is to trust the assemblies among them, which no transaction undoes; else it must already.
    /// </param>
    /// <exception cref="ArgumentException">There is no object, or they are in several schemas.</exception>
    public static Deployment Of(Target target, ValueList<PlannedObject> objects, bool givesTrust = false)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (objects.Select(planned => planned.Object.Schema).Distinct().Count() != 1)
        {
            throw new ArgumentException("A deployment has objects, all in one schema.", nameof(objects));
        }

        var schema = SqlName.Bracket(objects[0].Object.Schema);
        return new Deployment(
            target,
            ScriptParts.Comment([
                $"Deployment to schema {schema}: creates or updates what is named below, all of it or nothing.",
                .. objects.Select(Describe),
                "It was made for one database, and refuses to run where an object is not what it was then.",
                "Run it as it is: sqlcmd -b -f 65001 -i FILE, or open it in SSMS.",
                DeploymentNotes.Permissions(
                    target,
                    objects[0].Object.Schema,
                    objects.Select(planned => planned.Object),
                    TablesOf(objects.Select(planned => planned.Object.Parts))
                ),
                .. DeploymentNotes.PermissionsForAssemblies(
                    objects.Any(planned => planned.Object.Assembly is not null),
                    givesTrust
                ),
                DeploymentNotes.Locks(target, "creates or updates"),
                "To undo it: rulegen undeploy; or, to return to an earlier edition, deploy that.",
                ScriptParts.GeneratedFor(target, objects.SelectMany(planned => planned.Object.Parts.Codings)),
            ]),
            schema,
            objects
        )
        {
            GivesTrust = givesTrust,
        };
    }

    /// <summary>The script, to be run as it is in sqlcmd or SSMS; it ends with LF.</summary>
    public string Write() => Target.HasCreateOrAlter ? DeployScript.Write(this) : DropAndCreateDeployScript.Write(this);

    /// <summary>deploy.sql of a coding or catalogue, which may meet any earlier edition.</summary>
    internal static Deployment Of(IObjectParts parts)
    {
        var tables = TablesOf([parts]);
        return new(
            parts.Target,
            parts.Header(
                $"Deployment: creates or updates {SqlText.Enumerate(NamesOf(parts))}, {(parts.Objects.Count == 2 ? "both or neither" : parts.Objects.Count == 1 ? "or nothing" : "all or none")}. May be run again.",
                "Run it as it is: sqlcmd -b -f 65001 -i deploy.sql, or open it in SSMS. It refuses, and changes nothing, where "
                    + $"a transaction is open, where {DeploymentNotes.Name(tables)} {(tables.Count == 1 ? "has" : "have")} "
                    + "other columns, types or collations than it was made for, and where somebody has changed an object by hand; it does nothing where nothing has changed.",
                DeploymentNotes.Permissions(parts.Target, parts.Schema, parts.Objects, tables),
                DeploymentNotes.Locks(parts.Target, "creates or updates"),
                "To undo it: rollback.sql; or, to return to an earlier edition, that edition's deploy.sql."
            ),
            parts.Subject,
            parts.Objects.Select(each => new PlannedObject(each, Seen: null)).ToValueList()
        );
    }

    private static ValueList<UsedTable> TablesOf(IEnumerable<IObjectParts> parts)
    {
        var all = parts.ToList();
        var source = all[0].Source;
        return source.TablesFor(
            source
                .Key.Concat(source.Carried)
                .Concat(all.SelectMany(each => each.Codings).SelectMany(coding => coding.NamedColumns))
        );
    }

    private static List<string> NamesOf(IObjectParts parts) => [.. parts.Objects.Select(each => each.QualifiedName)];

    private static string Describe(PlannedObject planned)
    {
        var each = planned.Object;
        return $"{(planned.Seen is { Exists: true } ? "Update" : "Create")} {each.Kind.Word()} {each.QualifiedName}: "
            + $"{each.Edition}; definition hash {each.DefinitionHash}";
    }
}
