using RuleGen.Model;

namespace RuleGen.Tests.Property;

/// <summary>
/// Makes conditions smaller: a connective gives way to its operands or loses one, and clauses get simpler.
/// </summary>
internal sealed class PredicateShrinker : IPredicateVisitor<IEnumerable<Predicate>>
{
    private static readonly PredicateShrinker Instance = new();

    private PredicateShrinker() { }

    public static IEnumerable<Predicate> Shrink(Predicate predicate) =>
        predicate
            .Children.Concat(predicate.Parentheses > 0 ? [predicate with { Parentheses = 0 }] : [])
            .Concat(predicate.Accept(Instance));

    public IEnumerable<Predicate> Visit(And and) => Connective(and.Children).Select(And.Of);

    public IEnumerable<Predicate> Visit(Or or) => Connective(or.Children).Select(Or.Of);

    public IEnumerable<Predicate> Visit(Not not) => Shrink(not.Operand).Select(Not.Of);

    public IEnumerable<Predicate> Visit(ConstantComparison constant) => [];

    public IEnumerable<Predicate> Visit(Any any) =>
        any.Condition is { } condition
            ? Shrink(condition).Select(smaller => Any.Of(any.List, smaller)).Prepend(Any.Of(any.List, null))
            : [];

    public IEnumerable<Predicate> Visit(NullTest test) =>
        Attempt.Each(ScalarShrinker.Shrink(test.Operand), operand => NullTest.Of(operand, test.IsNegated));

    public IEnumerable<Predicate> Visit(Like like) =>
        [
            .. Attempt.Each(
                ScalarShrinker.Shrink(like.Operand),
                operand => Like.Of(operand, like.PatternText, like.Escape, like.IsNegated)
            ),
            .. Attempt.Each(
                ScalarShrinker.Shrink(like.PatternText).OfType<StringLiteral>(),
                pattern => Like.Of(like.Operand, pattern, like.Escape, like.IsNegated)
            ),
            .. Attempt.Each(
                Simpler(like),
                flags => Like.Of(like.Operand, like.PatternText, flags.Escape, flags.IsNegated)
            ),
        ];

    public IEnumerable<Predicate> Visit(Comparison comparison) =>
        Attempt.Each(
            Attempt.OneReplaced([comparison.Left, comparison.Right], ScalarShrinker.Shrink),
            sides => Comparison.Of(sides[0], comparison.Operator, sides[1])
        );

    public IEnumerable<Predicate> Visit(ColumnComparison comparison) =>
        Attempt.Each(
            Attempt.OneReplaced([(Scalar)comparison.Left, comparison.Right], ScalarShrinker.Shrink),
            sides => ColumnComparison.Of(sides[0], comparison.Operator, sides[1])
        );

    public IEnumerable<Predicate> Visit(Between between) =>
        Attempt.Each(
            Attempt.OneReplaced([between.Operand, between.Low, between.High], ScalarShrinker.Shrink),
            parts => Between.Of(parts[0], parts[1], parts[2], between.IsNegated)
        );

    public IEnumerable<Predicate> Visit(In membership) =>
        [
            .. Attempt.Each(
                ScalarShrinker.Shrink(membership.Operand),
                operand => In.Of(operand, membership.Items, membership.IsNegated)
            ),
            .. Attempt.Each(
                Attempt
                    .OneDropped(membership.Items)
                    .Concat(Attempt.OneReplaced(membership.Items, ScalarShrinker.Shrink)),
                items => In.Of(membership.Operand, items, membership.IsNegated)
            ),
        ];

    private static IEnumerable<(StringLiteral? Escape, bool IsNegated)> Simpler(Like like) =>
        ((StringLiteral?, bool)[])
            [
                .. (like.Escape is null ? [] : ((StringLiteral?, bool)[])[(null, like.IsNegated)]),
                .. (like.IsNegated ? ((StringLiteral?, bool)[])[(like.Escape, false)] : []),
            ];

    private static IEnumerable<ValueList<Predicate>> Connective(ValueList<Predicate> children) =>
        (children.Count > 2 ? Attempt.OneDropped(children) : []).Concat(Attempt.OneReplaced(children, Shrink));
}
