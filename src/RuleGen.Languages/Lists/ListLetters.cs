using RuleGen.Model;

namespace RuleGen.Languages;

/// <summary>The letters of an alphabet that stand for something else in the texts of lists.</summary>
internal sealed class ListLetters
{
    private readonly Alphabet _alphabet;

    public ListLetters(Alphabet alphabet)
    {
        _alphabet = alphabet;
        ItemStart = alphabet.ClassOf(ListText.ItemStart);
        ValueEnd = alphabet.ClassOf(ListText.ValueEnd);
        PositionEnd = alphabet.ClassOf(ListText.PositionEnd);
        NullMark = alphabet.ClassOf(ListText.NullMark);
    }

    public int ItemStart { get; }

    public int ValueEnd { get; }

    public int PositionEnd { get; }

    public int NullMark { get; }

    /// <summary>The value of a digit; null for another letter.</summary>
    public int? DigitOf(int letter) =>
        _alphabet.Representative(letter) - ListText.FirstDigit is >= 0 and < 16 and var digit ? digit : null;
}
