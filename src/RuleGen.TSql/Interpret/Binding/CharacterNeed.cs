using RuleGen.Model;
using RuleGen.TSql.Interpret.Collating;

namespace RuleGen.TSql.Interpret.Binding;

/// <summary>
/// What a script must know about the characters of a value: a row that does not meet it is not evaluated.
/// </summary>
internal sealed record CharacterNeed(int Slot, bool IsUnicodeSlot, Alphabet Alphabet, CharacterRole Role)
{
    /// <summary>The first character whose meaning is not known; null where there is none, and for NULL.</summary>
    public char? FindUnread(SqlValue[] row)
    {
        foreach (var character in row[Slot].Text ?? "")
        {
            if (!Alphabet.Knows(character, Role) || !(IsUnicodeSlot || CollationTables.IsInCodePage(character)))
            {
                return character;
            }
        }

        return null;
    }

    /// <summary>The first character that LIKE may look past; null where there is none, and for NULL.</summary>
    public char? FindLookedPast(SqlValue[] row)
    {
        var place =
            Role == CharacterRole.Pattern ? (row[Slot].Text ?? "").AsSpan().IndexOfAny(Alphabet.LookedPast) : -1;
        return place < 0 ? null : row[Slot].Text![place];
    }
}
