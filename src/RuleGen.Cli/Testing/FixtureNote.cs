using RuleGen.Data.Csv;
using RuleGen.Model;
using RuleGen.Workspaces.Fixtures;

namespace RuleGen.Cli.Testing;

/// <summary>Points to <c>test</c> where a file says what is expected of its rows, and a command does not look.</summary>
internal static class FixtureNote
{
    /// <summary>Writes the note, where there is need of it.</summary>
    /// <param name="input">The file, whose header is read; null where there is none.</param>
    /// <param name="command">The command.</param>
    /// <param name="error">Where it is written.</param>
    public static void Write(CsvInput? input, string command, TextWriter error)
    {
        var columns = FixtureColumns.Of([]);
        if (input is not null && columns.AreIn(input.Header))
        {
            error.WriteLine(
                $"{MessageText.OneLine(input.Name)} says what is expected of its rows ({columns.Kept}, {columns.Outcome}), "
                    + $"which {command} does not look at; rulegen test --fixtures does"
            );
        }
    }
}
