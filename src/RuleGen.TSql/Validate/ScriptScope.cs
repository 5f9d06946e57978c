using RuleGen.Model;

namespace RuleGen.TSql;

/// <summary>What a script that creates or removes objects may touch.</summary>
/// <param name="Schema">The schema of the objects, without brackets.</param>
/// <param name="Objects">The objects.</param>
/// <param name="Source">The source.</param>
/// <param name="Target">The server.</param>
internal sealed record ScriptScope(string Schema, ValueList<CodingObject> Objects, Source Source, Target Target)
{
    /// <summary>What the scripts of a coding or catalogue may touch.</summary>
    public static ScriptScope Of(IObjectParts parts) => new(parts.Schema, parts.Objects, parts.Source, parts.Target);

    /// <summary>Whether there is an object of this kind and name.</summary>
    public bool Has(ObjectKind kind, string? name) => Objects.Any(each => each.Kind == kind && each.Name == name);

    /// <summary>Notes a problem where a name is not the two-part name of an object of this kind.</summary>
    public void RequireName(
        Microsoft.SqlServer.TransactSql.ScriptDom.SchemaObjectName name,
        ObjectKind kind,
        ScriptReport report
    )
    {
        var last = name.BaseIdentifier.Value;
        report.RequireName(name, Schema, Has(kind, last) ? last : Objects.First(each => each.Kind == kind).Name);
    }
}
