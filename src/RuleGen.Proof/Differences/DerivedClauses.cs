using RuleGen.Model;

namespace RuleGen.Proof.Differences;

/// <summary>
/// Clauses that say what an edit of a clause changed: for <c>x LIKE 'V38[23456]%'</c> that became
/// <c>x LIKE 'V38[2345]%'</c>, <c>x LIKE 'V386%'</c>. They only make descriptions shorter; each is checked before it
/// is used.
/// </summary>
internal static class DerivedClauses
{
    /// <summary>Beyond so many edited clauses nobody reads what becomes of each.</summary>
    private const int MostEdits = 40;

    /// <summary>What may be said of the difference of two codings' clauses, beyond the clauses themselves.</summary>
    public static IReadOnlyList<Predicate> Of(Coding old, Coding @new)
    {
        var (onlyOld, onlyNew) = Edits(old, @new);
        var derived = onlyOld
            .Take(MostEdits)
            .SelectMany(_ => onlyNew.Take(MostEdits), Differences)
            .SelectMany(pair => pair)
            .ToList();
        var shortened = onlyOld.Concat(onlyNew).Concat(derived).OfType<Like>().Select(WithoutLeft);
        return [.. derived.Concat(shortened.OfType<Predicate>()).Distinct()];
    }

    /// <summary>The clauses that only one of two codings has.</summary>
    public static (IReadOnlyList<Predicate> OnlyOld, IReadOnlyList<Predicate> OnlyNew) Edits(Coding old, Coding @new)
    {
        var (oldClauses, newClauses) = (Clauses(old), Clauses(@new));
        return (
            [.. oldClauses.Where(clause => !newClauses.Contains(clause))],
            [.. newClauses.Where(clause => !oldClauses.Contains(clause))]
        );
    }

    private static HashSet<Predicate> Clauses(Coding coding) => [.. coding.Clauses.Select(clause => clause.Predicate)];

    private static IEnumerable<Predicate> Differences(Predicate one, Predicate other) =>
        (one, other) switch
        {
            (Like left, Like right) when left.Operand == right.Operand => PatternDifference
                .Between(left, right)
                .Concat(PatternDifference.Between(right, left)),
            (In or Comparison, In or Comparison)
                when Literal.OperandOf(one) == Literal.OperandOf(other)
                    && Items(one) is { } left
                    && Items(other) is { } right => ItemDifference(one, left, right)
                .Concat(ItemDifference(one, right, left)),
            (Any { Condition: { } left } any, Any { Condition: { } right } alike) when any.List == alike.List =>
                Differences(left, right).Select(condition => Any.Of(any.List, condition)),
            _ => [],
        };

    private static IEnumerable<Predicate> ItemDifference(Predicate clause, List<Scalar> items, List<Scalar> others)
    {
        var rest = items.Where(item => !others.Contains(item)).Distinct().ToValueList();
        return rest.Count == 0 ? []
            : rest.Count == 1 ? [Comparison.Of(Literal.OperandOf(clause), ComparisonOperator.Equal, rest[0])]
            : [In.Of(Literal.OperandOf(clause), rest)];
    }

    private static List<Scalar>? Items(Predicate predicate) =>
        predicate switch
        {
            In membership => [.. membership.Items],
            Comparison { Operator: ComparisonOperator.Equal or ComparisonOperator.NotEqual } comparison =>
            [
                comparison.Literal,
            ],
            _ => null,
        };

    /// <summary>
    /// <c>c LIKE 'V38%'</c> for <c>LEFT(c, 3) LIKE '%V38%'</c>; null where the pattern does not fill what LEFT takes.
    /// </summary>
    private static Predicate? WithoutLeft(Like like)
    {
        if (
            like is not { Operand: EdgeFunction { IsLeft: true, Operand: ColumnReference column } left, Escape: null }
            || like.Pattern.MatchesNothing
        )
        {
            return null;
        }

        var elements = like.Pattern.Elements.SkipWhile(element => element is AnyRun).ToList();
        var end = elements.FindLastIndex(element => element is not AnyRun) + 1;
        var text = PatternDifference.Write(elements.Take(end));
        return end == left.Length && !elements.Take(end).Any(element => element is AnyRun) && text is not null
            ? Like.Of(column, StringLiteral.Of(text + "%", like.PatternText.IsUnicode), isNegated: like.IsNegated)
            : null;
    }
}
