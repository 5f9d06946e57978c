using System.Buffers;
using RuleGen.Model;

namespace RuleGen.TSql.Read;

/// <summary>The characters that web pages put in place of those of T-SQL.</summary>
internal static class Characters
{
    /// <summary>What ends a line, and with it a <c>--</c> comment.</summary>
    public static bool IsLineBreak(char character) => character is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029';

    public static bool IsBlank(char character) => char.IsWhiteSpace(character) && !IsLineBreak(character);

    /// <summary>Non-breaking and other blanks outside ASCII.</summary>
    public static bool IsUnusualBlank(char character) => character > '\u007F' && IsBlank(character);

    /// <summary>Zero-width blanks and joiners, soft hyphens, direction marks, byte order marks and their like.</summary>
    public static bool IsZeroWidth(char character) => HiddenCharacters.Contain(character);

    /// <summary>NUL and other control characters that are no blanks.</summary>
    public static bool IsControl(char character) => char.IsControl(character) && !char.IsWhiteSpace(character);

    /// <summary>Single quotes, primes and accents that stand for <c>'</c>.</summary>
    public static bool IsTypographicSingle(char character) =>
        character is '‘' or '’' or '‚' or '‛' or '′' or '‵' or '`' or '´' or 'ʹ' or 'ʼ' or '＇';

    /// <summary>Double quotes and primes that stand for <c>'</c> around text.</summary>
    public static bool IsTypographicDouble(char character) =>
        character is '“' or '”' or '„' or '‟' or '″' or '‶' or '＂';

    public static bool IsTypographicQuote(char character) =>
        IsTypographicSingle(character) || IsTypographicDouble(character);

    /// <summary>Every quote, for searches.</summary>
    public static SearchValues<char> Quotes { get; } =
        SearchValues.Create([.. Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code).Where(IsQuote)]);

    public static bool IsQuote(char character) => character is '\'' or '"' || IsTypographicQuote(character);

    /// <summary>Figure, en and em dashes and the horizontal bar.</summary>
    public static bool IsDash(char character) => character is >= '\u2012' and <= '\u2015';

    public static bool IsNameStart(char character) => char.IsLetter(character) || character is '_' or '@' or '#';

    public static bool IsNamePart(char character) =>
        char.IsLetterOrDigit(character) || character is '_' or '@' or '#' or '$';
}
