namespace RuleGen.Model;

/// <summary>A coding with its place in the guidance.</summary>
public sealed record PublishedCoding
{
    /// <summary>The name of files and objects, such as <c>2Y_back_pain_fusion</c>; letters, digits and underscores.</summary>
    public required string Id { get; init; }

    /// <summary>The title of the guidance page.</summary>
    public required string Title { get; init; }

    /// <summary>Who publishes it, and as what.</summary>
    public required string Publication { get; init; }

    /// <summary>Which edition of the page: when it was published and last reviewed.</summary>
    public required string Edition { get; init; }

    /// <summary>Where the page is, such as a web address; null where nobody says.</summary>
    public string? Address { get; init; }

    /// <summary>What else the headers of scripts say of it, a paragraph in each item.</summary>
    public ValueList<string> Remarks { get; init; } = [];

    /// <summary>The rule.</summary>
    public required Coding Coding { get; init; }
}
