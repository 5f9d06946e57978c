using Spectre.Console;

namespace RuleGen.Cli.Files;

/// <summary>
/// A table for a person. Where it is too wide for the place, each row becomes some lines, one for each field, so that no name
/// is cut in two.
/// </summary>
/// <param name="columns">The columns: the first says what a row is about.</param>
internal sealed class TextTable(params TextColumn[] columns)
{
    // A border and a blank on both sides of each field, and a border at the end.
    private const int AroundField = 3;

    private readonly List<Cell[]> _rows = [];

    /// <summary>Adds a row, with a field for each column.</summary>
    public void AddRow(params Cell[] cells) => _rows.Add(cells);

    /// <summary>Writes it.</summary>
    public void Write(Terminal terminal)
    {
        var widths = columns.Select((column, i) => _rows.Select(row => row[i].Width).Append(column.Title.Length).Max());
        if (widths.Sum(width => width + AroundField) + 1 <= terminal.Width)
        {
            terminal.Screen.Write(ToTable(terminal));
            return;
        }

        foreach (var row in _rows)
        {
            WriteRecord(row, terminal);
        }
    }

    private Table ToTable(Terminal terminal)
    {
        var table = new Table().Border(terminal.IsInteractive ? TableBorder.Rounded : TableBorder.Ascii);
        foreach (var column in columns)
        {
            table.AddColumn(
                new TableColumn(new Text(column.Title)) { NoWrap = true }.Alignment(
                    column.IsNumber ? Justify.Right : Justify.Left
                )
            );
        }

        foreach (var row in _rows)
        {
            table.AddRow(row.Select(cell => cell.ToText()));
        }

        return table;
    }

    private void WriteRecord(Cell[] row, Terminal terminal)
    {
        WriteLine(row[0]);
        for (var i = 1; i < columns.Length; i++)
        {
            if (row[i].Text.Length > 0)
            {
                terminal.Screen.Write(new Text($"  {columns[i].Title}: "));
                WriteLine(row[i]);
            }
        }

        void WriteLine(Cell cell)
        {
            terminal.Screen.Write(cell.ToText());
            terminal.Screen.Write(new Text("\n"));
        }
    }
}

/// <summary>A column of a table.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="IsNumber">Whether it holds numbers, which stand right.</param>
internal sealed record TextColumn(string Title, bool IsNumber = false);

/// <summary>A field of a table.</summary>
/// <param name="Text">What it holds.</param>
/// <param name="Color">Its colour, where colours are shown; null for the usual.</param>
internal sealed record Cell(string Text, Color? Color = null)
{
    /// <summary>Its width in columns of a terminal.</summary>
    public int Width => Text.GetCellWidth();

    /// <summary>A field in the usual colour.</summary>
    public static implicit operator Cell(string text) => new(text);

    /// <summary>A field that says that all is well.</summary>
    public static Cell Good(string text) => new(text, Spectre.Console.Color.Green);

    /// <summary>A field that says that something is not.</summary>
    public static Cell Bad(string text) => new(text, Spectre.Console.Color.Red);

    /// <summary>It for the console.</summary>
    public Text ToText() => Color is { } color ? new Text(Text, new Style(color)) : new Text(Text);
}
