using RuleGen.Model;

namespace RuleGen.Languages;

/// <summary>
/// Says when a scalar has a value of some kind, as a formula over columns: <c>LEFT(ISNULL(a, b), 4)</c> matches a
/// pattern when a's first characters do, or a is NULL and b's do.
/// </summary>
/// <param name="space">Makes the formulas.</param>
/// <param name="texts">The texts asked for, over any alphabet; null for an integer scalar.</param>
/// <param name="integers">The numbers asked for; null for a character scalar.</param>
internal sealed class ScalarFacts(RowSpace space, Func<Alphabet, Automaton>? texts, IntegerSet? integers)
    : IScalarVisitor<Formula>
{
    public Formula Visit(ColumnReference column)
    {
        var sets = space.Sets(column.Column);
        return space.Fact(texts is null ? sets.Of(integers!) : sets.Of(texts(sets.Alphabet!)));
    }

    public Formula Visit(StringLiteral literal) =>
        space.Constant(texts!(Alphabet.OfSingleCharacters(literal.Value)).Accepts(literal.Value));

    public Formula Visit(IntegerLiteral literal) => space.Constant(integers!.Contains(literal.Value));

    public Formula Visit(EdgeFunction function) =>
        LongestLength(function.Operand) <= function.Length ? function.Operand.Accept(this)
        : function.IsLeft ? Through(function.Operand, words => AutomatonOperations.Window(words, 0, function.Length))
        : Through(function.Operand, words => AutomatonOperations.Tail(words, function.Length));

    public Formula Visit(SubstringFunction function)
    {
        var skipped = function.Start - 1;
        var longest = LongestLength(function.Operand);
        return skipped >= longest || function.Length == 0
                ? Through(function.Operand, words => AutomatonOperations.Constant(words.Alphabet, words.Accepts(0)))
            : skipped == 0 && longest <= function.Length ? function.Operand.Accept(this)
            : Through(
                function.Operand,
                words =>
                    longest - skipped <= function.Length
                        ? AutomatonOperations.From(words, skipped)
                        : AutomatonOperations.Window(words, skipped, function.Length)
            );
    }

    public Formula Visit(LetterCaseFunction function)
    {
        var map = LetterCase.Map(function.IsUpper);
        return Through(
            function.Operand,
            words =>
                AutomatonOperations.Mapped(
                    words,
                    letter => words.Alphabet.ClassOf(map(words.Alphabet.Representative(letter)))
                )
        );
    }

    public Formula Visit(TrimFunction function) =>
        Through(
            function.Operand,
            words =>
                function.IsLeft
                    ? AutomatonOperations.WithoutLeading(words, words.Alphabet.ClassOf(' '))
                    : AutomatonOperations.WithoutTrailing(words, words.Alphabet.ClassOf(' '))
        );

    public Formula Visit(IsNullFunction function) => FirstOf(function.Operands, function.Type);

    public Formula Visit(CoalesceFunction function) => FirstOf(function.Operands, function.Type);

    /// <summary>The first operand that is not NULL, converted to the type, is asked for.</summary>
    private Formula FirstOf(ValueList<Scalar> operands, SqlType type)
    {
        var alternatives = new List<Formula>();
        var allNull = space.Constant(true);
        foreach (var operand in operands)
        {
            var matches = type is CharacterType characters
                ? Through(operand, words => Stored(words, (CharacterType)operand.Type, characters))
                : operand.Accept(this);
            alternatives.Add(space.All([allNull, matches]));
            allNull = space.All([allNull, space.IsNull(operand)]);
        }

        return space.Any(alternatives);
    }

    private static int LongestLength(Scalar scalar) => ((CharacterType)scalar.Type).Length ?? int.MaxValue;

    private Formula Through(Scalar operand, Func<Automaton, Automaton> before) =>
        operand.Accept(new ScalarFacts(space, alphabet => before(texts!(alphabet)), integers: null));

    /// <summary>The words that a conversion to another type takes into a set (rules 1.26, 4.2).</summary>
    private static Automaton Stored(Automaton words, CharacterType from, CharacterType to)
    {
        if (to.Length is not { } length)
        {
            return words;
        }

        var padded = to.IsFixedLength ? AutomatonOperations.Padded(words, words.Alphabet.ClassOf(' '), length) : words;
        return from.Length <= length ? padded : AutomatonOperations.Window(padded, 0, length);
    }
}
