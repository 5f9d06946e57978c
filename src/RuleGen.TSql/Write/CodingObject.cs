using RuleGen.Model;

namespace RuleGen.TSql;

/// <summary>An object of a coding, with the batch that creates it: what view.sql or function.sql holds, or clr.sql.</summary>
public sealed record CodingObject
{
    internal CodingObject(ScriptParts parts, ObjectKind kind)
    {
        Parts = parts;
        Kind = kind;
    }

    internal CodingObject(ScriptParts parts, AssemblyPart assembly)
        : this(parts, ObjectKind.ClrFunction) => Assembly = assembly;

    /// <summary>What it is.</summary>
    public ObjectKind Kind { get; }

    /// <summary>The schema, without brackets.</summary>
    public string Schema => Parts.Names.Schema;

    /// <summary>The name, without brackets.</summary>
    public string Name => Assembly?.Function ?? (Kind == ObjectKind.View ? Parts.Names.View : Parts.Names.Function);

    /// <summary><c>[schema].[name]</c>.</summary>
    public string QualifiedName => SqlText.TwoPart(Schema, Name);

    /// <summary>The column that holds the label, without brackets.</summary>
    public string OutcomeColumn => Parts.Names.OutcomeColumn;

    /// <summary>The id of the coding.</summary>
    public string CodingId => Parts.Published.Id;

    /// <summary>The edition of the coding.</summary>
    public string Edition => Parts.Published.Edition;

    /// <summary>The fingerprint of the coding's objects, see <see cref="TSql.DefinitionHash"/>.</summary>
    public string DefinitionHash => Parts.Hash;

    internal ScriptParts Parts { get; }

    /// <summary>The assembly of a SQLCLR function; null for other objects.</summary>
    internal AssemblyPart? Assembly { get; }

    internal string Script => Assembly?.Create ?? (Kind == ObjectKind.View ? Parts.ViewScript : Parts.FunctionScript);

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
