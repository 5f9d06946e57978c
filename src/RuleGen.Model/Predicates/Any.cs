using RuleGen.Model.Describing;

namespace RuleGen.Model;

/// <summary>
/// Whether a row has an item of a list for which a condition is TRUE: <c>EXISTS (SELECT … WHERE condition)</c> over a
/// child table, correlated by the key. Never UNKNOWN (rule 5.18).
/// </summary>
public sealed record Any : Predicate
{
    private Any(Column list, Predicate? condition)
    {
        List = list;
        Condition = condition;
    }

    /// <summary>The list; its type is a <see cref="ListType"/>.</summary>
    public Column List { get; }

    /// <summary>What is asked of an item, over the columns of the list's items; null where any item will do.</summary>
    public Predicate? Condition { get; }

    /// <summary>How the published text writes it; null where it was not read. No part of equality.</summary>
    public AnyText? Written { get; init; }

    /// <summary>Whether an item of which every value is NULL may be one, as far as the conditions tell.</summary>
    public bool MayHoldOfNulls =>
        Condition is null || NullBehaviour.Of(Condition, ((ListType)List.Type).Columns).HasFlag(PossibleTruths.True);

    /// <inheritdoc/>
    public override bool MayBeUnknown => false;

    /// <inheritdoc/>
    public override IEnumerable<Predicate> Conditions => Condition is null ? [] : [Condition];

    /// <inheritdoc/>
    internal override IEnumerable<Column> OwnColumns => [List];

    /// <summary>
    /// An item of a list. Of numbered columns, where a position without values has no item, the condition that a value is
    /// there says nothing, and is left out.
    /// </summary>
    /// <exception cref="RuleGenException">
    /// RG0001: the column is no list, or the condition reads something else than an item's columns, compares two of them, or
    /// asks for items of another list.
    /// </exception>
    public static Any Of(Column list, Predicate? condition)
    {
        if (list.Type is not ListType type)
        {
            throw new RuleGenException(
                ErrorCodes.IllTyped,
                $"Column '{list.Name}' is {list.Type}, and no list",
                "Ask for an item of a list"
            );
        }

        foreach (var part in condition?.SelfAndDescendants() ?? [])
        {
            if (part is Any or ColumnComparison)
            {
                throw new RuleGenException(
                    ErrorCodes.IllTyped,
                    part is Any
                        ? $"A condition on an item of '{list.Name}' asks for an item of a list"
                        : $"A condition on an item of '{list.Name}' compares two of its columns",
                    "Compare the columns of an item with literals"
                );
            }

            foreach (var column in part.Scalars.SelectMany(scalar => scalar.Columns))
            {
                if (!type.ItemColumns.Contains(column))
                {
                    throw new RuleGenException(
                        ErrorCodes.IllTyped,
                        $"A condition on an item of '{list.Name}' reads '{column.Name}', which is no column of an item",
                        $"Use {string.Join(" and ", type.ItemColumns.Select(each => each.Name))}, or put the condition beside it"
                    );
                }
            }
        }

        var any = new Any(list, condition);
        return
            type.IsThere is { } isThere
            && Without(condition, isThere) is var rest
            && !Equals(rest, condition)
            && new Any(list, rest) is { MayHoldOfNulls: true } shorter
            ? shorter
            : any;
    }

    /// <summary>A condition without a conjunct; null where nothing is left.</summary>
    private static Predicate? Without(Predicate? condition, Predicate conjunct) =>
        condition == conjunct ? null
        : condition is And and
            ? and.Children.Where(child => child != conjunct).ToValueList() switch
            {
                [] => null,
                [var single] => single,
                var several => And.Of(several) with
                {
                    Documentation = and.Documentation,
                    Parentheses = and.Parentheses,
                },
            }
        : condition;

    /// <summary>The same over another condition on an item.</summary>
    /// <param name="condition">What is asked of an item; null where any will do.</param>
    /// <exception cref="RuleGenException">RG0001: as for <see cref="Of"/>.</exception>
    public Any WithCondition(Predicate? condition) =>
        Of(List, condition) with
        {
            Written = condition is null && Written is { Links.Count: 0 } ? null : Written,
            Documentation = Documentation,
            Parentheses = Parentheses,
            Position = Position,
        };

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IPredicateVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public bool Equals(Any? other) => base.Equals(other) && List == other.List && Condition == other.Condition;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), List, Condition);
}
