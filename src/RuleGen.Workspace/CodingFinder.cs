using RuleGen.Model;
using RuleGen.Rules;
using RuleGen.TSql.Read;

namespace RuleGen.Workspaces;

/// <summary>Finds codings by name, and binds them to the columns of a source.</summary>
internal sealed class CodingFinder(Source source, ReadOptions? options = null)
{
    // Of a text nobody knows what it is called and where it is from.
    private const string NoId = "Coding";
    private const string Unknown = "unknown";

    private readonly ReadOptions _options = (options ?? ReadOptions.Default) with { FindOverlap = BranchOverlaps.Find };

    /// <summary>The coding in C# of this id, or the one in the file of this path.</summary>
    /// <exception cref="RuleGenException">
    /// RG0602: there is neither. Or the text cannot be read, or the coding does not fit the source.
    /// </exception>
    public WorkspaceCoding Find(string name) =>
        PublishedCodings.Find(name) is { } published ? Bind(published)
        : File.Exists(name) || Directory.Exists(name) ? Read(InputFile.ReadText(name), name)
        : throw NotFound(name, mayBeFile: true);

    /// <summary>The coding in C# of this id.</summary>
    /// <exception cref="RuleGenException">RG0602: there is none. Or it does not fit the source.</exception>
    public WorkspaceCoding FindPublished(string id) =>
        Bind(PublishedCodings.Find(id) ?? throw NotFound(id, mayBeFile: false));

    /// <summary>A coding in C#, over the source's columns.</summary>
    /// <exception cref="RuleGenException">It does not fit the source.</exception>
    public WorkspaceCoding Bind(PublishedCoding published)
    {
        try
        {
            var bound = published with { Coding = CodingBinder.Bind(published.Coding, source) };
            return new WorkspaceCoding(published.Id, bound);
        }
        catch (RuleGenException exception)
        {
            throw exception.In(published.Id);
        }
    }

    /// <summary>A coding as text.</summary>
    /// <exception cref="RuleGenException">The text holds no coding, or something that is not read.</exception>
    public WorkspaceCoding Read(string text, string file)
    {
        try
        {
            var result = CodingReader.Read(text, source, _options);
            var published = new PublishedCoding
            {
                Id = NoId,
                Title = NoId,
                Publication = Unknown,
                Edition = Unknown,
                Coding = result.Coding,
            };
            return new WorkspaceCoding(file, published)
            {
                File = file,
                Notes = result.Notes,
                AssumedTables = result.AssumedTables,
                AssumedShapes = result.AssumedShapes,
                Conversions = result.Conversions,
            };
        }
        catch (RuleGenException exception)
        {
            throw exception.In(file);
        }
    }

    private static RuleGenException NotFound(string name, bool mayBeFile)
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
