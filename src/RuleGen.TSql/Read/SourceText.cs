using System.Text;
using RuleGen.Model;

namespace RuleGen.TSql.Read;

/// <summary>
/// A text that is read, or a script within one of its string literals, and where its characters stand.
/// </summary>
internal sealed class SourceText
{
    private const int ExcerptLength = 80;

    private readonly SourceText? _outer;
    private readonly int[]? _outerOffsets;
    private readonly List<int> _lineStarts = [0];
    private readonly List<int> _shownLineStarts = [0];

    public SourceText(string text)
    {
        Text = text;
        for (var i = 0; i < text.Length; i++)
        {
            var isFirstOfPair = text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n';
            if (!Characters.IsLineBreak(text[i]) || isFirstOfPair)
            {
                continue;
            }

            _lineStarts.Add(i + 1);
            if (text[i] is '\r' or '\n')
            {
                _shownLineStarts.Add(i + 1);
            }
        }
    }

    private SourceText(string text, SourceText outer, int[] outerOffsets)
        : this(text)
    {
        _outer = outer;
        _outerOffsets = outerOffsets;
    }

    public string Text { get; }

    /// <summary>A script within a string literal of this text.</summary>
    /// <param name="text">The script.</param>
    /// <param name="offsets">For each of its characters, and its end, the offset in this text.</param>
    public SourceText Nested(string text, int[] offsets) => new(text, this, offsets);

    /// <summary>The line of an offset, for telling what stands on one line; every kind of line break counts.</summary>
    public int LineOf(int offset) => IndexOf(_lineStarts, offset);

    /// <summary>The place of an offset in the outermost text, as editors count lines: by CR, LF or both.</summary>
    public TextPosition PositionOf(int offset)
    {
        if (_outer is not null)
        {
            return _outer.PositionOf(_outerOffsets![Math.Min(offset, Text.Length)]);
        }

        var line = IndexOf(_shownLineStarts, offset);
        return new TextPosition(line + 1, offset - _shownLineStarts[line] + 1);
    }

    /// <summary>A stretch of the text on one line, shortened where it is long.</summary>
    public string Excerpt(int start, int end)
    {
        var excerpt = new StringBuilder();
        for (var i = start; i < end && excerpt.Length < ExcerptLength; i++)
        {
            var isBlank = char.IsWhiteSpace(Text[i]) || char.IsControl(Text[i]);
            if (!isBlank)
            {
                excerpt.Append(Text[i]);
            }
            else if (excerpt.Length > 0 && excerpt[^1] != ' ')
            {
                excerpt.Append(' ');
            }
        }

        var text = excerpt.ToString().TrimEnd();
        return excerpt.Length < ExcerptLength ? text : text + "…";
    }

    private static int IndexOf(List<int> starts, int offset)
    {
        var found = starts.BinarySearch(offset);
        return found >= 0 ? found : ~found - 1;
    }
}
