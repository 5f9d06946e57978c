namespace RuleGen.Model;

/// <summary>A column of a source.</summary>
public sealed record Column
{
    /// <summary>A column.</summary>
    /// <exception cref="RuleGenException">RG0009: the name is empty, too long or holds a control character.</exception>
    /// <exception cref="ArgumentException">A character type has no collation.</exception>
    public Column(string name, SqlType type, bool isNullable)
    {
        if (type is CharacterType { Collation: null })
        {
            throw new ArgumentException("A character column has a collation.", nameof(type));
        }

        Name = SqlName.Check(name, "column");
        Type = type;
        IsNullable = isNullable;
    }

    /// <summary>The name, without brackets.</summary>
    public string Name { get; }

    /// <summary>The type; a character type has a collation.</summary>
    public SqlType Type { get; }

    /// <summary>Whether it may hold NULL.</summary>
    public bool IsNullable { get; }

    /// <summary>Name, type and nullability, as DDL writes them.</summary>
    public override string ToString() => $"{Name} {Type} {(IsNullable ? "NULL" : "NOT NULL")}";
}
