using RuleGen.Model;
using RuleGen.Rules;

namespace RuleGen.Workspaces.Codings;

/// <summary>A coding of a workspace before it is read, so that what is wrong with one is no matter to the others.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Model">The model in C#, which its text must match; null where the text is the coding.</param>
/// <param name="Text">The file of its text; null where there is none, or no workspace.</param>
internal sealed record CodingEntry(string Id, PublishedCoding? Model, string? Text)
{
    /// <summary>The coding, where it was read already.</summary>
    public WorkspaceCoding? Read { get; private init; }

    /// <summary>A coding that was read already.</summary>
    public static CodingEntry Of(WorkspaceCoding coding, WorkspaceFolder folder) =>
        coding.File is { } file
            ? new CodingEntry(coding.Published.Id, Model: null, Path.GetFullPath(file)) { Read = coding }
            : new CodingEntry(
                coding.Published.Id,
                coding.Published,
                folder.FindText(coding.Published.Id) ?? folder.PublishedText(coding.Published.Id)
            )
            {
                Read = coding,
            };

    /// <summary>
    /// All codings of a workspace, in the order of their ids: the texts in the folder of codings; in a folder without
    /// <c>rulegen.json</c>, and where there is none, also those in C# of which there is no text.
    /// </summary>
    /// <exception cref="RuleGenException">
    /// RG0501: the folder of codings cannot be read. RG0214: the name of a file is no id, or another's but for letter case.
    /// </exception>
    public static ValueList<CodingEntry> FindAll(WorkspaceFolder? folder)
    {
        var models = folder is { HasFile: true } ? [] : PublishedCodings.All;
        var mayBeMissing = folder is null || (!folder.HasFile && !Directory.Exists(folder.PublishedFolder));
        var texts = mayBeMissing ? [] : OfTexts(folder!.FindTexts());
        return
        [
            .. texts
                .Concat(
                    models
                        .Where(model => !texts.Any(entry => entry.Model == model))
                        .Select(model => new CodingEntry(model.Id, model, folder?.PublishedText(model.Id)))
                )
                .OrderBy(entry => entry.Id, StringComparer.Ordinal),
        ];
    }

    private static ValueList<CodingEntry> OfTexts(ValueList<string> paths)
    {
        var entries = paths.Select(OfText).ToValueList();
        var twice = entries.GroupBy(entry => entry.Id, SqlName.Comparer).FirstOrDefault(group => group.Count() > 1);
        return twice is null
            ? entries
            : throw new RuleGenException(
                new Problem(
                    ErrorCodes.InvalidId,
                    $"'{twice.First().Id}' and '{twice.Last().Id}' are one name to a server",
                    "Rename one of the files"
                )
                {
                    File = DisplayPath.Of(twice.Last().Text!),
                }
            );
    }

    private static CodingEntry OfText(string path)
    {
        var id = CodingId.OfFile(path);
        var model = PublishedCodings.Find(id);
        return new CodingEntry(model?.Id ?? id, model, path);
    }
}
