namespace RuleGen.Proof.Mutating;

/// <summary>The characters that are mistaken for each other: the ones before and after in the digits or the letters.</summary>
internal static class Neighbours
{
    private const string Digits = "0123456789";
    private const string Capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string SmallLetters = "abcdefghijklmnopqrstuvwxyz";

    /// <summary>The one before and the one after; none for what is neither a digit nor a letter of ASCII.</summary>
    public static IEnumerable<char> Of(char character) =>
        new[] { Shift(character, -1), Shift(character, 1) }.OfType<char>();

    /// <summary>The one after, or the one before where it is the last.</summary>
    public static char? Other(char character) => Shift(character, 1) ?? Shift(character, -1);

    /// <summary>The character so many places on; null where there is none.</summary>
    public static char? Shift(char character, int places)
    {
        foreach (var group in (string[])[Digits, Capitals, SmallLetters])
        {
            if (group.IndexOf(character, StringComparison.Ordinal) is >= 0 and var place)
            {
                return (place + places) is >= 0 and var at && at < group.Length ? group[at] : null;
            }
        }

        return null;
    }
}
