using RuleGen.Model;

namespace RuleGen.Proof.Findings;

/// <summary>A way in which a pattern could match across two codes of a list.</summary>
/// <param name="Pattern">The pattern, without NOT.</param>
/// <param name="Separator">What stands between the two codes.</param>
/// <param name="End">What the first code must match: the pattern up to a place.</param>
/// <param name="Start">What the second code must match: the pattern from where the separator has brought it.</param>
/// <param name="Codes">What each of the two must be to be a code.</param>
/// <param name="Alone">What a code must not match: the pattern without what stands before and after a list.</param>
internal sealed record CodeBoundary(
    Like Pattern,
    string Separator,
    Like End,
    Like Start,
    ValueList<Predicate> Codes,
    ValueList<Like> Alone
)
{
    /// <summary>All that is asked.</summary>
    public IEnumerable<Predicate> Predicates => [Pattern, End, Start, .. Codes, .. Alone];

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
        var firsts = Firsts(elements, list.Before, like.Rules);
        var lasts = Lasts(elements, list.After, like.Rules);
        var alone = (
            from first in firsts
            from last in lasts
            where first <= last
            select Part(like, Between(elements, first, last))
        ).ToList();
        if (alone.Contains(null))
        {
            yield break;
        }

        var matches = alone.OfType<Like>().ToValueList();

        foreach (var separator in list.Separators)
        {
            foreach (var (first, place) in firsts.SelectMany(first => Places(first, elements.Count)))
            {
                if (Part(like, Between(elements, first, place)) is not { } end)
                {
                    continue;
                }

                foreach (
                    var (next, last) in After(elements, place, separator, like.Rules)
                        .Where(next => next < elements.Count)
                        .SelectMany(next => lasts.Where(last => last >= next).Select(last => (next, last)))
                )
                {
                    if (Part(like, Between(elements, next, last)) is { } start)
                    {
                        yield return new CodeBoundary(pattern, separator, end, start, codes, matches);
                    }
                }
            }
        }
    }

    private static IEnumerable<(int First, int Place)> Places(int first, int count) =>
        Enumerable.Range(first + 1, Math.Max(count - first - 1, 0)).Select(place => (first, place));

    /// <summary>The elements between two places; a run at the last may go on over it.</summary>
    private static IEnumerable<LikeElement> Between(ValueList<LikeElement> elements, int first, int last) =>
        elements.Skip(first).Take((last < elements.Count && elements[last] is AnyRun ? last + 1 : last) - first);

    /// <summary>The places to which what stands before a list brings a pattern.</summary>
    private static List<int> Firsts(ValueList<LikeElement> elements, string before, CharacterRules rules) =>
        before.Length == 0 ? [0] : [.. After(elements, 0, before, rules)];

    /// <summary>The places from which what stands after a list brings a pattern to its end.</summary>
    private static List<int> Lasts(ValueList<LikeElement> elements, string after, CharacterRules rules) =>
        after.Length == 0
            ? [elements.Count]
            :
            [
                .. Enumerable
                    .Range(0, elements.Count + 1)
                    .Where(place => After(elements, place, after, rules).Contains(elements.Count)),
            ];

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
        foreach (
            var separator in list
                .Separators.Append(list.Before)
                .Append(list.After)
                .Where(each => each.Length > 0)
                .Distinct()
        )
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
    private static SortedSet<int> After(ValueList<LikeElement> elements, int place, string text, CharacterRules rules)
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

        return reached;
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

    /// <summary>Whether one character can stand in the place of an element.</summary>
    internal static bool Fits(LikeElement element, char character, CharacterRules rules) =>
        element switch
        {
            LiteralCharacter literal => rules.AreEqual(literal.Character, character),
            CharacterSet set => set.Matches(character, rules),
            _ => true,
        };

    private static Like? Part(Like like, IEnumerable<LikeElement> elements) =>
        PatternText.ToLike(like.Operand, elements, like, isNegated: false);
}
