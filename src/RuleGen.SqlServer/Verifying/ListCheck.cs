using RuleGen.Model;

namespace RuleGen.SqlServer;

/// <summary>Refuses to verify on a server what reads lists: rows are taken there without the items that belong to them.</summary>
internal static class ListCheck
{
    /// <summary>Refuses a coding that reads a list.</summary>
    /// <exception cref="RuleGenException">RG0705: it does.</exception>
    public static void Check(Coding coding)
    {
        if (coding.Columns.FirstOrDefault(column => column.Type is ListType) is { } list)
        {
            throw new RuleGenException(
                ErrorCodes.UnsupportedServer,
                $"The coding reads the list '{list.Name}', and rows are not taken to a server with their lists",
                "Verify it without --connection; or run deploy.sql, then fixtures.sql, which fills the child tables, too"
            );
        }
    }
}
