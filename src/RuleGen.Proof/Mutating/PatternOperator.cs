using RuleGen.Model;

namespace RuleGen.Proof.Mutating;

/// <summary>Makes mistakes in LIKE patterns.</summary>
internal abstract class PatternOperator : PredicateOperator
{
    protected override IEnumerable<Edit<Predicate>> Edits(Predicate predicate)
    {
        if (predicate is not Like { Pattern.MatchesNothing: false } like)
        {
            return [];
        }

        var escape = like.Escape?.Value[0];
        return Edits(like.Pattern.Elements)
            .SelectMany(edit =>
                PatternText.Write(edit.Part, escape) is { } text
                    ? Edit<Predicate>.Try(
                        () =>
                            Like.Of(
                                like.Operand,
                                StringLiteral.Of(text, like.PatternText.IsUnicode),
                                like.Escape,
                                like.IsNegated
                            ),
                        Describe(like.PatternText.Value, text, edit.Mistake)
                    )
                    : []
            );
    }

    /// <summary>What may stand in the place of a pattern's parts by mistake; an empty mistake shows the pattern itself.</summary>
    protected abstract IEnumerable<Edit<IReadOnlyList<LikeElement>>> Edits(ValueList<LikeElement> elements);

    /// <summary>A pattern with other parts at a place; none to drop the part.</summary>
    protected static Edit<IReadOnlyList<LikeElement>> Replace(
        ValueList<LikeElement> elements,
        int place,
        string mistake,
        params LikeElement[] with
    ) => new([.. elements.Take(place), .. with, .. elements.Skip(place + 1)], mistake);

    private static string Describe(string old, string made, string mistake) =>
        mistake.Length == 0 ? $"'{old}' as '{made}'" : $"'{old}' {mistake}";
}
