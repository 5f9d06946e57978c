using System.Runtime.CompilerServices;
using RuleGen.Languages;
using RuleGen.Model;

namespace RuleGen.Engine.Columnar;

/// <summary>
/// Finds the classes of texts: each distinct text of a batch goes through one automaton for all facts, once. Facts whose
/// automaton would be large are asked of each text, one after the other.
/// </summary>
internal sealed class TextClassifier : Classifier
{
    private readonly SqlType _type;
    private readonly Automaton? _wellFormed;
    private readonly int? _length;
    private readonly bool _isFixedLength;
    private readonly MatchingAutomaton _automaton;
    private readonly (int Fact, ColumnFact Test)[] _others;
    private readonly ConditionalWeakTable<TextDictionary, KnownClasses> _known = [];

    // The class of texts that end in a state of the automaton; 0 where it is not known.
    private int[] _classOfState = [];
    private (int States, int Classes) _generation = (-1, -1);

    public TextClassifier(
        Column column,
        Alphabet alphabet,
        Automaton? wellFormed,
        IReadOnlyList<ColumnFact> facts,
        ClassTable classes
    )
        : base(column, facts, classes)
    {
        _type = column.Type;
        _wellFormed = wellFormed;
        (_length, _isFixedLength) = column.Type is CharacterType type ? (type.Length, type.IsFixedLength) : default;
        var automata = new List<(int, Automaton)>();
        var others = new List<(int, ColumnFact)>();
        for (var i = 0; i < facts.Count; i++)
        {
            if ((facts[i] as MembershipFact)?.Set.SmallTexts is { } automaton)
            {
                automata.Add((i, automaton));
            }
            else
            {
                others.Add((i, facts[i]));
            }
        }

        _automaton = new MatchingAutomaton(alphabet, automata, classes.FactWords);
        _others = [.. others];
    }

    public override void Narrow(BatchColumn values, int first, RowBits bits)
    {
        var texts = (TextBatchColumn)values;
        var known = _known.GetOrCreateValue(texts.Dictionary);
        known.Update(this, texts.Dictionary);
        var classOf = known.Classes;
        var codes = texts.Codes.Slice(first, bits.Count);
        var bitsOfClasses = Classes.Bits;
        for (var i = 0; i < codes.Length; i++)
        {
            bits.Narrow(i, bitsOfClasses, classOf[codes[i]]);
        }
    }

    private int ClassOf(ReadOnlySpan<char> text)
    {
        if (text.Length > _length || (_isFixedLength && text.Length != _length))
        {
            return ClassTable.Irregular;
        }

        var state = _automaton.Run(text);
        if (state < 0 || _wellFormed?.Accepts(text) == false)
        {
            return ClassTable.Irregular;
        }

        // Mostly the state alone says everything.
        if (_others.Length > 0 || _automaton.IsSettled)
        {
            return FindClass(text, state);
        }

        var generation = (_automaton.Generation, Classes.Generation);
        if (_generation != generation || state >= _classOfState.Length)
        {
            _generation = generation;
            _classOfState = new int[2 * (state + 1)];
        }

        ref var known = ref _classOfState[state];
        return known != ClassTable.Irregular ? known : known = FindClass(text, state);
    }

    private int FindClass(ReadOnlySpan<char> text, int state)
    {
        _automaton.TakeFacts(state, Facts);
        if (_others.Length > 0)
        {
            var value = SqlValue.Kept(text.ToString(), _type);
            foreach (var (fact, test) in _others)
            {
                if (test.Holds(value))
                {
                    Facts.AsSpan().Add(fact);
                }
            }
        }

        return Classes.ClassOf(Facts);
    }

    /// <summary>The classes of a dictionary's texts, by their codes.</summary>
    private sealed class KnownClasses
    {
        private (int Texts, int Classes) _generation = (-1, -1);
        private int _count;

        public int[] Classes { get; private set; } = [];

        public void Update(TextClassifier classifier, TextDictionary dictionary)
        {
            var generation = (dictionary.Generation, classifier.Classes.Generation);
            if (_generation != generation)
            {
                (_generation, _count) = (generation, 0);
            }

            if (Classes.Length < dictionary.Count)
            {
                var classes = new int[Math.Max(dictionary.Count, 2 * Classes.Length)];
                Classes.AsSpan(0, _count).CopyTo(classes);
                Classes = classes;
            }

            for (; _count < dictionary.Count; _count++)
            {
                Classes[_count] =
                    _count == TextDictionary.Null ? classifier.NullClass : classifier.ClassOf(dictionary[_count]);
            }
        }
    }
}
