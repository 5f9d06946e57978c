using RuleGen.Engine.Evaluation;
using RuleGen.Model;

namespace RuleGen.Engine;

/// <summary>Takes a text of joined codes apart, as its column declares them.</summary>
internal static class CodePlaces
{
    /// <summary>
    /// Where each code starts and ends; null where the text is none of the declared ones. Of two ways the one with longer
    /// codes first is taken.
    /// </summary>
    /// <param name="column">The column, which has a list of codes.</param>
    /// <param name="text">Its value.</param>
    public static List<(int Start, int End)>? Of(Column column, string text)
    {
        var list = column.List!;
        var end = text.TrimEnd(' ').Length;
        if (
            !text.StartsWith(list.Before, StringComparison.Ordinal)
            || !text.AsSpan(0, end).EndsWith(list.After.TrimEnd(' '), StringComparison.Ordinal)
        )
        {
            return null;
        }

        end -= list.After.TrimEnd(' ').Length;
        return end < list.Before.Length ? null : new Splitter(column, text, end).Split(list.Before.Length);
    }

    /// <summary>Splits a text from a place on; what was tried in vain is not tried again.</summary>
    private sealed class Splitter
    {
        private readonly string _text;
        private readonly int _end;
        private readonly List<Like> _items;
        private readonly List<string> _separators;
        private readonly bool[] _isVain;

        public Splitter(Column column, string text, int end)
        {
            (_text, _end) = (text, end);
            _items = column
                .List!.Items.Select(item => Like.Of(ColumnReference.Of(column), StringLiteral.Of(item)))
                .ToList();
            _separators = [.. column.List.Separators.OrderByDescending(separator => separator.Length)];
            _isVain = new bool[end + 1];
        }

        /// <summary>The codes from a place on.</summary>
        public List<(int Start, int End)>? Split(int start)
        {
            // Each step is a code and how it is followed; the last is taken back where the rest cannot be split.
            var codes = new List<(int Start, int End)>();
            var open = new Stack<IEnumerator<(int End, int Next)>>();
            open.Push(Steps(start).GetEnumerator());
            codes.Add((start, start));
            while (open.Count > 0)
            {
                if (!open.Peek().MoveNext())
                {
                    _isVain[codes[^1].Start] = true;
                    open.Pop();
                    codes.RemoveAt(codes.Count - 1);
                    continue;
                }

                var (end, next) = open.Peek().Current;
                codes[^1] = (codes[^1].Start, end);
                if (end == _end)
                {
                    return codes;
                }

                if (!_isVain[next])
                {
                    codes.Add((next, next));
                    open.Push(Steps(next).GetEnumerator());
                }
            }

            return null;
        }

        /// <summary>Where a code that starts at a place may end, and where the next starts then.</summary>
        private IEnumerable<(int End, int Next)> Steps(int start) =>
            from end in Ends(start)
            from next in end == _end ? [end] : Nexts(end)
            where next > start
            select (end, next);

        private IEnumerable<int> Nexts(int end) =>
            _separators
                .Where(separator => string.CompareOrdinal(_text, end, separator, 0, separator.Length) == 0)
                .Select(separator => end + separator.Length)
                .Where(next => next < _end);

        /// <summary>The longest first. Of codes of which nothing is known, up to the next separator.</summary>
        private IEnumerable<int> Ends(int start)
        {
            if (_items.Count > 0)
            {
                var longest = Math.Min(_end - start, _items.Max(LongestOf));
                return Enumerable
                    .Range(1, Math.Max(0, longest))
                    .Select(length => start + longest + 1 - length)
                    .Where(end => IsCode(start, end));
            }

            var separators = _separators.Where(separator => separator.Length > 0).ToList();
            if (separators.Count < _separators.Count)
            {
                return [];
            }

            var places = separators
                .Select(separator => _text.IndexOf(separator, start, StringComparison.Ordinal))
                .Where(place => place >= 0 && place < _end);
            return [places.DefaultIfEmpty(_end).Min()];
        }

        private bool IsCode(int start, int end) =>
            _items.Exists(item =>
                LikeMatcher.Matches(item.Pattern, _text.AsSpan(start, end - start), item.Rules, isUnicode: true)
            );

        /// <summary>How long a code of a pattern can be.</summary>
        private int LongestOf(Like item) =>
            item.Pattern.Elements.Any(element => element is AnyRun) ? _end : item.Pattern.Elements.Count;
    }
}
