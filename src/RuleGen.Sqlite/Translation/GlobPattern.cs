using RuleGen.Model;
using RuleGen.Sqlite.Collations;

namespace RuleGen.Sqlite.Translation;

/// <summary>
/// A LIKE pattern as patterns of SQLite's GLOB, which has <c>*</c>, <c>?</c> and sets, tells every two characters
/// apart, and puts code points in order: each character becomes the set of its equals, each range the list of its
/// members.
/// </summary>
internal sealed class GlobPattern
{
    /// <summary>The most patterns into which one is written out for speed.</summary>
    private const int MostAlternatives = 4;

    private readonly ValueList<GlobElement> _elements;

    private GlobPattern(ValueList<GlobElement> elements) => _elements = elements;

    /// <summary>Whether every run of characters may follow a match, so that blanks at the end change nothing.</summary>
    public bool EndsWithRun => _elements.Count > 0 && _elements[^1] is AnyGlobRun;

    /// <summary>How many characters it matches; null where that varies.</summary>
    public int? Length => _elements.OfType<AnyGlobRun>().Any() ? null : _elements.Count;

    /// <summary>How many places at its end take a blank.</summary>
    public int BlankPlacesAtEnd => _elements.Reverse().TakeWhile(element => element.TakesBlank).Count();

    /// <summary>
    /// The pattern under a collation; null where it matches no value, because it is malformed (rules 1.10, 1.16) or
    /// because a set of it is empty (rules 1.9, 1.13).
    /// </summary>
    /// <param name="pattern">The pattern, taken apart.</param>
    /// <param name="facts">The collation's facts.</param>
    /// <param name="report">Told why, where SQLite has no exact counterpart.</param>
    public static GlobPattern? From(LikePattern pattern, CollationFacts facts, Action<string> report)
    {
        var elements = pattern.Elements.Select(element => Translate(element, facts, report)).ToValueList();
        var matchesNothing =
            pattern.MatchesNothing
            || elements.Any(element => element is GlobSet { IsNegated: false, Characters.Count: 0 });
        return matchesNothing ? null : new(elements);
    }

    /// <summary>SQL that is TRUE where a text matches, UNKNOWN where it is NULL.</summary>
    public string Match(string text)
    {
        var alternatives = Alternatives().Select(pattern => $"{text} GLOB {StoredText.Quote(pattern)}").ToList();
        return alternatives is [var only] ? only : $"({string.Join(" OR ", alternatives)})";
    }

    private static GlobElement Translate(LikeElement element, CollationFacts facts, Action<string> report)
    {
        switch (element)
        {
            case AnyRun:
                return new AnyGlobRun();
            case AnyCharacter:
                return GlobSet.AnyCharacter;
            case LiteralCharacter literal:
                return new GlobSet(IsNegated: false, Equals(literal.Character, facts, report));
            case CharacterSet set:
                var members = set.Members.Select(member => Members(member, facts, report));
                return new GlobSet(set.IsNegated, CodePoints.Union(members));
            default:
                throw new InvalidOperationException($"A pattern holds {element}.");
        }
    }

    private static CodePoints Members(SetMember member, CollationFacts facts, Action<string> report)
    {
        if (member.Last is not { } last)
        {
            return Equals(member.First, facts, report);
        }

        if (facts.Range(member.First, last) is { } range)
        {
            return range;
        }

        report($"What stands between '{member.First}' and '{last}' is not in SQLite's table");
        return CodePoints.None;
    }

    private static CodePoints Equals(char character, CollationFacts facts, Action<string> report)
    {
        if (!facts.Known(CharacterUse.Equality).Contains(character))
        {
            report($"'{character}' is not in SQLite's table");
        }

        return facts.EqualTo(character);
    }

    /// <summary>
    /// The pattern, or a few that together match the same. GLOB finds a plain character after <c>*</c> about five
    /// times as fast as a set (SQLite's func.c, <c>patternCompare</c>), so <c>*[Mm]54*</c> is better written as
    /// <c>*M54*</c> or <c>*m54*</c>.
    /// </summary>
    private List<string> Alternatives()
    {
        var patterns = new List<string> { "" };
        var followsRun = false;
        foreach (var element in _elements)
        {
            var isFew =
                followsRun
                && element is GlobSet { IsNegated: false } set
                && set.Characters.Count * patterns.Count <= MostAlternatives;
            var texts = isFew
                ?
                [
                    .. ((GlobSet)element).Characters.Members.Select(point =>
                        CodePoints.Of(point).ToGlob(isNegated: false)
                    ),
                ]
                : (List<string>)[element.Text];
            patterns = [.. patterns.SelectMany(pattern => texts.Select(text => pattern + text))];
            followsRun = element is AnyGlobRun || (followsRun && element == GlobSet.AnyCharacter);
        }

        return patterns;
    }
}
