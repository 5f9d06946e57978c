using System.Globalization;
using System.Text.RegularExpressions;
using RuleGen.Cli.Files;

namespace RuleGen.Tests.Unit.Files;

public sealed class TextTableTests
{
    [Test]
    public void A_table_that_fits_is_a_table() =>
        Assert.That(
            Write("short", isInteractive: false, takesColours: false),
            Is.EqualTo(
                "+-------------------+\n| Name  | N | State |\n|-------+---+-------|\n| short | 7 | fine  |\n+-------------------+\n"
            )
        );

    [Test]
    public void A_name_that_does_not_fit_is_not_cut_in_two()
    {
        var name = "a name with blanks, of which a table would make several lines, and of many more than 80 characters";

        Assert.That(
            Write(name, isInteractive: false, takesColours: false),
            Is.EqualTo($"{name}\n  N: 7\n  State: fine\n")
        );
    }

    [Test]
    public void Up_to_80_columns_are_a_table_and_no_more()
    {
        var rest = "| ".Length + " | 7 | fine  |".Length;

        var widest = Write(new string('x', Terminal.PlainWidth - rest), isInteractive: false, takesColours: false);
        var wider = Write(new string('x', Terminal.PlainWidth - rest + 1), isInteractive: false, takesColours: false);

        Assert.That(widest.Split('\n').Max(line => line.Length), Is.EqualTo(Terminal.PlainWidth));
        Assert.That(wider, Does.StartWith("xxx").And.Contain("\n  N: 7\n"));
    }

    [Test]
    public void NO_COLOR_takes_colours_away_and_nothing_else()
    {
        var coloured = Write("short", isInteractive: true, takesColours: true);
        var plain = Write("short", isInteractive: true, takesColours: false);

        Assert.That(plain, Does.Contain("│ short").And.Not.Contain("\e[3"));
        Assert.That(
            Regex.Replace(coloured, @"\e\[[0-9;]*m", ""),
            Is.EqualTo(Regex.Replace(plain, @"\e\[[0-9;]*m", ""))
        );
    }

    private static string Write(string name, bool isInteractive, bool takesColours)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var table = new TextTable(new("Name"), new("N", IsNumber: true), new("State"));
        table.AddRow(name, "7", Cell.Good("fine"));
        using var writer = new VisibleWriter(text);
        table.Write(Terminal.Of(writer, isInteractive, takesColours));
        return text.ToString();
    }
}
