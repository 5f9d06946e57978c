using System.Text;

namespace RuleGen.Model.Describing;

/// <summary>
/// Code that may be broken over lines: a group stands on one line where it fits, else each of its line breaks is taken.
/// </summary>
internal abstract record CodeLayout
{
    private const int MaximumWidth = 120;
    private const int IndentWidth = 4;

    /// <summary>A width that fits no line: there is a break that must be taken.</summary>
    private const int Endless = 1_000_000;

    private CodeLayout(int width) => Width = Math.Min(width, Endless);

    /// <summary>A blank, or the end of the line.</summary>
    public static CodeLayout Line { get; } = new Break(" ", isForced: false);

    /// <summary>Nothing, or the end of the line.</summary>
    public static CodeLayout SoftLine { get; } = new Break("", isForced: false);

    /// <summary>The end of the line; breaks the groups around it.</summary>
    public static CodeLayout HardLine { get; } = new Break("", isForced: true);

    /// <summary>The width on one line.</summary>
    private int Width { get; }

    public static implicit operator CodeLayout(string text) => new Text(text);

    public static CodeLayout Concat(params IEnumerable<CodeLayout> parts) => new Sequence([.. parts]);

    public static CodeLayout Group(params IEnumerable<CodeLayout> parts) => new Grouping(Concat(parts));

    public static CodeLayout Indent(params IEnumerable<CodeLayout> parts) => new Indentation(Concat(parts));

    /// <summary>The parts within brackets, on lines of their own where they do not fit.</summary>
    public static CodeLayout Bracketed(string open, IEnumerable<CodeLayout> parts, string close) =>
        Group(open, Indent([SoftLine, .. Separated(parts)]), SoftLine, close);

    /// <summary>The code, beginning at a depth of indentation.</summary>
    public string Render(int depth)
    {
        var output = new StringBuilder();
        var column = depth * IndentWidth;
        Render(output, depth, isFlat: false, ref column);
        return output.ToString();
    }

    private static IEnumerable<CodeLayout> Separated(IEnumerable<CodeLayout> parts) =>
        parts.SelectMany((part, i) => i == 0 ? (CodeLayout[])[part] : [",", Line, part]);

    private protected abstract void Render(StringBuilder output, int depth, bool isFlat, ref int column);

    private sealed record Text(string Value) : CodeLayout(Value.Length)
    {
        private protected override void Render(StringBuilder output, int depth, bool isFlat, ref int column)
        {
            output.Append(Value);
            column += Value.Length;
        }
    }

    private sealed record Break(string flat, bool isForced) : CodeLayout(isForced ? Endless : flat.Length)
    {
        private protected override void Render(StringBuilder output, int depth, bool isFlat, ref int column)
        {
            if (isFlat)
            {
                output.Append(flat);
                column += flat.Length;
            }
            else
            {
                column = depth * IndentWidth;
                output.Append('\n').Append(' ', column);
            }
        }
    }

    private sealed record Sequence(ValueList<CodeLayout> Parts) : CodeLayout(Sum(Parts))
    {
        private protected override void Render(StringBuilder output, int depth, bool isFlat, ref int column)
        {
            foreach (var part in Parts)
            {
                part.Render(output, depth, isFlat, ref column);
            }
        }

        private static int Sum(ValueList<CodeLayout> parts) =>
            (int)Math.Min(parts.Sum(part => (long)part.Width), Endless);
    }

    private sealed record Grouping(CodeLayout Content) : CodeLayout(Content.Width)
    {
        /// <remarks>One column is left for the comma or semicolon that may follow.</remarks>
        private protected override void Render(StringBuilder output, int depth, bool isFlat, ref int column) =>
            Content.Render(output, depth, isFlat || column + Width < MaximumWidth, ref column);
    }

    private sealed record Indentation(CodeLayout Content) : CodeLayout(Content.Width)
    {
        private protected override void Render(StringBuilder output, int depth, bool isFlat, ref int column) =>
            Content.Render(output, depth + 1, isFlat, ref column);
    }
}
