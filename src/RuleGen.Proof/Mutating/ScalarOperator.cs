using RuleGen.Model;

namespace RuleGen.Proof.Mutating;

/// <summary>Makes mistakes in the expressions of simple predicates, at any depth.</summary>
internal abstract class ScalarOperator : PredicateOperator
{
    protected override IEnumerable<Edit<Predicate>> Edits(Predicate predicate) =>
        predicate switch
        {
            Like like => Rebuild(like.Operand, with => Like.Of(with, like.PatternText, like.Escape, like.IsNegated)),
            Comparison comparison =>
            [
                .. Rebuild(comparison.Left, with => Comparison.Of(with, comparison.Operator, comparison.Right)),
                .. Rebuild(comparison.Right, with => Comparison.Of(comparison.Left, comparison.Operator, with)),
            ],
            Between between =>
            [
                .. Rebuild(between.Operand, with => Between.Of(with, between.Low, between.High, between.IsNegated)),
                .. Rebuild(between.Low, with => Between.Of(between.Operand, with, between.High, between.IsNegated)),
                .. Rebuild(between.High, with => Between.Of(between.Operand, between.Low, with, between.IsNegated)),
            ],
            In membership =>
            [
                .. Rebuild(membership.Operand, with => In.Of(with, membership.Items, membership.IsNegated)),
                .. membership.Items.SelectMany(
                    (item, place) =>
                        Rebuild(
                            item,
                            with =>
                                In.Of(membership.Operand, Replace(membership.Items, place, with), membership.IsNegated)
                        )
                ),
            ],
            NullTest test => Rebuild(test.Operand, with => NullTest.Of(with, test.IsNegated)),
            _ => [],
        };

    /// <summary>What may stand in an expression's place by mistake.</summary>
    protected abstract IEnumerable<Edit<Scalar>> Edits(Scalar scalar);

    /// <summary>A list with another item at a place.</summary>
    protected static ValueList<Scalar> Replace(ValueList<Scalar> items, int place, Scalar with) =>
        items.Select((item, index) => index == place ? with : item).ToValueList();

    /// <summary>A function with another argument at a place.</summary>
    private static Scalar With(Scalar function, int place, Scalar argument) =>
        function switch
        {
            EdgeFunction edge => EdgeFunction.Of(edge.IsLeft, argument, edge.Length),
            SubstringFunction substring => SubstringFunction.Of(argument, substring.Start, substring.Length),
            LetterCaseFunction letterCase => LetterCaseFunction.Of(letterCase.IsUpper, argument),
            TrimFunction trim => TrimFunction.Of(trim.IsLeft, argument),
            ReplaceFunction replace => place switch
            {
                0 => ReplaceFunction.Of(argument, replace.Sought, replace.Replacement),
                1 => ReplaceFunction.Of(replace.Operand, (StringLiteral)argument, replace.Replacement),
                _ => ReplaceFunction.Of(replace.Operand, replace.Sought, (StringLiteral)argument),
            },
            ConcatFunction concat => place == 0
                ? ConcatFunction.Of(argument, concat.Right)
                : ConcatFunction.Of(concat.Left, argument),
            IsNullFunction isNull => place == 0
                ? IsNullFunction.Of(argument, isNull.Replacement)
                : IsNullFunction.Of(isNull.Operand, argument),
            CoalesceFunction coalesce => CoalesceFunction.Of(Replace(coalesce.Operands, place, argument)),
            _ => throw new ArgumentException("It has no arguments.", nameof(function)),
        };

    private IEnumerable<Edit<Predicate>> Rebuild(Scalar scalar, Func<Scalar, Predicate> rebuild) =>
        Deep(scalar).SelectMany(edit => Edit<Predicate>.Try(() => rebuild(edit.Part()), edit.Mistake));

    /// <summary>Edits of the expression and of those within it; put together only when asked for.</summary>
    private IEnumerable<Edit<Func<Scalar>>> Deep(Scalar scalar) =>
        Edits(scalar)
            .Select(edit => new Edit<Func<Scalar>>(() => edit.Part, edit.Mistake))
            .Concat(
                scalar.Operands.SelectMany(
                    (operand, place) =>
                        Deep(operand)
                            .Select(edit => new Edit<Func<Scalar>>(
                                () => With(scalar, place, edit.Part()),
                                edit.Mistake
                            ))
                )
            );
}
