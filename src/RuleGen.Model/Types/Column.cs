namespace RuleGen.Model;

/// <summary>A column of a source.</summary>
public sealed record Column
{
    /// <summary>A column.</summary>
    /// <exception cref="RuleGenException">RG0009: the name is empty, too long or holds a control character.</exception>
    /// <exception cref="RuleGenException">
    /// RG0001: it is a list of codes and no character column. RG0002 to RG0005: what a list's patterns or separators
    /// hold is not modelled under the collation.
    /// </exception>
    /// <exception cref="ArgumentException">A character type has no collation.</exception>
    /// <exception cref="RuleGenException">RG0206: its values cannot have the shape.</exception>
    public Column(string name, SqlType type, bool isNullable, CodeList? list = null, ValueShape? shape = null)
    {
        if (type is CharacterType { Collation: null })
        {
            throw new ArgumentException("A character column has a collation.", nameof(type));
        }

        Name = SqlName.Check(name, "column");
        Type = type;
        IsNullable = isNullable;
        List = list;
        Shape = shape;
        list?.Check(this);
        shape?.Check(this);
    }

    /// <summary>The name, without brackets.</summary>
    public string Name { get; }

    /// <summary>
    /// What the table calls it, without brackets, where that is another name (<c>"column"</c> in the schema file); the same
    /// as <see cref="Name"/> where nothing is said.
    /// </summary>
    /// <exception cref="RuleGenException">RG0009: the name is empty, too long or holds a control character.</exception>
    public string StoredName
    {
        // Said or left out, the same name is the same column.
        get => field ?? Name;
        init => field = value == Name ? null : SqlName.Check(value, "column");
    }

    /// <summary>The type; a character type has a collation.</summary>
    public SqlType Type { get; }

    /// <summary>Whether it may hold NULL.</summary>
    public bool IsNullable { get; }

    /// <summary>How the codes are joined, where a value is a list of them; else null.</summary>
    public CodeList? List { get; }

    /// <summary>What its values look like; null where nothing is known. A check on data, and no assumption.</summary>
    public ValueShape? Shape { get; }

    /// <summary>How its values are made of the items of a list; null where the table stores them.</summary>
    public Derivation? Derivation { get; private init; }

    /// <summary>What a row in memory has for it: itself, or the list of whose items it is made.</summary>
    public Column InRow => Derivation?.List ?? this;

    /// <summary>A column that is made of the items of a list. It may be NULL.</summary>
    /// <exception cref="RuleGenException">RG0009: the name is empty, too long or holds a control character.</exception>
    public static Column Made(string name, Derivation derivation) =>
        new(
            name,
            derivation.Type,
            isNullable: true,
            derivation is JoinedItems joined
                ? new CodeList(joined.Item.Shape?.Patterns ?? [], [joined.Separator])
                {
                    Before = joined.Before,
                    After = joined.After,
                }
                : null
        )
        {
            Derivation = derivation,
        };

    /// <summary>The same column under another collation; itself where it holds no text.</summary>
    internal Column WithCollation(Collation collation) =>
        Type is CharacterType type ? With(type.WithCollation(collation), IsNullable) : this;

    /// <summary>The same column, of another type or nullability.</summary>
    /// <exception cref="RuleGenException">RG0002 to RG0006, RG0206: the type does not fit its list or its shape.</exception>
    public Column With(SqlType type, bool isNullable) =>
        new(Name, type, isNullable, List, Shape) { StoredName = StoredName, Derivation = Derivation };

    /// <summary>
    /// Of the same name, type and nullability, stored and described alike; of what is made of a list, made in the same way,
    /// whatever it is called.
    /// </summary>
    public bool Equals(Column? other) =>
        ReferenceEquals(this, other)
        || (
            other is not null
            && (
                Derivation is not null || other.Derivation is not null
                    ? Derivation == other.Derivation
                    : Name == other.Name
                        && Type == other.Type
                        && IsNullable == other.IsNullable
                        && StoredName == other.StoredName
                        && List == other.List
                        && Shape == other.Shape
            )
        );

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Derivation is { } made ? made.GetHashCode() : HashCode.Combine(Name, Type, IsNullable);

    /// <summary>Name, type and nullability, as DDL writes them.</summary>
    public override string ToString() => $"{Name} {Type} {(IsNullable ? "NULL" : "NOT NULL")}";
}
