using RuleGen.Model;
using RuleGen.Rules;
using RuleGen.TSql.Read;
using RuleGen.Workspaces.Building;
using RuleGen.Workspaces.Codings;

namespace RuleGen.Workspaces;

/// <summary>Finds codings by name, and binds them to the columns of a source.</summary>
internal sealed class CodingFinder(Source source, WorkspaceFolder? folder, ReadOptions? options = null)
{
    // Of a text nobody need know what it is called and where it is from.
    private const string NoId = "Coding";
    private const string Unknown = "unknown";

    private readonly ReadOptions _options = (options ?? ReadOptions.Default) with { FindOverlap = BranchOverlaps.Find };

    /// <summary>The coding of this id, or the one in the file of this path.</summary>
    /// <exception cref="RuleGenException">
    /// RG0602: there is neither. Or the text cannot be read, or the coding does not fit the source.
    /// </exception>
    public WorkspaceCoding Find(string name) =>
        FindById(name)
        ?? (File.Exists(name) || Directory.Exists(name) ? ReadFile(name, isNamed: false) : throw NotFound(name));

    /// <summary>The codings that a name stands for: those in a folder of that path, or else the one of that name.</summary>
    /// <exception cref="RuleGenException">As for <see cref="Find"/>. RG0602: the folder has no text.</exception>
    public ValueList<WorkspaceCoding> FindAll(string name) => FindMany(name, isNamed: false);

    private ValueList<WorkspaceCoding> FindMany(string name, bool isNamed)
    {
        if (FindById(name) is { } coding)
        {
            return [coding];
        }

        if (!Directory.Exists(name))
        {
            return [File.Exists(name) ? ReadFile(name, isNamed) : throw NotFound(name)];
        }

        var texts = WorkspaceFolder.FindTexts(name);
        return texts.Count > 0
            ? texts.Select(path => ReadFile(DisplayPath.Of(path), isNamed)).ToValueList()
            : throw new RuleGenException(
                ErrorCodes.UnknownCoding,
                $"The folder '{name}' has no codings",
                "Name a folder with .sql files"
            );
    }

    /// <summary>
    /// The codings that a name stands for, each with an id of its own: of a file the coding in C# of its id, if there is
    /// one and the text matches it.
    /// </summary>
    /// <exception cref="RuleGenException">
    /// As for <see cref="FindAll"/>. RG0214: the name of a file is no id. RG0213: a text and its model in C# differ.
    /// </exception>
    public ValueList<WorkspaceCoding> FindNamed(string name) =>
        FindMany(name, isNamed: true).Select(Named).ToValueList();

    /// <summary>Reads a coding of the workspace.</summary>
    /// <exception cref="RuleGenException">Its text cannot be read, or it does not fit the source.</exception>
    public WorkspaceCoding Open(CodingEntry entry) =>
        entry.Model is { } model ? Bind(model) : ReadFile(DisplayPath.Of(entry.Text!), isNamed: true);

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

    /// <summary>A coding as text, with what its header and its comments say of it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="file">What messages call it.</param>
    /// <param name="beside">What the file beside it says; null where there is none.</param>
    /// <exception cref="RuleGenException">The text holds no coding, or something that is not read.</exception>
    public WorkspaceCoding Read(string text, string file, CodingFile? beside = null)
    {
        try
        {
            var header = CodingHeader.Read(text, file);
            var result = CodingReader.Read(header.Rest, source, _options);
            var described = ClauseRemarks.Take(result.Coding);
            var description = beside is null ? header.Description : header.Description.Join(beside.Description);
            var name = Path.GetFileNameWithoutExtension(file);
            var id = CodingId.IsValid(name) ? name : NoId;
            var published = new PublishedCoding
            {
                Id = id,
                Title = description.Find(CodingDescription.TitleKey) ?? id,
                Publication = description.Find(CodingDescription.PublicationKey) ?? Unknown,
                Edition = description.Find(CodingDescription.EditionKey) ?? Unknown,
                Address = description.Find(CodingDescription.AddressKey),
                Remarks = [.. description.Notes.Select(note => $"Note: {note}"), .. Remarks(result)],
                Coding = beside is null ? described : beside.Describe(described),
            };
            return new WorkspaceCoding(file, published)
            {
                File = file,
                Notes = [.. header.Notes, .. result.Notes],
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

    /// <summary>
    /// Reads a file. The JSON beside it is read where it can only be meant for it: in the folder of codings, and where the
    /// coding is to have an id; elsewhere it may be anything.
    /// </summary>
    private WorkspaceCoding ReadFile(string path, bool isNamed) =>
        Read(InputFile.ReadText(path), path, isNamed || IsOfWorkspace(path) ? CodingFile.Find(path) : null);

    private bool IsOfWorkspace(string path) =>
        folder is not null && Path.GetDirectoryName(Path.GetFullPath(path)) == folder.PublishedFolder;

    /// <summary>The coding of an id; null where there is none.</summary>
    private WorkspaceCoding? FindById(string name) =>
        PublishedCodings.Find(name) is { } published ? Bind(published)
        : folder?.FindText(name) is { } path ? ReadFile(DisplayPath.Of(path), isNamed: true)
        : null;

    private WorkspaceCoding Named(WorkspaceCoding coding)
    {
        if (coding.File is not { } file)
        {
            return coding;
        }

        var id = CodingId.OfFile(file);
        if (PublishedCodings.Find(id) is not { } model)
        {
            return coding;
        }

        var bound = Bind(model);
        return
            PublishedTextMatch.Find(bound.Coding, InputFile.ReadText(file), file, source).Difference
                is not { } difference
            ? bound
            : throw new RuleGenException(
                new Problem(
                    ErrorCodes.Contradiction,
                    $"The text and the coding {model.Id} in C# differ: {difference}",
                    "Mend one of them, or give the file another name"
                )
                {
                    File = file,
                }
            );
    }

    /// <summary>What a text means only under a condition, for the headers of scripts.</summary>
    private static IEnumerable<string> Remarks(ReadResult result)
    {
        foreach (var column in result.AssumedShapes)
        {
            yield return $"Read for rows whose {column.Name} has the declared shape; the published text fails on others.";
        }

        foreach (var conversion in result.Conversions)
        {
            yield return $"Published: {conversion.Text}. Here: {conversion.Read}, for values of {conversion.Column.Name} that "
                + "are digits alone; the published text fails on others.";
        }
    }

    private RuleGenException NotFound(string name)
    {
        var ids = CodingEntry.FindAll(folder).Select(entry => entry.Id).ToList();
        var nearest = NearestName.Find(name, ids);
        return new RuleGenException(
            ErrorCodes.UnknownCoding,
            $"'{name}' is neither the id of a coding nor a file",
            nearest is not null ? $"Did you mean '{nearest}'?"
                : ids.Count == 0 ? "Name a .sql file"
                : $"Name a .sql file, or one of {string.Join(", ", ids)}"
        );
    }
}
