using RuleGen.Languages;

namespace RuleGen.Engine.Columnar;

/// <summary>The automaton of one fact, as a part of a <see cref="MatchingAutomaton"/>.</summary>
internal sealed class MatchingPart
{
    private readonly Automaton _automaton;
    private readonly bool[] _isSink;
    private readonly bool _restarts;

    /// <param name="fact">The number of the fact.</param>
    /// <param name="automaton">The automaton.</param>
    /// <param name="canRestart">
    /// Whether it may start again once the fact is settled. It does where its start can be reached again, as that of a
    /// search for a pattern anywhere; what looks at certain places of a text only, stays settled.
    /// </param>
    public MatchingPart(int fact, Automaton automaton, bool canRestart)
    {
        Fact = fact;
        _automaton = automaton;
        _isSink = new bool[automaton.StateCount];
        for (var state = 0; state < _isSink.Length; state++)
        {
            _isSink[state] = Letters.All(letter => automaton.Next(state, letter) == state);
        }

        _restarts = canRestart && !_isSink[0] && ReachesStartAgain();
    }

    /// <summary>The number of the fact.</summary>
    public int Fact { get; }

    private IEnumerable<int> Letters => Enumerable.Range(0, _automaton.Alphabet.ClassCount);

    /// <summary>Whether a text that ends in a state is accepted.</summary>
    public bool Accepts(int state) => _automaton.Accepts(state);

    /// <summary>The next state, and whether the fact is settled with this step and the automaton starts again.</summary>
    public int Step(int state, int letter, out bool? settled)
    {
        settled = null;
        var next = _automaton.Next(state, letter);
        if (!_restarts || !_isSink[next])
        {
            return next;
        }

        var restarted = _automaton.Next(0, letter);
        if (_isSink[state] || _isSink[restarted])
        {
            return next;
        }

        settled = _automaton.Accepts(next);
        return restarted;
    }

    private bool ReachesStartAgain()
    {
        var seen = new bool[_isSink.Length];
        var open = new Stack<int>([0]);
        while (open.TryPop(out var state))
        {
            foreach (var letter in Letters)
            {
                var next = _automaton.Next(state, letter);
                if (next == 0)
                {
                    return true;
                }

                if (!seen[next])
                {
                    seen[next] = true;
                    open.Push(next);
                }
            }
        }

        return false;
    }
}
