using RuleGen.Data.Files;
using RuleGen.Model;
using RuleGen.Rules;
using RuleGen.TSql.Read;

namespace RuleGen.Workspaces.Linting;

/// <summary>A coding to be examined, with the text in which its positions are.</summary>
/// <param name="Coding">The coding, over the source's columns.</param>
/// <param name="File">The text, as messages name it; null where the coding has no positions.</param>
internal sealed record LintedCoding(Coding Coding, string? File)
{
    /// <summary>
    /// The coding that a command line names. One written in C# is taken from its published text, where that is the same
    /// coding: there it has positions. Notes go to the standard error.
    /// </summary>
    /// <exception cref="RuleGenException">
    /// RG0602: there is no such coding. Or it cannot be read, or does not fit the source.
    /// </exception>
    public static LintedCoding Read(string name, Source source, TextWriter error)
    {
        var coding = CodingArgument.Read(name, source, error);
        if (PublishedCodings.Find(name) is not { } published)
        {
            return new LintedCoding(coding, StandardStreams.NameOf(name));
        }

        var path = Path.Combine(Checkout.Find().PublishedFolder, $"{published.Id}.sql");
        var file = Checkout.Display(path);
        if (ReadPublished(path, source) is { } written && written == coding)
        {
            return new LintedCoding(written, file);
        }

        error.WriteLine($"{published.Id}: {file} does not hold this coding; findings are shown without lines");
        return new LintedCoding(coding, File: null);
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
