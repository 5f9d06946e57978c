using RuleGen.Cli.Files;
using RuleGen.Model;
using RuleGen.SqlServer;
using RuleGen.TSql;
using Spectre.Console;

namespace RuleGen.Cli.Deploying;

/// <summary>Shows to a person what is on a server.</summary>
internal static class StatusText
{
    /// <summary>Writes a table with a line for each object, and below it what there is to say of some.</summary>
    public static void Write(ServerStatus status, TextWriter output, TextWriter error)
    {
        error.WriteLine($"{status.Server}, database {SqlName.Bracket(status.Server.Database)}");
        if (!status.HasSchema)
        {
            error.WriteLine($"the database has no schema {SqlName.Bracket(status.Objects[0].Schema)}");
        }

        Terminal
            .CreateForOutput(output)
            .Write(Table(status.Objects, "Condition", each => ConditionName.Of(each.Condition)));
        foreach (var each in status.Objects.Where(each => each.Remark.Length > 0))
        {
            output.WriteLine($"{each.QualifiedName}: {MessageText.OneLine(each.Remark)}.");
        }
    }

    /// <summary>A table of objects with one column about their state.</summary>
    public static Table Table(IEnumerable<ObjectStatus> objects, string title, Func<ObjectStatus, string> describe)
    {
        var table = new Table().Border(Terminal.IsOutputInteractive ? TableBorder.Rounded : TableBorder.Ascii);
        table.AddColumns("Object", "Kind", title, "Edition there");
        foreach (var each in objects)
        {
            table.AddRow(
                new Text(MessageText.OneLine(each.QualifiedName)),
                new Text(each.Kind.Word()),
                new Text(describe(each), new Style(ColourOf(each.Condition))),
                new Text(MessageText.OneLine(each.Edition ?? ""))
            );
        }

        return table;
    }

    private static Color ColourOf(ObjectCondition condition) =>
        condition switch
        {
            ObjectCondition.Current => Color.Green,
            ObjectCondition.Changed or ObjectCondition.Foreign => Color.Red,
            _ => Color.Yellow,
        };
}
