using System.Runtime.InteropServices;

namespace RuleGen.Languages;

/// <summary>What a search for a text came to.</summary>
/// <param name="IsOver">Whether it ended; otherwise nothing is known.</param>
/// <param name="Text">The text found; null where there is none.</param>
internal readonly record struct SearchResult(bool IsOver, string? Text)
{
    /// <summary>The search was given up.</summary>
    public static SearchResult Unknown { get; }

    /// <summary>There is no text.</summary>
    public static SearchResult None { get; } = new(true, null);
}

/// <summary>What a search looks at first.</summary>
internal enum SearchOrder
{
    /// <summary>The shortest texts: the one found is among them.</summary>
    Shortest,

    /// <summary>What takes the fewest letters until a text is in each set, added up.</summary>
    NearestToAll,

    /// <summary>What is in most sets, then what takes the fewest letters until a text is in one more.</summary>
    NearestToOneMore,
}

/// <summary>
/// Looks for a text that is in several sets, without making the set of all such texts: the sets are read side by side,
/// and only what a search comes to is ever made.
/// </summary>
internal sealed class WordSearch
{
    private readonly Alphabet _alphabet;
    private readonly Walker[] _walkers;
    private readonly int _maximumLength;
    private readonly SearchOrder _order;
    private readonly Dictionary<NumberList, int> _numbers = [];
    private readonly List<Node> _nodes = [];
    private readonly PriorityQueue<int, long> _queue = new();
    private readonly List<int>[] _targets;
    private long _steps;

    private WordSearch(Alphabet alphabet, Walker[] walkers, int maximumLength, SearchOrder order, long steps)
    {
        _alphabet = alphabet;
        _walkers = walkers;
        _maximumLength = maximumLength;
        _order = order;
        _steps = steps;
        _targets = [.. walkers.Select(_ => new List<int>())];
    }

    /// <summary>Looks for a text of at most so many letters.</summary>
    /// <param name="alphabet">The letters.</param>
    /// <param name="walkers">The sets.</param>
    /// <param name="maximumLength">The most letters.</param>
    /// <param name="order">What is looked at first.</param>
    /// <param name="steps">How much may be done: one step is one letter read in one set.</param>
    public static SearchResult Find(
        Alphabet alphabet,
        Walker[] walkers,
        int maximumLength,
        SearchOrder order,
        long steps
    ) => new WordSearch(alphabet, walkers, maximumLength, order, steps).Find();

    private SearchResult Find()
    {
        for (var i = 0; i < _walkers.Length; i++)
        {
            if (_walkers[i].Starts is [])
            {
                return SearchResult.None;
            }

            _targets[i].AddRange(_walkers[i].Starts);
        }

        AddTargets(parent: -1, letter: -1);
        while (_queue.TryDequeue(out var number, out _))
        {
            var node = _nodes[number];
            if (node.IsDone)
            {
                continue;
            }

            node.IsDone = true;
            if (IsAccepted(node.States))
            {
                return new SearchResult(true, TextOf(number));
            }

            for (var letter = 0; letter < _alphabet.ClassCount; letter++)
            {
                _steps -= _walkers.Length;
                if (Step(node.States, letter))
                {
                    AddTargets(number, letter);
                }
            }

            if (_walkers.Sum(walker => walker.Effort) > _steps)
            {
                return SearchResult.Unknown;
            }
        }

        return SearchResult.None;
    }

    /// <summary>Reads a letter in every set; false where one of them then holds no text any more.</summary>
    private bool Step(int[] states, int letter)
    {
        for (var i = 0; i < _walkers.Length; i++)
        {
            _targets[i].Clear();
            _walkers[i].Step(states[i], letter, _targets[i]);
            if (_targets[i] is [] || (_targets[i] is [var only] && _walkers[i].Distance(only) == int.MaxValue))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Adds every choice of one target for each set.</summary>
    private void AddTargets(int parent, int letter)
    {
        var choice = new int[_walkers.Length];
        while (true)
        {
            var states = new int[_walkers.Length];
            for (var i = 0; i < states.Length; i++)
            {
                states[i] = _targets[i][choice[i]];
            }

            _steps -= states.Length;
            Add(states, parent, letter);
            var place = 0;
            while (place < choice.Length && ++choice[place] == _targets[place].Count)
            {
                choice[place++] = 0;
            }

            if (place == choice.Length || _steps < 0)
            {
                return;
            }
        }
    }

    private void Add(int[] states, int parent, int letter)
    {
        var depth = parent < 0 ? 0 : _nodes[parent].Depth + 1;
        var (longest, nearest, left) = (0, int.MaxValue, 0);
        var (sum, guessed) = (0L, 0L);
        for (var i = 0; i < states.Length; i++)
        {
            var distance = _walkers[i].Distance(states[i]);
            longest = Math.Max(longest, distance);
            if (_walkers[i].IsGuessing)
            {
                guessed += distance;
            }
            else if (distance > 0)
            {
                nearest = Math.Min(nearest, distance);
                sum += distance;
                left++;
            }
        }

        if (longest > _maximumLength - depth)
        {
            return;
        }

        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(
            _numbers,
            new NumberList(states),
            out var known
        );
        if (!known)
        {
            number = _nodes.Count;
            _nodes.Add(new Node(states, parent, letter, depth));
        }
        else if (_nodes[number].Depth <= depth)
        {
            return;
        }

        // Where it was come to by fewer letters, more can follow than before.
        var node = _nodes[number];
        (node.Parent, node.Letter, node.Depth, node.IsDone) = (parent, letter, depth, false);
        _queue.Enqueue(
            number,
            _order switch
            {
                SearchOrder.Shortest => ((long)(depth + longest) << 32) + sum + guessed,
                SearchOrder.NearestToAll => ((sum + guessed) << 24) + depth,

                // A guess where the last letters begin is made last.
                _ => left == 0 ? guessed : ((long)left << 48) + ((long)nearest << 32) + sum + int.MaxValue - guessed,
            }
        );
    }

    private bool IsAccepted(int[] states)
    {
        for (var i = 0; i < states.Length; i++)
        {
            if (!_walkers[i].Accepts(states[i]))
            {
                return false;
            }
        }

        return true;
    }

    private string TextOf(int number)
    {
        var letters = new List<char>();
        for (var node = _nodes[number]; node.Parent >= 0; node = _nodes[node.Parent])
        {
            letters.Add(_alphabet.Representative(node.Letter));
        }

        letters.Reverse();
        return new string([.. letters]);
    }

    private sealed class Node(int[] states, int parent, int letter, int depth)
    {
        public int[] States { get; } = states;

        public int Parent { get; set; } = parent;

        public int Letter { get; set; } = letter;

        public int Depth { get; set; } = depth;

        public bool IsDone { get; set; }
    }
}
