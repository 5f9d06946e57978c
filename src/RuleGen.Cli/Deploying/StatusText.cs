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

        Table(status.Objects, "Condition", each => ConditionName.Of(each.Condition)).Write(Terminal.OfOutput(output));
        foreach (var each in status.Objects.Where(each => each.Remark.Length > 0))
        {
            output.WriteLine($"{each.QualifiedName}: {MessageText.OneLine(each.Remark)}.");
        }
    }

    /// <summary>A table of objects with one column about their state.</summary>
    public static TextTable Table(IEnumerable<ObjectStatus> objects, string title, Func<ObjectStatus, string> describe)
    {
        var table = new TextTable(new("Object"), new("Kind"), new(title), new("Edition there"));
        foreach (var each in objects)
        {
            table.AddRow(
                MessageText.OneLine(each.QualifiedName),
                each.Kind.Word(),
                new Cell(describe(each), ColourOf(each.Condition)),
                MessageText.OneLine(each.Edition ?? "")
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
