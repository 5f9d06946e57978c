using RuleGen.Model;

namespace RuleGen.Workspaces.Codings;

/// <summary>What one place says of a coding as a whole.</summary>
internal sealed record CodingDescription
{
    /// <summary>The keys, as headers and files have them.</summary>
    public const string TitleKey = "title";

    /// <inheritdoc cref="TitleKey"/>
    public const string PublicationKey = "publication";

    /// <inheritdoc cref="TitleKey"/>
    public const string EditionKey = "edition";

    /// <inheritdoc cref="TitleKey"/>
    public const string AddressKey = "address";

    /// <summary>Nothing.</summary>
    public static CodingDescription None { get; } = new();

    /// <summary>All keys.</summary>
    public static ValueList<string> Keys { get; } = [TitleKey, PublicationKey, EditionKey, AddressKey];

    /// <summary>What is said, by key; a key of which nothing is said is missing.</summary>
    public IReadOnlyDictionary<string, GivenText> Values { get; init; } = new Dictionary<string, GivenText>();

    /// <summary>The notes on the coding as a whole.</summary>
    public ValueList<string> Notes { get; init; } = [];

    /// <summary>This and what another place says. Neither prevails: what both say must be the same.</summary>
    /// <exception cref="RuleGenException">RG0213: it is not.</exception>
    public CodingDescription Join(CodingDescription other)
    {
        var problems = other
            .Values.Where(each => Values.TryGetValue(each.Key, out var mine) && mine.Value != each.Value.Value)
            .Select(each => Contradiction(each.Key, each.Value, Values[each.Key].Value, Values[each.Key].Place))
            .ToValueList();
        return problems.Count > 0
            ? throw new RuleGenException(problems)
            : new CodingDescription
            {
                Values = Values.Concat(other.Values).DistinctBy(each => each.Key).ToDictionary(),
                Notes = Notes.Concat(other.Notes).Distinct().ToValueList(),
            };
    }

    /// <summary>Checks that a model in C# says the same.</summary>
    /// <exception cref="RuleGenException">RG0213: it does not.</exception>
    public void CheckAgainst(PublishedCoding model)
    {
        var problems = Values
            .Select(each => (Given: each, Model: ValueOf(model, each.Key)))
            .Where(each => each.Model != each.Given.Value.Value)
            .Select(each => Contradiction(each.Given.Key, each.Given.Value, each.Model ?? "", "the model in C#"))
            .ToValueList();
        if (problems.Count > 0)
        {
            throw new RuleGenException(problems);
        }
    }

    /// <summary>What is said under a key; null where nothing is.</summary>
    public string? Find(string key) => Values.GetValueOrDefault(key)?.Value;

    private static string? ValueOf(PublishedCoding model, string key) =>
        key switch
        {
            TitleKey => model.Title,
            PublicationKey => model.Publication,
            EditionKey => model.Edition,
            _ => model.Address,
        };

    private static Problem Contradiction(string key, GivenText given, string other, string place) =>
        new(
            ErrorCodes.Contradiction,
            $"The {key} is '{MessageText.OneLine(given.Value)}' here, and '{MessageText.OneLine(other)}' in {place}",
            "Say it in one of the two, or the same in both"
        )
        {
            File = given.File,
            Position = given.Position,
        };
}
