using System.Globalization;
using RuleGen.Model;

namespace RuleGen.Proof.Mutating;

/// <summary><c>ISNULL(a, b)</c> ⇒ <c>ISNULL(b, a)</c>, <c>a</c> or <c>b</c>; COALESCE too.</summary>
internal sealed class SwapNullArguments : ScalarOperator
{
    public override string Name => "swap or drop arguments of ISNULL and COALESCE";

    protected override IEnumerable<Edit<Scalar>> Edits(Scalar scalar) =>
        scalar switch
        {
            IsNullFunction isNull =>
            [
                .. Edit<Scalar>.Try(
                    () => IsNullFunction.Of(isNull.Replacement, isNull.Operand),
                    "ISNULL's arguments swapped"
                ),
                new(isNull.Operand, "ISNULL forgotten, its first argument alone"),
                new(isNull.Replacement, "ISNULL forgotten, its second argument alone"),
            ],
            CoalesceFunction coalesce => Swapped(coalesce).Concat(Dropped(coalesce)),
            _ => [],
        };

    private static IEnumerable<Edit<Scalar>> Swapped(CoalesceFunction coalesce) =>
        Enumerable
            .Range(0, coalesce.Operands.Count - 1)
            .SelectMany(place =>
            {
                var operands = coalesce.Operands.ToList();
                (operands[place], operands[place + 1]) = (operands[place + 1], operands[place]);
                return Edit<Scalar>.Try(
                    () => CoalesceFunction.Of(operands.ToValueList()),
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"COALESCE's arguments {place + 1} and {place + 2} swapped"
                    )
                );
            });

    private static IEnumerable<Edit<Scalar>> Dropped(CoalesceFunction coalesce) =>
        Enumerable
            .Range(0, coalesce.Operands.Count)
            .SelectMany(place =>
            {
                var rest = coalesce.Operands.Where((_, index) => index != place).ToValueList();
                return Edit<Scalar>.Try(
                    () => rest.Count == 1 ? rest[0] : CoalesceFunction.Of(rest),
                    string.Create(CultureInfo.InvariantCulture, $"COALESCE without its argument {place + 1}")
                );
            });
}
