using RuleGen.Model;

namespace RuleGen.TSql.Read;

/// <summary>
/// One coding of the queries of a UNION, of which no row is in two: it keeps the rows that any of them keeps, and gives each
/// what its query gives it.
/// </summary>
internal static class UnionCoding
{
    /// <summary>The condition of the rows that a coding keeps.</summary>
    public static Predicate KeptBy(Coding coding) => coding.Exclusions ?? ConstantComparison.AlwaysTrue;

    /// <summary>The coding of queries that give every row that they keep the same.</summary>
    /// <param name="codings">Those of the queries, at least one.</param>
    public static Coding Merge(ValueList<Coding> codings) =>
        codings is [var only]
            ? only
            : new Coding(
                codings[0].Arms,
                codings[0].Else,
                Join(codings.Select(KeptBy), Or.Of, predicate => predicate is Or)
            );

    /// <summary>The coding of queries of which no row is in two.</summary>
    /// <param name="codings">Those of the queries, at least one.</param>
    /// <exception cref="RuleGenException">RG0001: their labels differ in type.</exception>
    public static Coding Of(ValueList<Coding> codings)
    {
        if (codings is [var only])
        {
            return only;
        }

        var arms = codings.SelectMany(Arms).ToValueList();
        var kept = Join(codings.Select(KeptBy), Or.Of, predicate => predicate is Or);
        return new Coding(arms, otherwise: null, kept);
    }

    /// <summary>
    /// The arms of a query, each for its own rows alone. Its ELSE is a last one; where it has none, its rows get NULL, as
    /// they do when no arm of another query is theirs.
    /// </summary>
    private static IEnumerable<CaseArm> Arms(Coding coding)
    {
        var kept = KeptBy(coding);
        foreach (var arm in coding.Arms)
        {
            var when =
                arm.When == ConstantComparison.AlwaysTrue
                    ? kept
                    : Join([kept, arm.When], And.Of, predicate => predicate is And);
            yield return new CaseArm(when, arm.Then) { Documentation = arm.Documentation, Position = arm.Position };
        }

        if (coding.Else is { } otherwise)
        {
            yield return new CaseArm(kept, otherwise) { Documentation = coding.ElseDocumentation };
        }
    }

    /// <summary>Predicates under one connective: what has the same is continued, and what has another is in parentheses.</summary>
    private static Predicate Join(
        IEnumerable<Predicate> predicates,
        Func<ValueList<Predicate>, Predicate> make,
        Func<Predicate, bool> isSame
    ) =>
        make([
            .. predicates.SelectMany(predicate =>
                predicate.Parentheses > 0 || predicate is not (And or Or) ? [predicate]
                : isSame(predicate) ? predicate.Children
                : [predicate.Grouped()]
            ),
        ]);
}
