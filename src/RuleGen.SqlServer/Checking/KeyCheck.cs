using RuleGen.Model;

namespace RuleGen.SqlServer;

/// <summary>Asks whether the key tells the rows of a table apart.</summary>
internal static class KeyCheck
{
    /// <summary>Two rows with one key, in words; null where there are none.</summary>
    public static Problem? Run(ISqlSession session, Source source)
    {
        var names = source.Key.Select(column => SqlName.Bracket(column.StoredName)).ToList();
        var columns = string.Join(", ", names.Select(name => $"t.{name}"));
        var values = string.Join(", ", names.Select(name => $"CONVERT(nvarchar(400), t.{name})"));
        var found = session.Query(
            $"""
            -- rulegen: a key that several rows have
            SELECT TOP (1) COUNT_BIG(*), {values}
            FROM {source.Table} AS t
            GROUP BY {columns}
            HAVING COUNT_BIG(*) > 1;

            """
        );
        if (found is not [var row])
        {
            return null;
        }

        var key = source.Key.Select((column, index) => $"{column.StoredName} = {row.Text(index + 1) ?? "NULL"}");
        return new Problem(
            ErrorCodes.SourceMismatch,
            $"The key of {source.Table} does not tell its rows apart: {row.Number(0)} rows have "
                + MessageText.OneLine(string.Join(", ", key)),
            "Name a key in the schema file that does; or make a view of the table and name that, so that the functions "
                + "alone are asked"
        );
    }
}
