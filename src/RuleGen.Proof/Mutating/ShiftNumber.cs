using System.Globalization;
using RuleGen.Model;

namespace RuleGen.Proof.Mutating;

/// <summary>
/// <c>BETWEEN 19 AND 120</c> ⇒ <c>BETWEEN 18 AND 120</c> or <c>20</c>; in comparisons, IN, ISNULL and COALESCE too. A date or
/// a decimal is shifted by the least that its column tells apart.
/// </summary>
internal sealed class ShiftNumber : ScalarOperator
{
    public override string Name => "shift a number by one";

    protected override IEnumerable<Edit<Scalar>> Edits(Scalar scalar) =>
        scalar is TypedLiteral typed ? Shift(typed)
        : scalar is IntegerLiteral { Value: var value }
            ? new[] { value == long.MinValue ? value : value - 1, value == long.MaxValue ? value : value + 1 }
                .Where(shifted => shifted != value)
                .Select(shifted => new Edit<Scalar>(
                    IntegerLiteral.Of(shifted),
                    string.Create(CultureInfo.InvariantCulture, $"{value} as {shifted}")
                ))
        : [];

    private static IEnumerable<Edit<Scalar>> Shift(TypedLiteral literal)
    {
        var type = (OrderedType)literal.Type;
        return new[] { literal.Units - 1, literal.Units + 1 }
            .Where(type.Holds)
            .Select(units => new Edit<Scalar>(
                type.Literal(units),
                $"{type.Value(literal.Units)} as {type.Value(units)}"
            ));
    }
}
