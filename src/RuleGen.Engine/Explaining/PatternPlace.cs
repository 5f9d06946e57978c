using RuleGen.Engine.Evaluation;
using RuleGen.Model;

namespace RuleGen.Engine;

/// <summary>
/// Finds where in a text a pattern matches, the <c>%</c> at its ends left out: the leftmost place, and from there as little as
/// there is. In time proportional to the product of the lengths at worst.
/// </summary>
internal static class PatternPlace
{
    /// <summary>The place; null where the pattern does not match the text as it stands.</summary>
    public static (int Start, int End)? Find(Like like, ReadOnlySpan<char> text)
    {
        var parts = Parts(like.Pattern);
        var (next, start) = (0, -1);
        for (var i = 0; i < parts.Count; i++)
        {
            var part = parts[i];
            if (part.Count == 0 && i < parts.Count - 1)
            {
                // Nothing stands before the first run, or between two.
                continue;
            }

            var place =
                i == 0 ? (At(like, part, text, 0) && (parts.Count > 1 || IsEnd(like, text, part.Count)) ? 0 : -1)
                : i == parts.Count - 1 ? FindLast(like, part, text, next)
                : FindFirst(like, part, text, next);
            if (place < 0)
            {
                return null;
            }

            if (part.Count > 0)
            {
                (start, next) = (start < 0 ? place : start, place + part.Count);
            }
        }

        return start < 0 ? (0, text.Length) : (start, next);
    }

    /// <summary>What stands between the runs: the first part is at the start of the text, and the last at its end.</summary>
    private static List<List<LikeElement>> Parts(LikePattern pattern)
    {
        var parts = new List<List<LikeElement>> { new() };
        foreach (var element in pattern.Elements)
        {
            if (element is AnyRun)
            {
                parts.Add([]);
            }
            else
            {
                parts[^1].Add(element);
            }
        }

        return parts;
    }

    private static int FindFirst(Like like, List<LikeElement> part, ReadOnlySpan<char> text, int from)
    {
        for (var place = from; place + part.Count <= text.Length; place++)
        {
            if (At(like, part, text, place))
            {
                return place;
            }
        }

        return -1;
    }

    private static int FindLast(Like like, List<LikeElement> part, ReadOnlySpan<char> text, int from)
    {
        for (var place = text.Length - part.Count; place >= from && IsEnd(like, text, place + part.Count); place--)
        {
            if (At(like, part, text, place))
            {
                return place;
            }
        }

        return -1;
    }

    private static bool At(Like like, List<LikeElement> part, ReadOnlySpan<char> text, int place)
    {
        for (var i = 0; i < part.Count; i++)
        {
            if (place + i >= text.Length || !LikeMatcher.MatchesOne(part[i], text[place + i], like.Rules))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a value may be taken to end at a place (rules 1.24, 1.25).</summary>
    private static bool IsEnd(Like like, ReadOnlySpan<char> text, int place) =>
        like.IsUnicode ? place == text.Length : text[place..].TrimEnd(' ').IsEmpty;
}
