namespace RuleGen.Languages;

/// <summary>
/// A partition of states into blocks that can be split in time proportional to the states that are named.
/// </summary>
internal sealed class StatePartition
{
    private readonly int[] _states;
    private readonly int[] _places;
    private readonly List<int> _starts = [];
    private readonly List<int> _ends = [];
    private readonly List<int> _marks = [];
    private readonly List<int> _touched = [];

    /// <summary>Two blocks, or one where all states are alike: accepting states and the others.</summary>
    public StatePartition(bool[] accepts)
    {
        _states = new int[accepts.Length];
        _places = new int[accepts.Length];
        BlockOfState = new int[accepts.Length];
        var rejecting = accepts.AsSpan().Count(false);
        var (nextRejecting, nextAccepting) = (0, rejecting);
        for (var state = 0; state < accepts.Length; state++)
        {
            var place = accepts[state] ? nextAccepting++ : nextRejecting++;
            _states[place] = state;
            _places[state] = place;
        }

        Add(0, rejecting);
        Add(rejecting, accepts.Length);
    }

    /// <summary>The number of blocks.</summary>
    public int BlockCount => _starts.Count;

    /// <summary>The block of each state.</summary>
    public int[] BlockOfState { get; }

    /// <summary>The states of a block, as they are now.</summary>
    public ReadOnlySpan<int> Members(int block) => _states.AsSpan(_starts[block].._ends[block]);

    /// <summary>Names a state for the next <see cref="SplitMarked"/>.</summary>
    public void Mark(int state)
    {
        var block = BlockOfState[state];
        var boundary = _starts[block] + _marks[block];
        if (_places[state] < boundary)
        {
            return;
        }

        if (_marks[block]++ == 0)
        {
            _touched.Add(block);
        }

        var other = _states[boundary];
        var place = _places[state];
        (_states[boundary], _states[place]) = (state, other);
        (_places[state], _places[other]) = (boundary, place);
    }

    /// <summary>
    /// Splits every block that holds some but not all of the states named. The smaller part becomes a new block, which
    /// is added to a list.
    /// </summary>
    public void SplitMarked(List<int> created)
    {
        foreach (var block in _touched)
        {
            var (start, end, middle) = (_starts[block], _ends[block], _starts[block] + _marks[block]);
            _marks[block] = 0;
            if (middle == end)
            {
                continue;
            }

            var firstIsSmaller = middle - start <= end - middle;
            (_starts[block], _ends[block]) = firstIsSmaller ? (middle, end) : (start, middle);
            created.Add(BlockCount);
            Add(firstIsSmaller ? start : middle, firstIsSmaller ? middle : end);
        }

        _touched.Clear();
    }

    private void Add(int start, int end)
    {
        if (start == end)
        {
            return;
        }

        for (var place = start; place < end; place++)
        {
            BlockOfState[_states[place]] = BlockCount;
        }

        _starts.Add(start);
        _ends.Add(end);
        _marks.Add(0);
    }
}
