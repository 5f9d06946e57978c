namespace RuleGen.Model;

/// <summary>
/// <c>a AND NOT b</c> ⇒ <c>(NOT a OR x IS NULL) OR b</c>: a condition that is TRUE for the rows for which another is FALSE or
/// UNKNOWN, as nothing in T-SQL says in one word (rules 5.2, 5.4, 5.14).
/// </summary>
public static class Untrue
{
    /// <summary>TRUE where a condition is FALSE or UNKNOWN; else FALSE.</summary>
    public static Predicate Of(Predicate condition) => Opposed(condition, wanted: true);

    /// <summary>TRUE where a condition is not the truth that is wanted; else FALSE.</summary>
    private static Predicate Opposed(Predicate condition, bool wanted) =>
        condition switch
        {
            Not not => Opposed(not.Operand, !wanted),
            And => Join(condition, wanted, isAll: !wanted),
            Or => Join(condition, wanted, isAll: wanted),
            _ => OfSimple(condition.Documented(Documentation.None) with { Parentheses = 0 }, wanted),
        };

    private static Predicate Join(Predicate connective, bool wanted, bool isAll)
    {
        var parts = connective.Children.Select(child => Opposed(child, wanted)).ToValueList();
        return isAll ? And.Of(parts) : Or.Of(parts);
    }

    /// <summary>A simple condition is UNKNOWN where an expression in it is NULL (rule 5.1).</summary>
    private static Predicate OfSimple(Predicate condition, bool wanted)
    {
        var opposite = wanted ? Not.Of(condition) : condition;
        var nulls = condition.MayBeUnknown
            ? condition
                .Scalars.Where(scalar => scalar.Columns.Any(column => column.IsNullable))
                .Select(scalar => (Predicate)NullTest.Of(scalar))
                .ToValueList()
            : [];
        return nulls.Count == 0 ? opposite : Or.Of([opposite, .. nulls]);
    }
}
