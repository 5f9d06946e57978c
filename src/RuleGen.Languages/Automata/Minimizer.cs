namespace RuleGen.Languages;

/// <summary>Makes a deterministic automaton minimal and canonical.</summary>
internal static class Minimizer
{
    /// <summary>The minimal automaton, states numbered breadth first, for one whose first state is 0.</summary>
    public static Automaton Minimize(Alphabet alphabet, int[] next, bool[] accepts)
    {
        var letters = alphabet.ClassCount;
        var blocks = Partition(letters, next, accepts, out var blockCount);
        var numbers = new int[blockCount];
        Array.Fill(numbers, -1);
        numbers[blocks[0]] = 0;
        var states = new int[blockCount];
        var count = 1;
        var minimalNext = new int[blockCount * letters];
        for (var i = 0; i < count; i++)
        {
            for (var letter = 0; letter < letters; letter++)
            {
                var target = next[(states[i] * letters) + letter];
                ref var number = ref numbers[blocks[target]];
                if (number < 0)
                {
                    number = count;
                    states[count++] = target;
                }

                minimalNext[(i * letters) + letter] = number;
            }
        }

        return new Automaton(alphabet, minimalNext, Array.ConvertAll(states, state => accepts[state]));
    }

    /// <summary>The number of each state's class of states that no word tells apart (Hopcroft's algorithm).</summary>
    private static int[] Partition(int letters, int[] next, bool[] accepts, out int blockCount)
    {
        var count = accepts.Length;
        var partition = new StatePartition(accepts);
        if (partition.BlockCount > 1)
        {
            var (sources, starts) = Invert(letters, next, count);
            var work = new Stack<int>([partition.Members(0).Length <= partition.Members(1).Length ? 0 : 1]);
            var created = new List<int>();
            while (work.TryPop(out var block))
            {
                // A copy: the block itself may be split while its letters are gone through.
                var members = partition.Members(block).ToArray();
                for (var letter = 0; letter < letters; letter++)
                {
                    foreach (var state in members)
                    {
                        var cell = (letter * count) + state;
                        for (var i = starts[cell]; i < starts[cell + 1]; i++)
                        {
                            partition.Mark(sources[i]);
                        }
                    }

                    created.Clear();
                    partition.SplitMarked(created);
                    created.ForEach(work.Push);
                }
            }
        }

        blockCount = partition.BlockCount;
        return partition.BlockOfState;
    }

    /// <summary>For each letter and state, the states that lead there: a slice of the first array.</summary>
    private static (int[] Sources, int[] Starts) Invert(int letters, int[] next, int count)
    {
        var starts = new int[(letters * count) + 1];
        for (var state = 0; state < count; state++)
        {
            for (var letter = 0; letter < letters; letter++)
            {
                starts[(letter * count) + next[(state * letters) + letter] + 1]++;
            }
        }

        for (var i = 1; i < starts.Length; i++)
        {
            starts[i] += starts[i - 1];
        }

        var fill = starts.AsSpan()[..^1].ToArray();
        var sources = new int[next.Length];
        for (var state = 0; state < count; state++)
        {
            for (var letter = 0; letter < letters; letter++)
            {
                sources[fill[(letter * count) + next[(state * letters) + letter]]++] = state;
            }
        }

        return (sources, starts);
    }
}
