using RuleGen.Data.Files;
using RuleGen.Model;
using RuleGen.Rules;
using RuleGen.TSql.Read;

namespace RuleGen.Workspaces;

/// <summary>
/// Finds the coding that a command line names: by the id of one written in C#, or a file of published text.
/// </summary>
internal static class CodingArgument
{
    /// <summary>The coding, over a source's columns; notes on the reading go to the standard error.</summary>
    /// <exception cref="RuleGenException">
    /// RG0602: there is no such coding. Or it cannot be read, or does not fit the source.
    /// </exception>
    public static Coding Read(string name, Source source, TextWriter error) =>
        ReadPublished(name, source, error).Coding;

    /// <summary>
    /// The coding as <see cref="Read"/> finds it, with what scripts say of it; of a text nobody knows where it is from.
    /// </summary>
    /// <exception cref="RuleGenException">As for <see cref="Read"/>.</exception>
    public static PublishedCoding ReadPublished(string name, Source source, TextWriter error)
    {
        if (PublishedCodings.Find(name) is { } published)
        {
            return published with { Coding = Bind(published, source) };
        }

        if (name != OutputFile.Standard && !File.Exists(name) && !Directory.Exists(name))
        {
            throw Unknown(name, mayBeFile: true);
        }

        return new PublishedCoding
        {
            Id = "Coding",
            Title = "Coding",
            Publication = "unknown",
            Edition = "unknown",
            Coding = ReadText(name, source, error).Coding,
        };
    }

    /// <summary>A coding written in C#, by its id.</summary>
    /// <exception cref="RuleGenException">RG0602: there is none.</exception>
    public static PublishedCoding FindPublished(string id) =>
        PublishedCodings.Find(id) ?? throw Unknown(id, mayBeFile: false);

    /// <summary>A coding written in C#, over a source's columns.</summary>
    /// <exception cref="RuleGenException">It does not fit the source.</exception>
    public static Coding Bind(PublishedCoding published, Source source)
    {
        try
        {
            return CodingBinder.Bind(published.Coding, source);
        }
        catch (RuleGenException exception)
        {
            throw exception.In(published.Id);
        }
    }

    /// <summary>
    /// Reads a file of published text, or the standard input; notes on the reading go to the standard error.
    /// </summary>
    /// <exception cref="RuleGenException">The file cannot be read, or what it holds is no coding.</exception>
    public static ReadResult ReadText(string path, Source source, TextWriter error)
    {
        var file = StandardStreams.NameOf(path);
        var text = InputFile.ReadText(StandardStreams.OpenInput(path), file);
        try
        {
            var result = CodingReader.Read(text, source);
            foreach (var note in result.Notes)
            {
                error.WriteLine($"{file}:{note}");
            }

            return result;
        }
        catch (RuleGenException exception)
        {
            throw exception.In(file);
        }
    }

    private static RuleGenException Unknown(string name, bool mayBeFile)
    {
        var ids = PublishedCodings.All.Select(coding => coding.Id).ToList();
        var nearest = NearestName.Find(name, ids);
        return new RuleGenException(
            ErrorCodes.UnknownCoding,
            mayBeFile ? $"'{name}' is neither the id of a coding nor a file" : $"'{name}' is not the id of a coding",
            nearest is not null
                ? $"Did you mean '{nearest}'?"
                : $"Name {(mayBeFile ? "a .sql file, or " : "")}one of {string.Join(", ", ids)}"
        );
    }
}
