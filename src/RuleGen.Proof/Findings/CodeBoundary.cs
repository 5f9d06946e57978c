using RuleGen.Model;

namespace RuleGen.Proof.Findings;

/// <summary>A way in which a pattern could match across two codes of a list.</summary>
/// <param name="Pattern">The pattern, without NOT.</param>
/// <param name="Separator">What stands between the two codes.</param>
/// <param name="End">What the first code must match: the pattern up to a place.</param>
/// <param name="Start">What the second code must match: the pattern from where the separator has brought it.</param>
/// <param name="Codes">What each of the two must be to be a code.</param>
internal sealed record CodeBoundary(Like Pattern, string Separator, Like End, Like Start, ValueList<Predicate> Codes)
{
    /// <summary>All that is asked.</summary>
    public IEnumerable<Predicate> Predicates => [Pattern, End, Start, .. Codes];

    /// <summary>Every way; none where values carry blanks up to a fixed length, which no code does.</summary>
    public static IEnumerable<CodeBoundary> Of(Like like)
    {
        var column = (ColumnReference)like.Operand;
        if (
            column.Column.List is not { } list
            || like.Pattern.MatchesNothing
            || column.Type is CharacterType { IsFixedLength: true }
        )
        {
            yield break;
        }

        var codes = ConditionsOf(column, list).ToValueList();
        var pattern = Like.Of(column, like.PatternText, like.Escape);
        var elements = like.Pattern.Elements;
        foreach (var separator in list.Separators)
        {
            for (var place = 1; place < elements.Count; place++)
            {
                if (Part(like, elements.Take(elements[place] is AnyRun ? place + 1 : place)) is not { } end)
                {
                    continue;
                }

                foreach (var next in After(elements, place, separator, like.Rules))
                {
                    if (Part(like, elements.Skip(next)) is { } start)
                    {
                        yield return new CodeBoundary(pattern, separator, end, start, codes);
                    }
                }
            }
        }
    }

    /// <summary>
    /// A code is of the list's shape, has no separator in it, and no blank at its end: LIKE could ignore one there
    /// (rule 1.24), but not in the middle of a list.
    /// </summary>
    private static IEnumerable<Predicate> ConditionsOf(ColumnReference column, CodeList list)
    {
        if (list.IsItem(column.Column) is { } isItem)
        {
            yield return isItem;
        }

        yield return Comparison.Of(column, ComparisonOperator.NotEqual, StringLiteral.Of(""));
        yield return Like.Of(column, StringLiteral.Of("% "), isNegated: true);
        foreach (var separator in list.Separators.Where(separator => separator.Length > 0))
        {
            var inside = separator
                .Select(character => (LikeElement)new LiteralCharacter(character))
                .Prepend(new AnyRun())
                .Append(new AnyRun());
            if (PatternText.ToLike(column, inside, Like.Of(column, StringLiteral.Of("%")), isNegated: true) is { } free)
            {
                yield return free;
            }
        }
    }

    /// <summary>The places of a pattern that a text can bring it to from another.</summary>
    private static IEnumerable<int> After(ValueList<LikeElement> elements, int place, string text, CharacterRules rules)
    {
        var reached = Closure(elements, [place]);
        foreach (var character in text)
        {
            reached = Closure(
                elements,
                reached
                    .Where(at => at < elements.Count)
                    .SelectMany(at =>
                        elements[at] is AnyRun ? [at]
                        : Fits(elements[at], character, rules) ? [at + 1]
                        : (int[])[]
                    )
            );
        }

        return reached.Where(at => at < elements.Count);
    }

    /// <summary>A run can also be empty.</summary>
    private static SortedSet<int> Closure(ValueList<LikeElement> elements, IEnumerable<int> places)
    {
        var reached = new SortedSet<int>();
        foreach (var place in places)
        {
            for (var at = place; reached.Add(at) && at < elements.Count && elements[at] is AnyRun; at++) { }
        }

        return reached;
    }

    private static bool Fits(LikeElement element, char character, CharacterRules rules) =>
        element switch
        {
            LiteralCharacter literal => rules.AreEqual(literal.Character, character),
            CharacterSet set => set.Matches(character, rules),
            _ => true,
        };

    private static Like? Part(Like like, IEnumerable<LikeElement> elements) =>
        PatternText.ToLike(like.Operand, elements, like, isNegated: false);
}
