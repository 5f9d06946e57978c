namespace RuleGen.Clr;

/// <summary>Lines of C#, and the comments that stand above them.</summary>
/// <param name="Comments">The comments.</param>
/// <param name="Lines">The code; one line or more, in which there may be comments too.</param>
internal sealed record CodeBlock(IReadOnlyList<string> Comments, IReadOnlyList<string> Lines)
{
    private const string Step = "    ";

    /// <summary>Code without comments.</summary>
    public CodeBlock(params string[] lines)
        : this([], lines) { }

    /// <summary>All lines.</summary>
    public IEnumerable<string> All => Comments.Concat(Lines);

    /// <summary>With code before the first line.</summary>
    public CodeBlock Prefix(string code) => this with { Lines = [code + Lines[0], .. Lines.Skip(1)] };

    /// <summary>With code after the last line.</summary>
    public CodeBlock Suffix(string code) => this with { Lines = [.. Lines.SkipLast(1), Lines[^1] + code] };

    /// <summary>With further comments above it.</summary>
    public CodeBlock LeadWith(IEnumerable<string> comments) => this with { Comments = [.. comments, .. Comments] };

    /// <summary>In parentheses, which take the comments inside.</summary>
    public CodeBlock Enclose() => new(["(", .. Indent(All), ")"]);

    /// <summary>Lines one step to the right; empty lines stay empty.</summary>
    public static IEnumerable<string> Indent(IEnumerable<string> lines) =>
        lines.Select(line => line.Length == 0 ? "" : Step + line);
}
