namespace RuleGen.Model;

/// <summary>
/// What predicates ask of one column of a list's items: in conditions on items, and of columns that are made of it. Each is
/// rewritten over one column, for those who look for values of it.
/// </summary>
public static class ItemClauses
{
    /// <summary>The simple predicates within one that are about a column of a list's items, over another column.</summary>
    /// <param name="predicate">The predicate, about a row.</param>
    /// <param name="list">The list.</param>
    /// <param name="item">The column of its items.</param>
    /// <param name="over">The column to write them over, of the same type.</param>
    public static IEnumerable<Predicate> Of(Predicate predicate, Column list, Column item, Column over)
    {
        return predicate
            .SelfAndDescendants()
            .SelectMany(part =>
                part is Any any
                    ? IsSame(any.List, list)
                        ? any.Conditions.SelectMany(condition => condition.SelfAndDescendants()).Where(IsAboutItem)
                        : []
                    : new[] { part }.Where(IsMadeOfItem)
            )
            .Where(part => part.Children.Count == 0)
            .Select(part => Rewrite(part, over))
            .OfType<Predicate>();

        bool IsAboutItem(Predicate part) => ColumnsOf(part).Any(column => IsSame(column, item));

        bool IsMadeOfItem(Predicate part) =>
            ColumnsOf(part)
                .Any(column => column.Derivation is { } made && IsSame(made.List, list) && IsSame(made.Item, item));
    }

    private static IEnumerable<Column> ColumnsOf(Predicate predicate) =>
        predicate.Scalars.SelectMany(scalar => scalar.Columns);

    private static bool IsSame(Column one, Column other) => SqlName.Comparer.Equals(one.Name, other.Name);

    private static Predicate? Rewrite(Predicate predicate, Column over)
    {
        try
        {
            return CodingBinder.Replace(new Coding([], null, predicate), _ => over).Exclusions;
        }
        catch (RuleGenException)
        {
            // It reads columns of several types, of which one column stands for all.
            return null;
        }
    }
}
