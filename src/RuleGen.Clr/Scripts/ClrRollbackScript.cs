using System.Text;
using RuleGen.Model;
using RuleGen.TSql;

namespace RuleGen.Clr;

/// <summary>Writes clr-rollback.sql: removes what clr.sql made, nothing else; the server's trust stays.</summary>
internal static class ClrRollbackScript
{
    /// <summary>The whole file.</summary>
    public static string Write(ClrNames names, ScriptParts parts)
    {
        var text = new StringBuilder(
            parts.HeaderFor(
                ClrSteps.Servers,
                $"SQLCLR rollback: removes {names.QualifiedFunction} and its assembly {SqlName.Bracket(names.Assembly)} "
                    + "where RuleGen made them, and the schema where RuleGen made it and nothing else is in it.",
                "Run it as it is: sqlcmd -b -f 65001 -i clr-rollback.sql, or open it in SSMS. It refuses, and changes "
                    + "nothing, where a transaction is open, and where somebody has changed the assembly.",
                $"Permissions: ALTER ANY ASSEMBLY in the database, ALTER on schema {SqlName.Bracket(names.Schema)}.",
                DeploymentNotes.Locks(parts.Target, "removes"),
                "To undo it: clr.sql; grants are not given again. To return to an earlier edition, run that edition's "
                    + "clr.sql instead: it keeps the grants. The server goes on trusting the assembly: "
                    + "clr-trust-rollback.sql."
            )
        );
        text.Append('\n').Append(ScriptSteps.DeploymentOptions).Append("GO\n\n");
        text.Append("-- It has a transaction of its own, and neither joins nor ends one that is open.\n");
        text.Append(TransactionGuard.Return(names.QualifiedFunction)).Append("BEGIN TRY\n    BEGIN TRANSACTION;\n\n");
        Append(text, ScriptSteps.TakeLock(parts.Names.QualifiedView));
        Append(text, ScriptSteps.RefuseChanged(ObjectKind.ClrFunction, names.QualifiedFunction, seen: null));
        Append(text, RollbackScript.Drop("FUNCTION", names.QualifiedFunction));
        Append(text, AssemblySteps.Drop(names.Assembly));
        Append(text, RollbackScript.DropSchema(parts.Names.Schema));
        text.Append("    COMMIT TRANSACTION;\n    PRINT ")
            .Append(SqlText.Unicode($"Removed what RuleGen had made of {names.QualifiedFunction}."))
            .Append(";\n");
        return text.Append(Finish(names)).ToString();
    }

    private static string Finish(ClrNames names) =>
        $"""
            END TRY
            BEGIN CATCH
                IF @@TRANCOUNT > 0
                    ROLLBACK TRANSACTION;
                PRINT {SqlText.Unicode($"{names.QualifiedFunction}: not rolled back, nothing was changed.")};
                THROW;
            END CATCH;
            GO

            """;

    private static void Append(StringBuilder text, string step) =>
        text.Append(ScriptSteps.Indent(step, 4)).Append('\n');
}
