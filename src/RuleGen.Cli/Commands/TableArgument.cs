using System.CommandLine;
using RuleGen.Model;

namespace RuleGen.Cli.Commands;

/// <summary>Reads the name of a table as a command line writes it.</summary>
internal static class TableArgument
{
    /// <summary>The table of an option's value.</summary>
    /// <exception cref="RuleGenException">RG0601: the name is not understood.</exception>
    public static TableName Read(Option option, string name) =>
        SplitName(name) is [var schema, var table]
            ? new TableName(schema, table)
            : throw new RuleGenException(
                ErrorCodes.Usage,
                $"{option.Name} '{MessageText.OneLine(name)}' is no two-part name",
                "Write it as dbo.APCS or [dbo].[APCS]"
            );

    /// <summary>The parts of a name, with or without brackets.</summary>
    private static List<string> SplitName(string name)
    {
        var parts = new List<string> { "" };
        var isBracketed = false;
        for (var i = 0; i < name.Length; i++)
        {
            if (isBracketed && name[i] == ']' && i + 1 < name.Length && name[i + 1] == ']')
            {
                parts[^1] += name[i++];
            }
            else if (name[i] == (isBracketed ? ']' : '['))
            {
                isBracketed = !isBracketed;
            }
            else if (name[i] == '.' && !isBracketed)
            {
                parts.Add("");
            }
            else
            {
                parts[^1] += name[i];
            }
        }

        return isBracketed || parts.Contains("") ? [] : parts;
    }
}
