using System.Text;

namespace RuleGen.Cli.Diffing;

/// <summary>Rows of cells in columns as wide as they need, without lines between them.</summary>
internal sealed class TextTable
{
    private readonly List<string[]> _rows = [];

    /// <summary>Adds a row.</summary>
    public void Add(params string[] cells) => _rows.Add(cells);

    /// <summary>Writes the rows.</summary>
    /// <param name="text">Where to.</param>
    /// <param name="indent">What stands before each row.</param>
    /// <param name="alignRight">Whether cells beyond the first are right-aligned, as numbers are.</param>
    public void Write(StringBuilder text, string indent, bool alignRight)
    {
        var columns = _rows.Max(row => row.Length);
        var widths = Enumerable
            .Range(0, columns)
            .Select(column => _rows.Max(row => column < row.Length ? row[column].Length : 0))
            .ToList();
        foreach (var row in _rows)
        {
            var cells = row.Select(
                (cell, column) =>
                    alignRight && column > 0 ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column])
            );
            text.Append((indent + string.Join("  ", cells)).TrimEnd()).Append('\n');
        }
    }
}
