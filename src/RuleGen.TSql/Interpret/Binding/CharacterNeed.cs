using RuleGen.Model;
using RuleGen.TSql.Interpret.Collating;
using RuleGen.TSql.Interpret.Running;

namespace RuleGen.TSql.Interpret.Binding;

/// <summary>
/// What a script must know about the characters of a value: a row that does not meet it is not evaluated.
/// </summary>
/// <param name="Slot">The slot of the value; of a column of a list's items, the slot of the list.</param>
/// <param name="Read">What is read, where that is not the slot's own value; else null.</param>
/// <param name="Item">The column of the items, all of which are read; else null.</param>
/// <param name="IsUnicodeSlot">Whether the value is Unicode.</param>
/// <param name="Alphabet">What compares its characters.</param>
/// <param name="Role">What is done with them.</param>
internal sealed record CharacterNeed(
    int Slot,
    Expression? Read,
    Column? Item,
    bool IsUnicodeSlot,
    Alphabet Alphabet,
    CharacterRole Role
)
{
    /// <summary>The first character whose meaning is not known; null where there is none, and for NULL.</summary>
    public char? FindUnread(SqlValue[] row)
    {
        foreach (var character in Texts(row).SelectMany(text => text))
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
        if (Role != CharacterRole.Pattern)
        {
            return null;
        }

        foreach (var text in Texts(row))
        {
            var place = text.AsSpan().IndexOfAny(Alphabet.LookedPast);
            if (place >= 0)
            {
                return text[place];
            }
        }

        return null;
    }

    private IEnumerable<string> Texts(SqlValue[] row) =>
        Item is null
            ? ((Read is null ? row[Slot] : Read.Evaluate(row)).Text is { } text ? [text] : [])
            : row[Slot].Items!.Rows.Select(item => item[Item].Text).OfType<string>();
}
