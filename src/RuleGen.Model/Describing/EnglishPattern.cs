using static RuleGen.Model.Describing.EnglishText;

namespace RuleGen.Model.Describing;

/// <summary>Says which texts a LIKE pattern fits.</summary>
internal static class EnglishPattern
{
    /// <summary>The clause that a LIKE is, or its negation.</summary>
    public static string Describe(Like like, bool isNegated)
    {
        var subject = EnglishScalars.Of(like.Operand);
        var pattern = Quote(like.PatternText.Value);
        if (WhyNothingFits(like) is { } reason)
        {
            return $"{subject.With(EnglishVerb.Fit, isNegated)} the pattern {pattern}, which nothing fits, as {reason}"
                + (isNegated ? " (true unless it is NULL)" : " (never true)");
        }

        var elements = like.Pattern.Elements;
        if (elements.Count > 0 && elements.All(element => element is AnyRun))
        {
            return $"{subject.With(EnglishVerb.Fit, isNegated)} the pattern {pattern}, which every text fits"
                + (isNegated ? " (never true)" : " (true unless it is NULL)");
        }

        var isStart = elements is not [AnyRun, ..];
        var isEnd = elements is not [.., AnyRun];
        var segments = Split(elements);
        return (segments.Count == 1 ? One(segments[0]) : Several()) + (isEnd ? Blanks(like) : "");

        string One(ValueList<LikeElement> segment) =>
            (isStart, isEnd) switch
            {
                (true, true) => Whole(subject, segment, isNegated),
                (true, false) => $"{subject.With(EnglishVerb.Start, isNegated)} {Segment(segment)}",
                (false, true) => $"{subject.With(EnglishVerb.End, isNegated)} {Segment(segment)}",
                _ => $"{subject.With(EnglishVerb.Contain, isNegated)} {Segment(segment)}",
            };

        string Several()
        {
            var isPlural = subject.IsPlural && !isNegated;
            var steps = segments.Select(
                (segment, i) =>
                {
                    var verb =
                        i == 0 && isStart ? EnglishVerb.Start
                        : i == segments.Count - 1 && isEnd ? EnglishVerb.End
                        : EnglishVerb.Contain;
                    return $"{verb.Form(isPlural, isNegated: false)} {Segment(segment)}";
                }
            );
            var all = string.Join(", and after that ", steps);
            return isNegated
                ? $"{subject.With(EnglishVerb.Be, isNegated: true)} a text that {all}"
                : $"{subject.Text}{(subject.HasComma ? "," : "")} {all}";
        }
    }

    /// <summary>Whether no text fits, so that LIKE is never TRUE (rules 1.9, 1.10, 1.13, 1.16).</summary>
    public static bool NothingFits(Like like) => WhyNothingFits(like) is not null;

    private static string? WhyNothingFits(Like like)
    {
        if (like.Pattern.MatchesNothing)
        {
            return "a set or an escape in it is not finished";
        }

        return like.Pattern.Elements.OfType<CharacterSet>().Any(set => IsEmpty(set, like.Rules))
            ? "a set in it holds no character"
            : null;
    }

    private static bool IsEmpty(CharacterSet set, CharacterRules rules) =>
        !set.IsNegated
        && set.Members.All(member => member.Last is { } last && rules.Rank(member.First) > rules.Rank(last));

    /// <summary>Whether trailing blanks of the value count (rules 1.24, 1.25).</summary>
    private static string Blanks(Like like) =>
        like.IsUnicode ? " (blanks at the end count)" : " (more blanks at the end do not matter)";

    private static string Whole(EnglishSubject subject, ValueList<LikeElement> segment, bool isNegated)
    {
        if (segment.Count == 0)
        {
            return $"{subject.With(EnglishVerb.Be, isNegated)} empty";
        }

        var verb = segment.All(element => element is LiteralCharacter) ? EnglishVerb.Be : EnglishVerb.Consist;
        return $"{subject.With(verb, isNegated)} {Segment(segment)}";
    }

    /// <summary>What stands between the <c>%</c>; a set of one character is that character.</summary>
    private static List<ValueList<LikeElement>> Split(ValueList<LikeElement> elements)
    {
        var segments = new List<ValueList<LikeElement>> { ValueList.Create<LikeElement>([]) };
        foreach (var element in elements)
        {
            if (element is AnyRun)
            {
                segments.Add([]);
            }
            else
            {
                segments[^1] = segments[^1].Add(Simplify(element));
            }
        }

        var filled = segments.Where(segment => segment.Count > 0).ToList();
        return filled.Count > 0 ? filled : [segments[0]];
    }

    private static LikeElement Simplify(LikeElement element) =>
        element is CharacterSet { IsNegated: false, Members: [{ Last: null } only] }
            ? new LiteralCharacter(only.First)
            : element;

    private static string Segment(ValueList<LikeElement> segment)
    {
        var runs = Runs(segment);
        return runs.Count == 2
            ? $"{Run(runs[0], isDense: false)} followed by {Run(runs[1], isDense: false)}"
            : string.Join(", then ", runs.Select(run => Run(run, isDense: runs.Count > 2)));
    }

    /// <summary>Neighbours that are said together: characters, and equal wildcards.</summary>
    private static List<List<LikeElement>> Runs(ValueList<LikeElement> segment)
    {
        var runs = new List<List<LikeElement>>();
        foreach (var element in segment)
        {
            var last = runs.LastOrDefault()?[0];
            if (last is not null && (element == last || (element is LiteralCharacter && last is LiteralCharacter)))
            {
                runs[^1].Add(element);
            }
            else
            {
                runs.Add([element]);
            }
        }

        return runs;
    }

    /// <param name="run">The elements.</param>
    /// <param name="isDense">Whether commas part the runs, so that they cannot part the members of a set.</param>
    private static string Run(List<LikeElement> run, bool isDense)
    {
        var noun = run.Count == 1 ? "character" : "characters";
        var counted = $"{Count(run.Count)} {noun}";
        return run[0] switch
        {
            CharacterSet { IsNegated: true } set => $"{counted} other than {Members(set, isDense)}",
            CharacterSet { Members: [{ Last: not null }] } set => $"{counted} from {Members(set, isDense)}",
            CharacterSet set when run.Count == 1 => $"one of {Members(set, isDense)}",
            CharacterSet set => $"{counted} out of {Members(set, isDense)}",
            AnyCharacter => $"any {counted}",
            _ => Value(string.Concat(run.Cast<LiteralCharacter>().Select(literal => literal.Character))),
        };
    }

    private static string Members(CharacterSet set, bool isDense)
    {
        var members = set
            .Members.Select(member =>
                member.Last is { } last
                    ? $"{Value(member.First.ToString())} to {Value(last.ToString())}"
                    : Value(member.First.ToString())
            )
            .ToList();
        var hasRange = set.Members.Any(member => member.Last is not null);
        return isDense && !hasRange ? string.Join(' ', members)
            : isDense ? List(members, "and")
            : string.Join(", ", members);
    }
}
