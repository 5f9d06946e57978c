using RuleGen.Model;
using RuleGen.TSql;

namespace RuleGen.SqlServer;

/// <summary>Runs generated scripts in a session, as sqlcmd would.</summary>
internal static class SessionScript
{
    /// <summary>Sends a script batch by batch; where one fails, undoes what its transaction has done.</summary>
    /// <exception cref="RuleGenException">A batch failed; none after it was sent.</exception>
    public static void Run(ISqlSession session, string script)
    {
        try
        {
            foreach (var batch in ScriptBatches.Split(script))
            {
                session.Execute(batch);
            }
        }
        catch (RuleGenException)
        {
            Undo(session);
            throw;
        }
    }

    private static void Undo(ISqlSession session)
    {
        try
        {
            session.Execute("IF @@TRANCOUNT > 0\n    ROLLBACK TRANSACTION;\n");
        }
        catch (RuleGenException)
        {
            // The connection is gone, and the transaction with it.
        }
    }
}
