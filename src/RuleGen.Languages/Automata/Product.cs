using System.Runtime.InteropServices;

namespace RuleGen.Languages;

/// <summary>Runs two automata over the same words, side by side.</summary>
internal static class Product
{
    /// <summary>Pairs of at most so many states are numbered in an array, more in a dictionary.</summary>
    private const long LargestArray = 1 << 16;

    /// <summary>The words that are in both sets, or in either.</summary>
    /// <exception cref="TooManyStatesException">There are more reachable pairs than are allowed.</exception>
    public static Automaton Combine(Automaton left, Automaton right, bool both) =>
        TryCombine(left, right, both, int.MaxValue) ?? throw new TooManyStatesException();

    /// <summary>
    /// The words that are in both sets, or in either; null where more pairs are reachable than are allowed.
    /// </summary>
    public static Automaton? TryCombine(Automaton left, Automaton right, bool both, int maximum)
    {
        if (left.StateCount == 1 || right.StateCount == 1)
        {
            var (constant, other) = left.StateCount == 1 ? (left, right) : (right, left);
            return constant.Accepts(0) == both ? other : constant;
        }

        // Once one side decides, the other no longer matters: all such pairs are one.
        var leftSink = both ? left.DeadState : left.FullState;
        var rightSink = both ? right.DeadState : right.FullState;
        var letters = left.Alphabet.ClassCount;
        var numbers = new PairNumbers(left.StateCount, right.StateCount);
        var pairs = new List<(int Left, int Right)> { (0, 0) };
        numbers.Of(0, 0) = 1;
        var sink = -1;
        var next = new List<int>();
        for (var i = 0; i < pairs.Count; i++)
        {
            if (i == sink)
            {
                CollectionsMarshal.SetCount(next, next.Count + letters);
                CollectionsMarshal.AsSpan(next)[^letters..].Fill(sink);
                continue;
            }

            var leftTargets = left.Targets(pairs[i].Left);
            var rightTargets = right.Targets(pairs[i].Right);
            for (var letter = 0; letter < letters; letter++)
            {
                var (leftState, rightState) = (leftTargets[letter], rightTargets[letter]);
                if (leftState == leftSink || rightState == rightSink)
                {
                    if (sink < 0)
                    {
                        sink = pairs.Count;
                        pairs.Add((leftState, rightState));
                    }

                    next.Add(sink);
                    continue;
                }

                ref var number = ref numbers.Of(leftState, rightState);
                if (number == 0)
                {
                    pairs.Add((leftState, rightState));
                    if (pairs.Count > maximum || (long)pairs.Count * letters > StateLimits.Transitions)
                    {
                        return null;
                    }

                    number = pairs.Count;
                }

                next.Add(number - 1);
            }
        }

        var accepts = pairs.Select(pair =>
            both
                ? left.Accepts(pair.Left) && right.Accepts(pair.Right)
                : left.Accepts(pair.Left) || right.Accepts(pair.Right)
        );
        return Minimizer.Minimize(left.Alphabet, [.. next], [.. accepts]);
    }

    /// <summary>Whether two sets share a word of at most so many letters; explores no further than needed.</summary>
    public static bool Meet(Automaton left, Automaton right, int maximumLength)
    {
        var numbers = new PairNumbers(left.StateCount, right.StateCount);
        numbers.Of(0, 0) = 1;
        var frontier = new List<(int Left, int Right)> { (0, 0) };
        for (var length = 0; frontier.Count > 0 && length <= maximumLength; length++)
        {
            var following = new List<(int, int)>();
            foreach (var (leftState, rightState) in frontier)
            {
                if (left.Accepts(leftState) && right.Accepts(rightState))
                {
                    return true;
                }

                var leftTargets = left.Targets(leftState);
                var rightTargets = right.Targets(rightState);
                for (var letter = 0; letter < leftTargets.Length; letter++)
                {
                    var (leftTarget, rightTarget) = (leftTargets[letter], rightTargets[letter]);
                    if (leftTarget == left.DeadState || rightTarget == right.DeadState)
                    {
                        continue;
                    }

                    ref var number = ref numbers.Of(leftTarget, rightTarget);
                    if (number == 0)
                    {
                        number = 1;
                        following.Add((leftTarget, rightTarget));
                    }
                }
            }

            frontier = following;
        }

        return false;
    }

    /// <summary>A number for each pair of states; 0 until one is given.</summary>
    private readonly struct PairNumbers
    {
        private readonly int _rightCount;
        private readonly int[]? _array;
        private readonly Dictionary<long, int>? _dictionary;

        public PairNumbers(int leftCount, int rightCount)
        {
            _rightCount = rightCount;
            if ((long)leftCount * rightCount <= LargestArray)
            {
                _array = new int[leftCount * rightCount];
            }
            else
            {
                _dictionary = [];
            }
        }

        public ref int Of(int left, int right)
        {
            if (_array is not null)
            {
                return ref _array[(left * _rightCount) + right];
            }

            return ref CollectionsMarshal.GetValueRefOrAddDefault(
                _dictionary!,
                ((long)left * _rightCount) + right,
                out _
            );
        }
    }
}
