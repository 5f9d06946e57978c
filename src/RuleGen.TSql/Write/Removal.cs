using RuleGen.Model;

namespace RuleGen.TSql;

/// <summary>
/// A script that removes objects of one schema that RuleGen made, and the schema where RuleGen made it and nothing else
/// is in it. rollback.sql is one for the objects of a coding.
/// </summary>
public sealed class Removal
{
    private Removal(string header, string subject, string schema, ValueList<RemovedObject> objects)
    {
        Header = header;
        Subject = subject;
        Schema = schema;
        Objects = objects;
    }

    /// <summary>The objects, in the order in which they are removed.</summary>
    public ValueList<RemovedObject> Objects { get; }

    /// <summary>The schema, without brackets.</summary>
    public string Schema { get; }

    /// <summary>The comment that starts the script.</summary>
    internal string Header { get; }

    /// <summary>What messages are about.</summary>
    internal string Subject { get; }

    /// <summary>Whether the server's trust in the assemblies goes, too, which no transaction undoes.</summary>
    internal bool TakesTrust { get; private init; }

    /// <summary>What is done, for the message at its end.</summary>
    internal string Done =>
        Objects.Count == 0
            ? $"Removed the schema {SqlName.Bracket(Schema)}, if RuleGen had made it and it was empty."
            : $"Removed what RuleGen had made of {SqlText.Enumerate([.. Objects.Reverse().Select(NameOf)])}.";

    /// <summary>A removal of some objects; none is a removal of the schema alone.</summary>
    /// <param name="target">The server.</param>
    /// <param name="schema">The schema, without brackets.</param>
    /// <param name="objects">The objects.</param>
    /// <param name="takesTrust">Whether the server's trust in their assemblies goes, too.</param>
    public static Removal Of(Target target, string schema, ValueList<RemovedObject> objects, bool takesTrust = false) =>
        new(
            ScriptParts.Comment([
                $"Removal from schema {SqlName.Bracket(schema)}: all that is named below or nothing; and the schema, "
                    + "where RuleGen made it and nothing else is in it.",
                .. objects.Select(each => $"Remove {each.Kind.Word()} {SqlText.TwoPart(schema, each.Name)}"),
                "It was made for one database, and refuses to run where an object is not what it was then.",
                "Run it as it is: sqlcmd -b -f 65001 -i FILE, or open it in SSMS.",
                DeploymentNotes.PermissionsToRemove(schema),
                .. DeploymentNotes.PermissionsToRemoveAssemblies(
                    objects.Any(each => each.Assembly is not null),
                    takesTrust
                ),
                DeploymentNotes.Locks(target, "removes"),
                "To undo it: rulegen deploy; grants are not given again.",
                ScriptParts.GeneratedFor(target, []),
            ]),
            SqlName.Bracket(schema),
            schema,
            objects
        )
        {
            TakesTrust = takesTrust,
        };

    /// <summary>The script, to be run as it is in sqlcmd or SSMS; it ends with LF.</summary>
    public string Write() => RollbackScript.Write(this);

    /// <summary><c>[schema].[name]</c> of an object.</summary>
    internal string NameOf(RemovedObject removed) => SqlText.TwoPart(Schema, removed.Name);

    /// <summary>rollback.sql of a coding or catalogue.</summary>
    internal static Removal Of(IObjectParts parts)
    {
        var names = SqlText.Enumerate([.. parts.Objects.Select(each => each.QualifiedName)]);
        return new Removal(
            parts.Header(
                $"Rollback: removes {names} where RuleGen made them, "
                    + "and the schema where RuleGen made it and nothing else is in it.",
                "Run it as it is: sqlcmd -b -f 65001 -i rollback.sql, or open it in SSMS. It refuses, and changes nothing, "
                    + "where a transaction is open, and where somebody has changed an object by hand.",
                DeploymentNotes.PermissionsToRemove(parts.Schema),
                DeploymentNotes.Locks(parts.Target, "removes"),
                "To undo it: deploy.sql; grants are not given again. To return to an earlier edition, run that edition's "
                    + "deploy.sql instead: it keeps the grants."
            ),
            parts.Subject,
            parts.Schema,
            parts.Objects.Reverse().Select(each => new RemovedObject(each.Kind, each.Name, Seen: null)).ToValueList()
        );
    }
}
