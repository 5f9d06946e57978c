using RuleGen.Model;
using RuleGen.TSql.Read;

namespace RuleGen.Workspaces.Linting;

/// <summary>Finds the text in which a coding has positions.</summary>
internal static class LintedCoding
{
    /// <summary>
    /// A coding to be examined: one written in C# is taken from its published text, where that is the same coding.
    /// </summary>
    /// <param name="coding">The coding.</param>
    /// <param name="source">The source.</param>
    /// <param name="folder">Where published texts are; null where they are nowhere.</param>
    /// <returns>The coding, the file of its positions, and the file that holds another one.</returns>
    public static (Coding Coding, string? File, string? OtherText) Find(
        WorkspaceCoding coding,
        Source source,
        WorkspaceFolder? folder
    )
    {
        if (coding.File is not null || folder is null)
        {
            return (coding.Coding, coding.File, null);
        }

        var path = folder.PublishedText(coding.Published.Id);
        var file = DisplayPath.Of(path);
        return ReadPublished(path, source) is { } written && written == coding.Coding
            ? (written, file, null)
            : (coding.Coding, null, file);
    }

    private static Coding? ReadPublished(string path, Source source)
    {
        try
        {
            return CodingReader.Read(InputFile.ReadText(path), source).Coding;
        }
        catch (RuleGenException)
        {
            // The coding in C# is what is examined; what is wrong with the file is for build to say.
            return null;
        }
    }
}
