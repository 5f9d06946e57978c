namespace RuleGen.Languages;

/// <summary>UPPER and LOWER on the characters whose case is modelled: ASCII letters; others stay as they are.</summary>
internal static class LetterCase
{
    public static Func<char, char> Map(bool isUpper) => isUpper ? Upper : Lower;

    private static char Upper(char character) =>
        char.IsAsciiLetterLower(character) ? (char)(character - 32) : character;

    private static char Lower(char character) =>
        char.IsAsciiLetterUpper(character) ? (char)(character + 32) : character;
}
