namespace RuleGen.TSql;

/// <summary>
/// A comment on a line of its own. It is always of the form <c>-- text</c>: such a comment ends with its line, so
/// that nothing in the text, <c>*/</c> and <c>GO</c> included, can get out of it.
/// </summary>
/// <param name="Text">The text, on one line.</param>
/// <param name="IsWrapped">Whether it goes on in a next line where it is too long; published comments do not.</param>
internal sealed record CommentLine(string Text, bool IsWrapped)
{
    /// <summary>What stands for a citation where the one before it is the same.</summary>
    public static CommentLine SameCitation { get; } = Citation("Guidance: as above");

    /// <summary>Whether it says where the guidance asks for the clause.</summary>
    public bool IsCitation { get; private init; }

    /// <summary>The lines of a comment of the published text.</summary>
    public static IEnumerable<CommentLine> Published(string text, bool isWrapped) =>
        SqlText.Lines(text).Select(line => new CommentLine(line, isWrapped));

    /// <summary>A comment that RuleGen adds.</summary>
    public static CommentLine Added(string text) => new(SqlText.OneLine(text), IsWrapped: true);

    /// <summary>A comment that says where the guidance asks for the clause.</summary>
    public static CommentLine Citation(string text) => Added(text) with { IsCitation = true };

    /// <summary>The lines, the second and later ones set in.</summary>
    public IEnumerable<string> Print(int width) =>
        IsWrapped
            ? SqlText.Wrap(Text, width - 7).Select((line, index) => (index == 0 ? "-- " : "--     ") + line)
            : ["-- " + Text];
}
