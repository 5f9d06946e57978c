using RuleGen.Model;

namespace RuleGen.TSql;

/// <summary>Which comments a text holds beside its code.</summary>
internal enum CommentStyle
{
    /// <summary>Those of the published text, as they are: fragments.</summary>
    Published,

    /// <summary>Those, wrapped: objects beside the view, which has the citations and notes.</summary>
    Wrapped,

    /// <summary>Those, wrapped, and the citations and notes: the view.</summary>
    Full,
}

/// <summary>What is said about a clause, as comments.</summary>
internal static class DocumentationComments
{
    /// <summary>A block with its comments around it.</summary>
    public static Block WithComments(this Block block, Documentation documentation, CommentStyle style) =>
        block.WithCommentsBefore(documentation, style).WithCommentsAfter(documentation);

    /// <summary>A block with the comments that stand on lines of their own above it.</summary>
    public static Block WithCommentsBefore(this Block block, Documentation documentation, CommentStyle style) =>
        block.LeadWith(Before(documentation, style));

    /// <summary>A block with the comments that end its last line.</summary>
    public static Block WithCommentsAfter(this Block block, Documentation documentation)
    {
        var after = documentation.Comments.Where(comment => comment.Placement == CommentPlacement.After).ToList();
        return after.Count == 0 ? block : block.EndWith(after.Select(comment => SqlText.OneLine(comment.Text)));
    }

    private static IEnumerable<CommentLine> Before(Documentation documentation, CommentStyle style)
    {
        var published = documentation
            .Comments.Where(comment => comment.Placement == CommentPlacement.Before)
            .SelectMany(comment => CommentLine.Published(comment.Text, isWrapped: style != CommentStyle.Published));
        return style == CommentStyle.Full ? published.Concat(Added(documentation)) : published;
    }

    private static IEnumerable<CommentLine> Added(Documentation documentation)
    {
        if (documentation.Citation is { } citation)
        {
            yield return citation.Sentence is null
                ? CommentLine.Added("Not in the guidance")
                : CommentLine.Citation($"Guidance: “{citation.Sentence}”");
        }

        foreach (var note in documentation.Notes)
        {
            yield return CommentLine.Added($"Note: {note}");
        }
    }
}
