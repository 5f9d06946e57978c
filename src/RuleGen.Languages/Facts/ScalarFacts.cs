using RuleGen.Model;

namespace RuleGen.Languages;

/// <summary>
/// Says when a scalar has a value of some kind, as a formula over columns: <c>LEFT(ISNULL(a, b), 4)</c> matches a
/// pattern when a's first characters do, or a is NULL and b's do.
/// </summary>
/// <param name="space">Makes the formulas.</param>
/// <param name="texts">The texts asked for; null for an integer scalar.</param>
/// <param name="integers">The numbers asked for, of dates and decimals their units; null for a character scalar.</param>
/// <param name="isNegated">Whether all other texts are asked for.</param>
/// <param name="added">The characters that functions add to a value before it is compared.</param>
internal sealed class ScalarFacts(
    RowSpace space,
    TextQuestion? texts,
    IntegerSet? integers,
    bool isNegated = false,
    string added = ""
) : IScalarVisitor<Formula>
{
    public Formula Visit(ColumnReference column)
    {
        if (column.Column.Derivation is { } made)
        {
            return Made(made);
        }

        var sets = space.Sets(column.Column);
        if (texts is null)
        {
            return space.Fact(sets.Of(integers!));
        }

        try
        {
            return space.Fact(sets.Of(Over(sets.Alphabet!)));
        }
        catch (TooManyStatesException exception) when (exception.Column is null)
        {
            throw new TooManyStatesException(column.Column);
        }
    }

    /// <summary>The same of a column that is made of the items of a list, as a condition on the list.</summary>
    private ListFact Made(Derivation made)
    {
        var list = space.List(made.List);
        try
        {
            return list.Where(
                made,
                texts is null ? list.Digits(made, integers!) : Over(list.Sets.Alphabet!).ToAutomaton()
            );
        }
        catch (TooManyStatesException exception) when (exception.Column is null)
        {
            throw new TooManyStatesException(made.List);
        }
    }

    public Formula Visit(StringLiteral literal) =>
        space.Constant(Over(Alphabet.OfSingleCharacters(literal.Value + added)).Accepts(literal.Value));

    public Formula Visit(IntegerLiteral literal) => space.Constant(integers!.Contains(literal.Value));

    public Formula Visit(TypedLiteral literal) => space.Constant(integers!.Contains(literal.Units));

    public Formula Visit(EdgeFunction function) =>
        LongestLength(function.Operand) <= function.Length ? function.Operand.Accept(this)
        : function.IsLeft ? Window(function.Operand, 0, function.Length)
        : Through(
            function.Operand,
            (words, limits) => AutomatonOperations.Tail(words, function.Length, limits),
            words => NfaOperations.Tail(words, function.Length),
            // The last letters are the first ones of a text that is read backwards.
            reversed => AutomatonOperations.Window(reversed, 0, function.Length)
        );

    public Formula Visit(SubstringFunction function)
    {
        var skipped = function.Start - 1;
        var longest = LongestLength(function.Operand);
        return skipped >= longest || function.Length == 0 ? Window(function.Operand, 0, 0)
            : skipped == 0 && longest <= function.Length ? function.Operand.Accept(this)
            : longest - skipped > function.Length ? Window(function.Operand, skipped, function.Length)
            : Through(
                function.Operand,
                (words, _) => AutomatonOperations.From(words, skipped),
                words => NfaOperations.From(words, skipped)
            );
    }

    public Formula Visit(LetterCaseFunction function)
    {
        var map = LetterCase.Map(function.IsUpper);
        Func<int, int> Mapping(Alphabet alphabet) => letter => alphabet.ClassOf(map(alphabet.Representative(letter)));
        return Through(
            function.Operand,
            (words, _) => AutomatonOperations.Mapped(words, Mapping(words.Alphabet)),
            words => NfaOperations.Mapped(words, Mapping(words.Alphabet))
        );
    }

    public Formula Visit(TrimFunction function) =>
        Through(
            function.Operand,
            (words, _) =>
                function.IsLeft
                    ? AutomatonOperations.WithoutLeading(words, Blank(words.Alphabet))
                    : AutomatonOperations.WithoutTrailing(words, Blank(words.Alphabet)),
            words =>
                function.IsLeft
                    ? NfaOperations.WithoutLeading(words, Blank(words.Alphabet))
                    : NfaOperations.WithoutTrailing(words, Blank(words.Alphabet))
        );

    public Formula Visit(ReplaceFunction function)
    {
        var (sought, replacement) = (function.Sought.Value[0], function.Replacement.Value);
        return Through(
            function.Operand,
            (words, _) => AutomatonOperations.Replaced(words, words.Alphabet.ClassOf(sought), replacement),
            words => NfaOperations.Replaced(words, words.Alphabet.ClassOf(sought), replacement),
            added: sought + replacement
        );
    }

    public Formula Visit(ConcatFunction function)
    {
        var text = function.Literal.Value;
        return Through(
            function.Operand,
            (words, _) =>
                function.IsLiteralFirst
                    ? AutomatonOperations.After(words, text)
                    : AutomatonOperations.Before(words, text),
            words => function.IsLiteralFirst ? NfaOperations.After(words, text) : NfaOperations.Before(words, text),
            added: text
        );
    }

    public Formula Visit(IsNullFunction function) => FirstOf(function.Operands, function.Type);

    public Formula Visit(CoalesceFunction function) => FirstOf(function.Operands, function.Type);

    /// <summary>The first operand that is not NULL, converted to the type, is asked for.</summary>
    private Formula FirstOf(ValueList<Scalar> operands, SqlType type)
    {
        var alternatives = new List<Formula>();
        var allNull = space.Constant(true);
        foreach (var operand in operands)
        {
            var matches = type is CharacterType characters ? Stored(operand, characters) : operand.Accept(this);
            alternatives.Add(space.All([allNull, matches]));
            allNull = space.All([allNull, space.IsNull(operand)]);
        }

        return space.Any(alternatives);
    }

    private string Added => added;

    private static int LongestLength(Scalar scalar) => ((CharacterType)scalar.Type).Length ?? int.MaxValue;

    private static int Blank(Alphabet alphabet) => alphabet.ClassOf(' ');

    private TextSet Over(Alphabet alphabet)
    {
        var words = texts!.Over(alphabet, space.Limits);
        return isNegated ? words.Complement() : words;
    }

    private Formula Window(Scalar operand, int skipped, int length) =>
        Through(
            operand,
            (words, _) => AutomatonOperations.Window(words, skipped, length),
            words => NfaOperations.Window(words, skipped, length)
        );

    private Formula Through(
        Scalar operand,
        Func<Automaton, StateLimits, Automaton> deterministic,
        Func<Nfa, Nfa> general,
        Func<Automaton, Automaton>? backward = null,
        string added = ""
    ) =>
        operand.Accept(
            new ScalarFacts(
                space,
                texts!.Through(deterministic, general, backward),
                integers: null,
                isNegated,
                this.Added + added
            )
        );

    /// <summary>The operand, converted to another type, is asked for (rules 1.26, 4.2).</summary>
    private Formula Stored(Scalar operand, CharacterType to)
    {
        if (to.Length is not { } length)
        {
            return operand.Accept(this);
        }

        var isCut = ((CharacterType)operand.Type).Length is not { } longest || longest > length;
        return Through(
            operand,
            (words, _) =>
            {
                var padded = to.IsFixedLength
                    ? AutomatonOperations.Padded(words, Blank(words.Alphabet), length)
                    : words;
                return isCut ? AutomatonOperations.Window(padded, 0, length) : padded;
            },
            words =>
            {
                var padded = to.IsFixedLength ? NfaOperations.Padded(words, Blank(words.Alphabet), length) : words;
                return isCut ? NfaOperations.Window(padded, 0, length) : padded;
            }
        );
    }
}
