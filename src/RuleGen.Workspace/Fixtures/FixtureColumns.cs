using RuleGen.Model;

namespace RuleGen.Workspaces.Fixtures;

/// <summary>The columns of a file of fixtures that say what is expected of a row.</summary>
/// <param name="Kept">The name of the one that says whether it is kept: 1 or 0.</param>
/// <param name="Outcome">The name of the one with its outcome, or NULL.</param>
public sealed record FixtureColumns(string Kept, string Outcome)
{
    /// <summary>The names beside the columns of a source, of which none may be the same.</summary>
    public static FixtureColumns Of(IEnumerable<Column> columns)
    {
        var names = columns.Select(column => column.Name).ToList();
        return new FixtureColumns(Free("ExpectedKept", names), Free("ExpectedOutcome", names));
    }

    /// <summary>Whether a file with this header says what is expected of its rows.</summary>
    public bool AreIn(IEnumerable<string> header)
    {
        var names = header.ToHashSet(SqlName.Comparer);
        return names.Contains(Kept) && names.Contains(Outcome);
    }

    /// <summary>A name that none of others is: it, with underscores behind it where it must be.</summary>
    internal static string Free(string name, List<string> taken) =>
        taken.Contains(name, SqlName.Comparer) ? Free(name + "_", taken) : name;
}
