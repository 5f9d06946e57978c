namespace RuleGen.Languages;

/// <summary>Reads texts letter by letter for a search that goes through many sets at once.</summary>
internal abstract class Walker
{
    /// <summary>The states before the first letter.</summary>
    public abstract IReadOnlyList<int> Starts { get; }

    /// <summary>Whether a search has to try several states for one text.</summary>
    public virtual bool IsGuessing => false;

    /// <summary>How many steps of a search it took, besides one for each letter read.</summary>
    public long Effort { get; protected set; }

    /// <summary>Adds the states after one more letter to a list.</summary>
    public abstract void Step(int state, int letter, List<int> targets);

    /// <summary>Whether a text that ends here is in the set.</summary>
    public abstract bool Accepts(int state);

    /// <summary>
    /// How many letters are to be read at least until a text is in the set; <see cref="int.MaxValue"/> where none will
    /// be. Never falls by more than one with one letter.
    /// </summary>
    public abstract int Distance(int state);
}

/// <summary>Follows an automaton that reads forwards.</summary>
internal sealed class ForwardWalker(Automaton words) : Walker
{
    private readonly int[] _distances = words.Distances;

    public override IReadOnlyList<int> Starts { get; } = [0];

    public override void Step(int state, int letter, List<int> targets) => targets.Add(words.Next(state, letter));

    public override bool Accepts(int state) => words.Accepts(state);

    public override int Distance(int state) => _distances[state];
}

/// <summary>
/// Follows a nondeterministic automaton one state at a time: a search tries each. So is one that reads backwards followed,
/// from each state in which it may end to the first.
/// </summary>
internal sealed class NfaWalker(Nfa words) : Walker
{
    public override IReadOnlyList<int> Starts => words.Starts;

    public override bool IsGuessing => true;

    public override void Step(int state, int letter, List<int> targets) => targets.AddRange(words.Next(state, letter));

    public override bool Accepts(int state) => words.Accepts(state);

    public override int Distance(int state) => words.Distances[state];
}

/// <summary>
/// Follows what a nondeterministic automaton does not accept: all its states together. Each set of states is numbered
/// when a search comes to it.
/// </summary>
internal sealed class ComplementWalker : Walker
{
    private readonly Nfa _words;
    private readonly Dictionary<NumberList, int> _numbers = [];
    private readonly List<int[]> _states = [];
    private readonly List<int> _distances = [];
    private readonly Dictionary<(int State, int Letter), int> _next = [];

    public ComplementWalker(Nfa words)
    {
        _words = words;
        Starts = [NumberOf(words.Starts)];
    }

    public override IReadOnlyList<int> Starts { get; }

    public override void Step(int state, int letter, List<int> targets)
    {
        if (!_next.TryGetValue((state, letter), out var target))
        {
            _next.Add((state, letter), target = NumberOf(_words.Next(_states[state], letter)));
            Effort += _states[state].Length;
        }

        targets.Add(target);
    }

    public override bool Accepts(int state) => _distances[state] == 0;

    public override int Distance(int state) => _distances[state];

    private int NumberOf(int[] states)
    {
        var key = new NumberList(states);
        if (!_numbers.TryGetValue(key, out var number))
        {
            _numbers.Add(key, number = _states.Count);
            _states.Add(states);
            _distances.Add(
                !states.Any(_words.Accepts) ? 0
                : states.Any(_words.IsFull) ? int.MaxValue
                : 1
            );
        }

        return number;
    }
}
