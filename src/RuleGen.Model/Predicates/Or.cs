namespace RuleGen.Model;

/// <summary><c>a OR b OR …</c>: TRUE if one is TRUE, else UNKNOWN if one is UNKNOWN, else FALSE (rule 5.1).</summary>
public sealed record Or : Predicate
{
    private Or(ValueList<Predicate> children) => Children = children;

    /// <summary>The operands, two or more; an OR among them stands in parentheses.</summary>
    public override ValueList<Predicate> Children { get; }

    /// <inheritdoc/>
    public override bool MayBeUnknown => Children.Any(child => child.MayBeUnknown);

    /// <summary>The operands joined by OR; an operand that is itself an OR without parentheses is taken into this one.</summary>
    /// <exception cref="ArgumentException">There are fewer than two operands.</exception>
    public static Or Of(ValueList<Predicate> operands) =>
        operands.Count >= 2
            ? new(operands.SelectMany(Continue).ToValueList())
            : throw new ArgumentException("OR joins two predicates or more.", nameof(operands));

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IPredicateVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public bool Equals(Or? other) => base.Equals(other) && Children.Equals(other.Children);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Children);

    private static ValueList<Predicate> Continue(Predicate operand) =>
        operand is Or { Parentheses: 0 }
            ?
            [
                operand.Children[0].Documented(operand.Documentation.Then(operand.Children[0].Documentation)),
                .. operand.Children.Skip(1),
            ]
            : [operand];
}
