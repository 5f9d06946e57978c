using System.Text;

namespace RuleGen.TSql;

/// <summary>
/// Lines of SQL that stand together: first the comments that lead them, then code. Blocks are put together from the
/// inside outwards, so a line knows only how far it stands to the right of its block.
/// </summary>
internal sealed class Block
{
    private const int IndentWidth = 4;

    private readonly List<Line> _lines = [];
    private int _leadingComments;

    /// <summary>A block without lines.</summary>
    public Block() { }

    /// <summary>A block of one line of code.</summary>
    public Block(string code) => _lines.Add(new Line(0, code));

    /// <summary>Whether it is one line of code without a comment above it.</summary>
    public bool IsOneLine => _lines.Count == 1 && _leadingComments == 0;

    /// <summary>Whether comments stand above the first line of code.</summary>
    public bool HasLeadingComments => _leadingComments > 0;

    /// <summary>Adds a line of code at the end.</summary>
    public Block Add(string code, int indent = 0)
    {
        _lines.Add(new Line(indent, code));
        return this;
    }

    /// <summary>Adds the lines of another block at the end.</summary>
    public Block Add(Block block, int indent = 0)
    {
        if (_lines.Count == 0 && indent == 0)
        {
            _leadingComments = block._leadingComments;
        }

        _lines.AddRange(block._lines.Select(line => line with { Indent = line.Indent + indent }));
        return this;
    }

    /// <summary>Writes before the first line of code.</summary>
    public Block Prefix(string code)
    {
        _lines[_leadingComments] = _lines[_leadingComments] with { Code = code + _lines[_leadingComments].Code };
        return this;
    }

    /// <summary>Writes after the code of the last line, before the comment that ends it.</summary>
    public Block Suffix(string code)
    {
        _lines[^1] = _lines[^1] with { Code = _lines[^1].Code + code };
        return this;
    }

    /// <summary>Puts a comment above all lines.</summary>
    public Block LeadWith(IEnumerable<CommentLine> comments)
    {
        var lines = comments.Select(comment => new Line(0, "") { Leading = comment }).ToList();
        _lines.InsertRange(0, lines);
        _leadingComments += lines.Count;
        return this;
    }

    /// <summary>Puts comments at the end of the last line.</summary>
    public Block EndWith(IEnumerable<string> comments)
    {
        var trailing = string.Concat(comments.Select(comment => $" -- {comment}"));
        _lines[^1] = _lines[^1] with { Trailing = _lines[^1].Trailing + trailing };
        return this;
    }

    /// <summary>
    /// Puts the comment that ends the last line above it, where what somebody writes after the block stays code.
    /// </summary>
    public Block LiftLastComment()
    {
        var last = _lines[^1];
        if (last.Trailing.Length > 0)
        {
            var comment = new CommentLine(last.Trailing[" -- ".Length..], IsWrapped: true);
            _lines[^1] = last with { Trailing = "" };
            _lines.Insert(_lines.Count - 1, new Line(last.Indent, "") { Leading = comment });
        }

        return this;
    }

    /// <summary>The text, with LF after every line. A citation is written once while it stays the same.</summary>
    /// <param name="indent">How many steps to the right the block stands.</param>
    public string ToText(int indent = 0)
    {
        var text = new StringBuilder();
        CommentLine? citation = null;
        foreach (var line in _lines)
        {
            var margin = new string(' ', (indent + line.Indent) * IndentWidth);
            IEnumerable<string> printed = [line.Code + line.Trailing];
            if (line.Leading is { } comment)
            {
                printed = (comment == citation ? CommentLine.SameCitation : comment).Print(
                    SqlText.Width - margin.Length
                );
                citation = comment.IsCitation ? comment : citation;
            }

            foreach (var part in printed)
            {
                text.Append((margin + part).TrimEnd(' ')).Append('\n');
            }
        }

        return text.ToString();
    }

    private sealed record Line(int Indent, string Code)
    {
        public CommentLine? Leading { get; init; }

        public string Trailing { get; init; } = "";
    }
}
