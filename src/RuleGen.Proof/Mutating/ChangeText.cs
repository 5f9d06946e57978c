using RuleGen.Model;

namespace RuleGen.Proof.Mutating;

/// <summary><c>'02'</c> ⇒ <c>'03'</c>, <c>'0'</c> or <c>'2'</c>, in comparisons, BETWEEN, IN, ISNULL and COALESCE.</summary>
internal sealed class ChangeText : ScalarOperator
{
    public override string Name => "change a text";

    protected override IEnumerable<Edit<Scalar>> Edits(Scalar scalar)
    {
        if (scalar is not StringLiteral literal)
        {
            return [];
        }

        var places = Enumerable.Range(0, literal.Value.Length).ToList();
        return places
            .Where(place => Neighbours.Other(literal.Value[place]) is not null)
            .Select(place => With(place, Neighbours.Other(literal.Value[place])!.Value.ToString()))
            .Concat(places.Select(place => With(place, "")));

        Edit<Scalar> With(int place, string character)
        {
            var text = string.Concat(literal.Value.AsSpan(0, place), character, literal.Value.AsSpan(place + 1));
            return new(StringLiteral.Of(text, literal.IsUnicode), $"'{literal.Value}' as '{text}'");
        }
    }
}
