using RuleGen.Model;

namespace RuleGen.TSql;

/// <summary>Where published text and the fragments written from its model part.</summary>
/// <param name="PublishedPosition">The place in the published text; null is after its end.</param>
/// <param name="Published">The token there.</param>
/// <param name="WrittenPosition">The place in the fragments; null is after their end.</param>
/// <param name="Written">The token there.</param>
public sealed record TextDifference(
    TextPosition? PublishedPosition,
    string? Published,
    TextPosition? WrittenPosition,
    string? Written
)
{
    /// <summary><c>published text 3:5 has 'x', the fragment 4:1 has 'y'</c>.</summary>
    public override string ToString() =>
        Describe("published text", PublishedPosition, Published)
        + ", "
        + Describe("the fragment", WrittenPosition, Written);

    private static string Describe(string what, TextPosition? position, string? token) =>
        position is { } place
            ? FormattableString.Invariant($"{what} {place.Line}:{place.Column} has '{token}'")
            : $"{what} ends";
}
