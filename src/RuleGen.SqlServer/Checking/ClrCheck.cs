using RuleGen.Model;
using RuleGen.TSql;

namespace RuleGen.SqlServer;

/// <summary>Asks whether a server runs SQLCLR functions (rules 9.2, 9.18).</summary>
internal static class ClrCheck
{
    private const string Query = """
        -- rulegen: whether SQLCLR functions run
        SELECT CONVERT(int, c.value_in_use) FROM sys.configurations AS c WHERE c.name = N'clr enabled';

        """;

    /// <summary>Why it runs none; null where it does.</summary>
    public static Problem? Run(ISqlSession session, Target target) =>
        !target.HasClr
            ? new Problem(
                ErrorCodes.UnsupportedByTarget,
                $"{target} runs no SQLCLR functions",
                "Leave out --clr; the view and the inline function give the same rows"
            )
        : session.Query(Query) is [var row] && row.Number(0) == 0
            ? new Problem(
                ErrorCodes.UnsupportedServer,
                "The server runs no SQLCLR functions, because its option 'clr enabled' is 0",
                "Have it set: EXECUTE sp_configure 'clr enabled', 1; RECONFIGURE; or leave out --clr"
            )
        : null;
}
