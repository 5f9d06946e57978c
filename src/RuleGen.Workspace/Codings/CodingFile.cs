using RuleGen.Model;

namespace RuleGen.Workspaces.Codings;

/// <summary>What the file beside a coding's text says: <c>id.json</c> beside <c>id.sql</c>.</summary>
/// <param name="Description">Of the coding as a whole.</param>
/// <param name="Clauses">Of its clauses, in the order of the file.</param>
/// <param name="Name">What messages call the file.</param>
internal sealed record CodingFile(CodingDescription Description, ValueList<CodingFileClause> Clauses, string Name)
{
    private const string Extension = ".json";
    private const string ExclusionsName = "exclusions";
    private const string ElseName = "else";

    /// <summary>Where the file beside a text is, or would be.</summary>
    public static string PathBeside(string text) => Path.ChangeExtension(text, Extension);

    /// <summary>The file beside a text; null where there is none.</summary>
    /// <exception cref="RuleGenException">
    /// RG0501, RG0304: it cannot be read, or is not UTF-8. RG0211: it is not JSON. RG0212: it has another shape.
    /// </exception>
    public static CodingFile? Find(string text)
    {
        var path = PathBeside(text);
        if (string.Equals(path, text, StringComparison.OrdinalIgnoreCase) || !File.Exists(path))
        {
            return null;
        }

        var json = InputFile.ReadText(path);
        var shown = DisplayPath.Of(path);
        try
        {
            return new CodingFileReader(shown).Read(PlacedJson.Parse(json, ErrorCodes.WorkspaceNotJson));
        }
        catch (RuleGenException exception)
        {
            throw exception.In(shown);
        }
    }

    /// <summary>The coding with what is said of its clauses.</summary>
    /// <exception cref="RuleGenException">
    /// RG0212: the coding has no such clause. RG0213: its text says something else of it.
    /// </exception>
    public Coding Describe(Coding coding)
    {
        var named = coding.Clauses.ToDictionary(clause => clause.ToString(), clause => clause.Path);
        foreach (var clause in Clauses)
        {
            try
            {
                coding =
                    named.GetValueOrDefault(clause.Clause) is { } path
                        ? coding.With(path, coding.At(path).Documented(clause.AddTo(coding.At(path).Documentation)))
                    : FindArm(clause.Clause, coding) is { } arm ? WithArm(coding, arm, clause)
                    : clause.Clause == ExclusionsName && coding.Exclusions is not null
                        ? coding with
                        {
                            ExclusionsDocumentation = clause.AddTo(coding.ExclusionsDocumentation),
                        }
                    : clause.Clause == ElseName && coding.Else is not null
                        ? coding with
                        {
                            ElseDocumentation = clause.AddTo(coding.ElseDocumentation),
                        }
                    : throw NoSuchClause(clause, named.Keys);
            }
            catch (RuleGenException exception)
            {
                throw exception.At(clause.Position).In(Name);
            }
        }

        return coding;
    }

    private static int? FindArm(string name, Coding coding)
    {
        var index = Enumerable
            .Range(0, coding.Arms.Count)
            .Where(arm => new CodingPath(arm, []).ToString() == name)
            .Cast<int?>();
        return index.FirstOrDefault();
    }

    private static Coding WithArm(Coding coding, int place, CodingFileClause clause) =>
        coding.Redocumented(
            coding
                .Arms.Select(
                    (arm, index) => index == place ? arm with { Documentation = clause.AddTo(arm.Documentation) } : arm
                )
                .ToValueList(),
            coding.Exclusions
        );

    private static RuleGenException NoSuchClause(CodingFileClause clause, IEnumerable<string> names) =>
        new(
            ErrorCodes.WorkspaceShape,
            $"The coding has no '{MessageText.OneLine(clause.Clause)}'",
            NearestName.Find(clause.Clause, names) is { } nearest
                ? $"Did you mean '{nearest}'?"
                : "Name a clause as rulegen fixtures does, such as 'arm 1, clause 2'; or 'arm 1', 'else' or 'exclusions'"
        );
}

/// <summary>What the file says of a clause.</summary>
/// <param name="Clause">The clause, as messages call it: <c>arm 1, clause 2</c>.</param>
/// <param name="Position">Where the file says it.</param>
/// <param name="Citation">Where the guidance asks for it; null where nothing is said of that.</param>
/// <param name="Notes">The notes on it.</param>
internal sealed record CodingFileClause(
    string Clause,
    TextPosition Position,
    Citation? Citation,
    ValueList<string> Notes
)
{
    /// <summary>What is said of the clause elsewhere, and here.</summary>
    /// <exception cref="RuleGenException">RG0213: that contradicts itself.</exception>
    public Documentation AddTo(Documentation documentation)
    {
        var cited = Citation is null ? documentation : ClauseRemarks.Cite(documentation, Citation, Position);
        return Notes.Where(note => !cited.Notes.Contains(note)).Aggregate(cited, (whole, note) => whole.Note(note));
    }
}
