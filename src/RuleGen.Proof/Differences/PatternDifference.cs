using RuleGen.Model;

namespace RuleGen.Proof.Differences;

/// <summary>The patterns for what one LIKE pattern matches and another, alike but for one place, does not.</summary>
internal static class PatternDifference
{
    /// <summary>
    /// A LIKE on what a place of one pattern takes beyond the other's, where both are written in letters and digits;
    /// else none.
    /// </summary>
    public static IEnumerable<Predicate> Between(Like one, Like other)
    {
        var (elements, others) = (one.Pattern.Elements, other.Pattern.Elements);
        if (
            one.Escape is not null
            || other.Escape is not null
            || one.Pattern.MatchesNothing
            || other.Pattern.MatchesNothing
            || elements.Count != others.Count
        )
        {
            yield break;
        }

        var places = Enumerable.Range(0, elements.Count).Where(place => elements[place] != others[place]).ToList();
        if (
            places is [var only]
            && Rest(elements[only], others[only]) is { } rest
            && Write(elements.Select((element, place) => place == only ? rest : element)) is { } text
        )
        {
            yield return Like.Of(one.Operand, StringLiteral.Of(text, one.PatternText.IsUnicode));
        }
    }

    /// <summary>Elements as a pattern; null where a character would need an escape.</summary>
    public static string? Write(IEnumerable<LikeElement> elements)
    {
        var texts = elements.Select(Write).ToList();
        return texts.Contains(null) ? null : string.Concat(texts);
    }

    private static string? Write(LikeElement element) =>
        element switch
        {
            AnyRun => "%",
            AnyCharacter => "_",
            LiteralCharacter { Character: '%' or '_' or '[' } literal => $"[{literal.Character}]",
            LiteralCharacter literal => literal.Character.ToString(),
            CharacterSet { Members.Count: > 0 } set => set.Members.Select(Write).ToList() is var members
            && members.Contains(null)
                ? null
                : $"[{(set.IsNegated ? "^" : "")}{string.Concat(members)}]",
            _ => null,
        };

    private static string? Write(SetMember member) =>
        !IsPlain(member.First) || (member.Last is { } end && !IsPlain(end)) ? null
        : member.Last is { } last ? $"{member.First}-{last}"
        : member.First.ToString();

    private static LikeElement? Rest(LikeElement one, LikeElement other)
    {
        if (Members(one) is not { } members || Members(other) is not { } others)
        {
            return null;
        }

        var rest = (members.IsNegated, others.IsNegated) switch
        {
            (false, false) => members.Characters.Except(others.Characters),
            (true, true) => others.Characters.Except(members.Characters),
            (false, true) => members.Characters.Intersect(others.Characters),
            _ => [],
        };
        var characters = rest.Order().ToList();
        return characters.Count switch
        {
            0 => null,
            1 => new LiteralCharacter(characters[0]),
            _ => new CharacterSet(false, characters.Select(character => new SetMember(character)).ToValueList()),
        };
    }

    private static (bool IsNegated, IEnumerable<char> Characters)? Members(LikeElement element) =>
        element switch
        {
            LiteralCharacter literal when IsPlain(literal.Character) => (false, [literal.Character]),
            CharacterSet set when set.Members.All(IsPlain) => (set.IsNegated, set.Members.SelectMany(Expand)),
            _ => null,
        };

    /// <summary>Whether a member can be written out: one letter or digit, or a range of one kind of them.</summary>
    private static bool IsPlain(SetMember member) =>
        IsPlain(member.First) && (member.Last is not { } last || (IsPlain(last) && Kind(member.First) == Kind(last)));

    private static bool IsPlain(char character) => char.IsAsciiLetterOrDigit(character);

    private static int Kind(char character) =>
        char.IsAsciiDigit(character) ? 0
        : char.IsAsciiLetterUpper(character) ? 1
        : 2;

    private static IEnumerable<char> Expand(SetMember member)
    {
        for (var character = member.First; character <= (member.Last ?? member.First); character++)
        {
            yield return character;
        }
    }
}
