namespace RuleGen.TSql.Read;

/// <summary>The characters that web pages put in place of those of T-SQL.</summary>
internal static class Characters
{
    /// <summary>What ends a line, and with it a <c>--</c> comment.</summary>
    public static bool IsLineBreak(char character) => character is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029';

    public static bool IsBlank(char character) => char.IsWhiteSpace(character) && !IsLineBreak(character);

    /// <summary>Non-breaking and other blanks outside ASCII.</summary>
    public static bool IsUnusualBlank(char character) => character > '\u007F' && IsBlank(character);

    /// <summary>
    /// Characters without a shape: zero-width blanks and joiners, soft hyphens, direction marks, byte order
    /// marks.
    /// </summary>
    public static bool IsZeroWidth(char character) =>
        character
            is '\u00AD'
                or (>= '\u200B' and <= '\u200F')
                or (>= '\u202A' and <= '\u202E')
                or (>= '\u2060' and <= '\u2064')
                or (>= '\u2066' and <= '\u2069')
                or '\uFEFF';

    /// <summary>Single quotes, primes and accents that stand for <c>'</c>.</summary>
    public static bool IsTypographicSingle(char character) =>
        character is '‘' or '’' or '‚' or '‛' or '′' or '‵' or '`' or '´' or 'ʹ' or 'ʼ' or '＇';

    /// <summary>Double quotes and primes that stand for <c>'</c> around text.</summary>
    public static bool IsTypographicDouble(char character) =>
        character is '“' or '”' or '„' or '‟' or '″' or '‶' or '＂';

    public static bool IsTypographicQuote(char character) =>
        IsTypographicSingle(character) || IsTypographicDouble(character);

    public static bool IsQuote(char character) => character is '\'' or '"' || IsTypographicQuote(character);

    /// <summary>Figure, en and em dashes and the horizontal bar.</summary>
    public static bool IsDash(char character) => character is >= '\u2012' and <= '\u2015';

    public static bool IsNameStart(char character) => char.IsLetter(character) || character is '_' or '@' or '#';

    public static bool IsNamePart(char character) =>
        char.IsLetterOrDigit(character) || character is '_' or '@' or '#' or '$';
}
