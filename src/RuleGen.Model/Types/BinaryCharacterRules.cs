using System.Globalization;

namespace RuleGen.Model;

/// <summary>
/// The rules of a <c>_BIN2</c> or <c>_BIN</c> collation: every character equals only itself, and the order is that of code points
/// (rules 1.31, 1.37).
/// </summary>
/// <remarks>
/// Not modelled: NUL (rule 1.49), characters without a width (rule 1.50), halves of surrogate pairs (rule 1.51) and,
/// for char and varchar, what code page 1252 does not hold or holds at 0x80–0x9F, where its bytes are not code points.
/// In LIKE, no white space but the blank: whether it is ignored at the end of a value is not published (rule 1.29).
/// Case is modelled for ASCII. In UTF-8, char and varchar count bytes, and other characters than those of ASCII are not
/// modelled.
/// </remarks>
internal sealed class BinaryCharacterRules(bool isUnicode, bool ordersValues, bool isAscii = false) : CharacterRules
{
    public override bool OrdersValues => ordersValues;

    public override bool Models(char character, CharacterUse use) =>
        character != '\0'
        && char.GetUnicodeCategory(character) is not (UnicodeCategory.Format or UnicodeCategory.Surrogate)
        && (!use.HasFlag(CharacterUse.Case) || char.IsAscii(character))
        && (!use.HasFlag(CharacterUse.Pattern) || character == ' ' || !char.IsWhiteSpace(character))
        && (!isAscii || char.IsAscii(character))
        && (isUnicode || char.IsAscii(character) || character is >= '\u00A0' and <= '\u00FF');

    public override char Representative(char character) => character;

    public override int Rank(char character) => character;

    public override bool CanBoundRange(char character) => true;

    public override bool KnowsRange(char first, char last) => true;
}
