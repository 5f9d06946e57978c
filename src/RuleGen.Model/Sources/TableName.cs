namespace RuleGen.Model;

/// <summary>A table or view, by its two-part name.</summary>
public sealed record TableName
{
    /// <summary>A two-part name.</summary>
    /// <exception cref="RuleGenException">RG0009: a part cannot be a name.</exception>
    public TableName(string schema, string name)
    {
        Schema = SqlName.Check(schema, "schema");
        Name = SqlName.Check(name, "table");
    }

    /// <summary>The schema, without brackets.</summary>
    public string Schema { get; }

    /// <summary>The name, without brackets.</summary>
    public string Name { get; }

    /// <summary>Whether a name, as FROM writes it, is this one, with its schema or without.</summary>
    internal bool IsNamed(MultiPartName name) =>
        name.Equals(new MultiPartName([Schema, Name])) || name.Equals(new MultiPartName([Name]));

    /// <summary><c>[schema].[name]</c>.</summary>
    public override string ToString() => $"{SqlName.Bracket(Schema)}.{SqlName.Bracket(Name)}";
}
