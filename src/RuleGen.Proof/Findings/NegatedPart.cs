using RuleGen.Model;

namespace RuleGen.Proof.Findings;

/// <summary>
/// A part of a condition that asks for the opposite of what its clauses name, all of them about the same columns: a
/// predicate, or neighbours among the operands of one AND or OR. Where the columns are NULL, it is UNKNOWN.
/// </summary>
/// <param name="Sites">The predicate, or the neighbours in the order of the text.</param>
/// <param name="Columns">The columns, by name; all of them may be NULL.</param>
internal sealed record NegatedPart(IReadOnlyList<Site> Sites, ValueList<Column> Columns)
{
    /// <summary>Its simple predicates.</summary>
    public IEnumerable<Site> Clauses => Sites.SelectMany(site => site.Clauses);

    /// <summary>Whether its condition comes nearer to TRUE where it is TRUE, not where it is FALSE.</summary>
    public bool NeedsTrue => Sites[0].NeedsTrue;

    /// <summary>It as one predicate.</summary>
    public Predicate Predicate =>
        Sites is [var single]
            ? single.Predicate
            : Join(Sites[0].Parent!.Predicate is And, [.. Sites.Select(site => site.Predicate)]);

    /// <summary>The numbers of its clauses: <c>3</c> or <c>3 to 5</c>.</summary>
    public string Numbers =>
        Clauses.Count() == 1
            ? FormattableString.Invariant($"{Sites[0].Numbers.First}")
            : FormattableString.Invariant($"{Sites[0].Numbers.First} to {Sites[^1].Numbers.Last}");

    /// <summary>In words: <c>arm 1, clauses 3 to 5</c>.</summary>
    public string Name =>
        Sites is [var single] ? single.Name : FormattableString.Invariant($"{Sites[0].Path}, clauses {Numbers}");

    /// <summary>The parts of a condition, in the order of the text, each as large as can be.</summary>
    public static IEnumerable<NegatedPart> Of(Site site)
    {
        if (ColumnsOf(site) is { } columns)
        {
            return [new NegatedPart([site], columns)];
        }

        var parts = new List<NegatedPart>();
        foreach (var child in site.Children)
        {
            if (ColumnsOf(child) is not { } own)
            {
                parts.AddRange(Of(child));
            }
            else if (
                parts is [.., { Sites: [.., var last] } before]
                && before.Columns.Equals(own)
                && last.Parent == site
                && site.Children[last.Path.Steps[^1] + 1] == child
            )
            {
                parts[^1] = before with { Sites = [.. before.Sites, child] };
            }
            else
            {
                parts.Add(new NegatedPart([child], own));
            }
        }

        return parts;
    }

    /// <summary>It with NULL let pass: <c>x NOT LIKE 'a%' OR x IS NULL</c>, in parentheses.</summary>
    public Predicate LetNullPass()
    {
        var isNull = Columns
            .Select(column => (Predicate)NullTest.Of(Reference(column), isNegated: !NeedsTrue))
            .ToValueList();
        var test = isNull is [var single] ? single : Join(NeedsTrue, isNull).Grouped();
        var own = Predicate is And or Or && Predicate.Parentheses == 0 ? Predicate.Grouped() : Predicate;
        IEnumerable<Predicate> operands =
            Sites.Count > 1 && Predicate is And == !NeedsTrue
                ? Predicate.Children
                : [own.Documented(Documentation.None)];
        return Join(!NeedsTrue, [.. operands, test]).Grouped();
    }

    /// <summary>The columns of a predicate whose clauses are all negated and about them; null for another.</summary>
    private static ValueList<Column>? ColumnsOf(Site site)
    {
        if (site.Children.Count > 0)
        {
            var all = site.Children.Select(ColumnsOf).Distinct().ToList();
            return all is [var columns] ? columns : null;
        }

        return
            site.Predicate is Like or Comparison or ColumnComparison or Between or In
            && !Positive.IsNeeded(site)
            && site.Predicate.MayBeUnknown
            && site.Predicate.NamedColumns.All(column => column.IsNullable)
            ? site.Predicate.NamedColumns.OrderBy(column => column.Name, StringComparer.Ordinal).ToValueList()
            : null;
    }

    private static Predicate Join(bool isAnd, ValueList<Predicate> predicates) =>
        isAnd ? And.Of(predicates) : Or.Of(predicates);

    /// <summary>A column as the part writes it.</summary>
    private ColumnReference Reference(Column column) =>
        Clauses
            .SelectMany(site => site.Predicate.Scalars)
            .SelectMany(Positive.References)
            .First(reference => reference.Column == column);
}
