namespace RuleGen.Model;

/// <summary><c>x [NOT] IN (literal, …)</c>: equality with any of them (rule 5.10). UNKNOWN when x is NULL.</summary>
public sealed record In : Predicate
{
    private In(Scalar operand, ValueList<Scalar> items, bool isNegated)
    {
        Operand = operand;
        Items = items;
        IsNegated = isNegated;
    }

    /// <summary>x.</summary>
    public Scalar Operand { get; }

    /// <summary>The literals, one or more, in the order in which they are written.</summary>
    public ValueList<Scalar> Items { get; }

    /// <summary>Whether it is NOT IN.</summary>
    public bool IsNegated { get; }

    /// <inheritdoc/>
    public override bool MayBeUnknown => Operand.MayBeNull;

    /// <inheritdoc/>
    public override ValueList<Scalar> Scalars => [Operand, .. Items];

    /// <summary>An IN predicate.</summary>
    /// <exception cref="RuleGenException">
    /// RG0001: the items are not literals of the kind of x, or there is none, or x has no column. RG0003: the
    /// collation's profile does not model a character of an item. RG0005: a date or decimal column does not hold one.
    /// </exception>
    public static In Of(Scalar operand, ValueList<Scalar> items, bool isNegated = false)
    {
        Typing.RequireColumn(operand, "IN");
        if (items.Count == 0)
        {
            throw new RuleGenException(ErrorCodes.IllTyped, "IN has an empty list", "Give it a literal or more");
        }

        items = items.Select(item => Typing.Meet(item, operand.Type)).ToValueList();
        foreach (var item in items)
        {
            Typing.RequireLiteral(item, "IN");
            Typing.RequireSameKind(operand, item, "IN");
        }

        var membership = new In(operand, items, isNegated);
        CharacterRequirement.CheckLiterals(membership);
        return membership;
    }

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IPredicateVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public bool Equals(In? other) =>
        base.Equals(other) && IsNegated == other.IsNegated && Operand == other.Operand && Items.Equals(other.Items);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Operand, Items, IsNegated);
}
