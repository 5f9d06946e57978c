using RuleGen.Model;

namespace RuleGen.Proof.Mutating;

/// <summary><c>RTRIM(x)</c> ⇒ <c>x</c>; LEFT, RIGHT, SUBSTRING, UPPER, LOWER, LTRIM, REPLACE and + too. UPPER ⇔ LOWER, LTRIM ⇔ RTRIM.</summary>
internal sealed class DropFunction : ScalarOperator
{
    public override string Name => "drop or mistake a function";

    protected override IEnumerable<Edit<Scalar>> Edits(Scalar scalar) =>
        scalar switch
        {
            EdgeFunction { IsLeft: var isLeft } edge => [new(edge.Operand, Without(isLeft ? "LEFT" : "RIGHT"))],
            SubstringFunction substring => [new(substring.Operand, Without("SUBSTRING"))],
            LetterCaseFunction { IsUpper: var isUpper } letterCase =>
            [
                new(letterCase.Operand, Without(isUpper ? "UPPER" : "LOWER")),
                new(LetterCaseFunction.Of(!isUpper, letterCase.Operand), isUpper ? "UPPER as LOWER" : "LOWER as UPPER"),
            ],
            TrimFunction { IsLeft: var isLeft } trim =>
            [
                new(trim.Operand, Without(isLeft ? "LTRIM" : "RTRIM")),
                new(TrimFunction.Of(!isLeft, trim.Operand), isLeft ? "LTRIM as RTRIM" : "RTRIM as LTRIM"),
            ],
            ReplaceFunction replace => [new(replace.Operand, Without("REPLACE"))],
            ConcatFunction concat => [new(concat.Operand, Without($"+ '{concat.Literal.Value}'"))],
            _ => [],
        };

    private static string Without(string function) => $"without {function}";
}
