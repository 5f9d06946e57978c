namespace RuleGen.Model;

/// <summary>What is said about a clause, without being part of it.</summary>
public sealed record Documentation
{
    private Documentation() { }

    /// <summary>Nothing said.</summary>
    public static Documentation None { get; } = new();

    /// <summary>The comments of the published text, in order.</summary>
    public ValueList<Comment> Comments { get; private init; } = [];

    /// <summary>Where the guidance asks for the clause; null where nobody has looked.</summary>
    public Citation? Citation { get; private init; }

    /// <summary>Where coding and guidance, or coding and its own comment, disagree, and what follows from it.</summary>
    public ValueList<string> Notes { get; private init; } = [];

    /// <summary>With one more comment, without its marks; a comment of several lines has LF between them.</summary>
    public Documentation Comment(string text, CommentPlacement placement) => Comment([text], placement);

    /// <summary>With more comments, each as <see cref="Comment(string, CommentPlacement)"/> takes it.</summary>
    public Documentation Comment(IReadOnlyCollection<string> texts, CommentPlacement placement) =>
        texts.Count == 0
            ? this
            : this with
            {
                Comments =
                [
                    .. Comments,
                    .. texts.Select(text => new Comment(text.ReplaceLineEndings("\n").Trim(), placement)),
                ],
            };

    /// <summary>With a citation of a sentence of the guidance.</summary>
    public Documentation Cites(string sentence) => this with { Citation = new Citation(sentence) };

    /// <summary>With the statement that the guidance does not ask for the clause.</summary>
    public Documentation NotInGuidance() => this with { Citation = Citation.NotInGuidance };

    /// <summary>With one more note.</summary>
    public Documentation Note(string text) => this with { Notes = Notes.Add(text) };

    /// <summary>This and then another's; the other's citation where it has one.</summary>
    public Documentation Then(Documentation other) =>
        new()
        {
            Comments = [.. Comments, .. other.Comments],
            Citation = other.Citation ?? Citation,
            Notes = [.. Notes, .. other.Notes],
        };
}

/// <summary>A comment of the published text.</summary>
/// <param name="Text">The text, without its marks.</param>
/// <param name="Placement">Where it stands.</param>
public sealed record Comment(string Text, CommentPlacement Placement);

/// <summary>Where a comment stands in relation to its clause.</summary>
public enum CommentPlacement
{
    /// <summary>On lines of its own before it.</summary>
    Before,

    /// <summary>After it, on its last line.</summary>
    After,
}

/// <summary>The sentence of the guidance that a clause encodes.</summary>
/// <param name="Sentence">The sentence, word for word; null where the guidance does not ask for the clause.</param>
public sealed record Citation(string? Sentence)
{
    /// <summary>The guidance does not ask for the clause.</summary>
    public static Citation NotInGuidance { get; } = new(Sentence: null);

    /// <summary>The sentence in quotes, or "not in the guidance".</summary>
    public override string ToString() => Sentence is null ? "not in the guidance" : $"“{Sentence}”";
}
