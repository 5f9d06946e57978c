using RuleGen.Model;

namespace RuleGen.TSql;

/// <summary>
/// An object of a coding or a catalogue, with the batch that creates it: what view.sql or function.sql holds, or clr.sql, or
/// the file of a catalogue's view.
/// </summary>
public sealed record CodingObject
{
    internal CodingObject(IObjectParts parts, ObjectKind kind, string name, string script)
    {
        Parts = parts;
        Kind = kind;
        Name = name;
        Script = script;
    }

    internal CodingObject(IObjectParts parts, AssemblyPart assembly)
        : this(parts, ObjectKind.ClrFunction, assembly.Function, assembly.Create) => Assembly = assembly;

    /// <summary>What it is.</summary>
    public ObjectKind Kind { get; }

    /// <summary>The schema, without brackets.</summary>
    public string Schema => Parts.Schema;

    /// <summary>The name, without brackets.</summary>
    public string Name { get; }

    /// <summary><c>[schema].[name]</c>.</summary>
    public string QualifiedName => SqlText.TwoPart(Schema, Name);

    /// <summary>The column that holds the label, without brackets.</summary>
    public string OutcomeColumn => Parts.OutcomeColumn;

    /// <summary>The id of the coding or catalogue.</summary>
    public string CodingId => Parts.Id;

    /// <summary>The edition of the coding; of a catalogue, how many codings it has.</summary>
    public string Edition => Parts.Edition;

    /// <summary>The fingerprint of the coding's or catalogue's objects, see <see cref="TSql.DefinitionHash"/>.</summary>
    public string DefinitionHash => Parts.Hash;

    internal IObjectParts Parts { get; }

    /// <summary>The assembly of a SQLCLR function; null for other objects.</summary>
    internal AssemblyPart? Assembly { get; }

    /// <summary>The batch that creates it.</summary>
    internal string Script { get; }

    /// <summary>The objects of a coding, their scripts validated for the target.</summary>
    /// <exception cref="RuleGenException">As for <see cref="ScriptGenerator.Generate"/>.</exception>
    public static ValueList<CodingObject> Of(
        PublishedCoding published,
        Source source,
        Target target,
        ObjectNaming? naming = null
    )
    {
        _ = ScriptGenerator.Generate(published, source, target, naming);
        return new ScriptParts(published, source, target, naming).Objects;
    }
}
