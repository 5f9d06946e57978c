using RuleGen.Model;

namespace RuleGen.Workspaces.Codings;

/// <summary>The ids that codings and catalogues may have: what every file system and server takes as a name.</summary>
internal static class CodingId
{
    /// <summary>So many that the names of objects, which are longer, are names too.</summary>
    private const int MostCharacters = 100;

    /// <summary>Whether a text can be an id.</summary>
    public static bool IsValid(string text) =>
        text.Length is > 0 and <= MostCharacters
        && text.All(character => char.IsAsciiLetterOrDigit(character) || character == '_');

    /// <summary>The text itself, if it can be an id.</summary>
    /// <param name="text">The text.</param>
    /// <param name="what">What a message calls it.</param>
    /// <exception cref="RuleGenException">RG0214: it cannot.</exception>
    public static string Check(string text, string what) =>
        IsValid(text)
            ? text
            : throw new RuleGenException(
                ErrorCodes.InvalidId,
                $"{what} is no name of a view",
                "Use 1 to 100 of the letters A to Z and a to z, digits and underscores"
            );

    /// <summary>The id of the coding in a file: the file's name without its extension.</summary>
    /// <exception cref="RuleGenException">RG0214: it can be no id.</exception>
    public static string OfFile(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        try
        {
            return Check(name, $"A coding has the name of its file, and '{MessageText.OneLine(name)}'");
        }
        catch (RuleGenException exception)
        {
            throw exception.In(DisplayPath.Of(path));
        }
    }
}
