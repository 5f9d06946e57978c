using System.Text;
using RuleGen.Model;

namespace RuleGen.Cli.Files;

/// <summary>
/// Passes on text for people, with every character that a terminal would obey or not show written as its code point
/// (<c>&lt;U+001B&gt;</c>), wherever the text is from. Line feeds and tabs pass. Closes nothing.
/// </summary>
internal sealed class VisibleWriter : TextWriter
{
    // The first half of a surrogate pair, until the second comes; else 0.
    private char _half;

    /// <summary>A writer that passes text on to another.</summary>
    public VisibleWriter(TextWriter inner)
    {
        Inner = inner;
        CoreNewLine = ['\n'];
    }

    /// <summary>Takes what this program itself tells a terminal to do, such as colours, and nothing else.</summary>
    public TextWriter Inner { get; }

    /// <summary>How many characters were written as their code points.</summary>
    public long Replaced { get; private set; }

    /// <inheritdoc/>
    public override Encoding Encoding => Inner.Encoding;

    /// <summary>What takes a terminal's own commands: the inner writer, where a writer has one.</summary>
    public static TextWriter RawOf(TextWriter writer) => writer is VisibleWriter visible ? visible.Inner : writer;

    /// <summary>A text as it is passed on.</summary>
    public static string Show(string text)
    {
        using var writer = new StringWriter();
        using var visible = new VisibleWriter(writer);
        visible.Write(text);
        visible.Flush();
        return writer.ToString();
    }

    /// <inheritdoc/>
    public override void Write(char value) => Write([value]);

    /// <inheritdoc/>
    public override void Write(string? value) => Write(value.AsSpan());

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    /// <inheritdoc/>
    public override void WriteLine(string? value)
    {
        // In one piece, so that lines of several threads are not mixed.
        Write(value + '\n');
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<char> buffer)
    {
        var text = new StringBuilder(buffer.Length);
        foreach (var unit in buffer)
        {
            if (_half != 0 && char.IsLowSurrogate(unit))
            {
                var whole = new Rune(_half, unit);
                _half = '\0';
                Append(text, whole);
                continue;
            }

            AppendHalf(text);
            if (char.IsHighSurrogate(unit))
            {
                _half = unit;
            }
            else if (char.IsLowSurrogate(unit))
            {
                AppendShown(text, unit);
            }
            else
            {
                Append(text, new Rune(unit));
            }
        }

        Inner.Write(text.ToString());
    }

    /// <inheritdoc/>
    public override void Flush()
    {
        var text = new StringBuilder();
        AppendHalf(text);
        Inner.Write(text.ToString());
        Inner.Flush();
    }

    private void Append(StringBuilder text, Rune character)
    {
        if (MessageText.IsUnshown(character))
        {
            AppendShown(text, character.Value);
        }
        else
        {
            text.Append(character.ToString());
        }
    }

    private void AppendHalf(StringBuilder text)
    {
        if (_half != 0)
        {
            AppendShown(text, _half);
            _half = '\0';
        }
    }

    private void AppendShown(StringBuilder text, int character)
    {
        text.Append(MessageText.Show(character));
        Replaced++;
    }
}
