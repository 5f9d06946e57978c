using System.Globalization;
using RuleGen.Model;

namespace RuleGen.Proof.Mutating;

/// <summary><c>LEFT(x, 4)</c> ⇒ <c>LEFT(x, 3)</c>, <c>LEFT(x, 5)</c> or <c>RIGHT(x, 4)</c>; SUBSTRING's start and length.</summary>
internal sealed class ChangeFunction : ScalarOperator
{
    public override string Name => "change the length or start of a function";

    protected override IEnumerable<Edit<Scalar>> Edits(Scalar scalar) =>
        scalar switch
        {
            EdgeFunction edge => new (bool IsLeft, int Length)[]
            {
                (edge.IsLeft, edge.Length - 1),
                (edge.IsLeft, edge.Length + 1),
                (!edge.IsLeft, edge.Length),
            }.SelectMany(made =>
                Edit<Scalar>.Try(
                    () => EdgeFunction.Of(made.IsLeft, edge.Operand, made.Length),
                    $"{Show(edge.IsLeft, edge.Length)} as {Show(made.IsLeft, made.Length)}"
                )
            ),
            SubstringFunction substring => new (int Start, int Length)[]
            {
                (substring.Start, substring.Length - 1),
                (substring.Start, substring.Length + 1),
                (substring.Start - 1, substring.Length),
                (substring.Start + 1, substring.Length),
            }.SelectMany(made =>
                Edit<Scalar>.Try(
                    () => SubstringFunction.Of(substring.Operand, made.Start, made.Length),
                    $"{Show(substring.Start, substring.Length)} as {Show(made.Start, made.Length)}"
                )
            ),
            _ => [],
        };

    private static string Show(bool isLeft, int length) =>
        string.Create(CultureInfo.InvariantCulture, $"{(isLeft ? "LEFT" : "RIGHT")}(…, {length})");

    private static string Show(int start, int length) =>
        string.Create(CultureInfo.InvariantCulture, $"SUBSTRING(…, {start}, {length})");
}
