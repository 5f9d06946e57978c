using RuleGen.Model;

namespace RuleGen.Workspaces.Codings;

/// <summary>Turns the JSON beside a coding's text into what it says, collecting all that is wrong with it.</summary>
/// <param name="shown">What messages call the file.</param>
internal sealed class CodingFileReader(string shown) : PlacedJsonReader(ErrorCodes.WorkspaceShape)
{
    /// <summary>What the file says.</summary>
    /// <exception cref="RuleGenException">All that is wrong with it.</exception>
    public CodingFile Read(PlacedJson root)
    {
        var members = ReadObject(root, "The file of a coding", CodingFileShapes.Root);
        ReadText(members.GetValueOrDefault(JsonShape.Schema), $"'{JsonShape.Schema}'");
        var values = new Dictionary<string, GivenText>();
        foreach (var key in CodingDescription.Keys.Where(members.ContainsKey))
        {
            if (ReadText(members[key], $"'{key}'") is { } text)
            {
                values.Add(key, new GivenText(text.Trim(), shown, members[key].Position));
            }
        }

        var notes = ReadTexts(members.GetValueOrDefault("notes"), "'notes'");
        var clauses = ReadArray(members.GetValueOrDefault("clauses"), "'clauses'")
            .Select(ReadClause)
            .OfType<CodingFileClause>()
            .ToValueList();
        return HasProblems
            ? throw Refusal()
            : new CodingFile(new CodingDescription { Values = values, Notes = notes }, clauses, shown);
    }

    private CodingFileClause? ReadClause(PlacedJson json)
    {
        var members = ReadObject(json, "An item of 'clauses'", CodingFileShapes.Clause);
        var clause = ReadText(members.GetValueOrDefault("clause"), "'clause'");
        var sentence = ReadText(members.GetValueOrDefault("cites"), "'cites'");
        var isNotAsked = ReadBoolean(members.GetValueOrDefault("notInGuidance"), "'notInGuidance'") == true;
        if (isNotAsked && sentence is not null)
        {
            Report(
                ErrorCodes.WorkspaceShape,
                members["cites"].Position,
                "A clause is both cited and not in the guidance",
                "Give 'cites' or 'notInGuidance'"
            );
        }

        var notes = ReadTexts(members.GetValueOrDefault("notes"), "'notes' of a clause");
        return clause is null
            ? null
            : new CodingFileClause(
                clause,
                members["clause"].Position,
                isNotAsked ? Citation.NotInGuidance
                    : sentence is null ? null
                    : new Citation(sentence.Trim()),
                notes
            );
    }

    private ValueList<string> ReadTexts(PlacedJson? json, string what) =>
        ReadArray(json, what).Select(item => ReadText(item, $"An item of {what}")).OfType<string>().ToValueList();
}
