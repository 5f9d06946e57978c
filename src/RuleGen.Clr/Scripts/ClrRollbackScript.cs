using System.Text;
using RuleGen.Model;
using RuleGen.TSql;

namespace RuleGen.Clr;

/// <summary>Writes clr-rollback.sql: removes what clr.sql made, nothing else.</summary>
internal static class ClrRollbackScript
{
    /// <summary>The whole file.</summary>
    public static string Write(ClrNames names, ScriptParts parts)
    {
        var text = new StringBuilder(
            parts.HeaderFor(
                ClrSteps.Servers,
                $"SQLCLR rollback: removes {names.QualifiedFunction} and its assembly {SqlName.Bracket(names.Assembly)} "
                    + "where RuleGen made them, the schema where RuleGen made it and nothing else is in it, and then the "
                    + "assembly's hash from those that the server trusts.",
                "The hash is the server's: another database on it that has the very same assembly needs its clr.sql run "
                    + "again. To return to an earlier edition, run that edition's clr.sql instead: it keeps the grants."
            )
        );
        text.Append('\n').Append(ScriptSteps.SetOptions).Append("GO\n\n");
        text.Append("DECLARE @hash varbinary(64);\nBEGIN TRY\n    BEGIN TRANSACTION;\n\n");
        Append(text, ScriptSteps.TakeLock(parts.Names.QualifiedView));
        Append(text, RollbackScript.Drop("FUNCTION", names.QualifiedFunction));
        Append(text, AssemblySteps.Drop(names.Assembly, "@hash"));
        Append(text, RollbackScript.DropSchema(parts.Names.Schema));
        text.Append("    COMMIT TRANSACTION;\n    PRINT ")
            .Append(SqlText.Unicode($"Removed what RuleGen had made of {names.QualifiedFunction}."))
            .Append(";\n\n");
        Append(text, AssemblySteps.Distrust("@hash"));
        return text.Append(Finish(names)).ToString();
    }

    private static string Finish(ClrNames names) =>
        $"""
            END TRY
            BEGIN CATCH
                IF @@TRANCOUNT > 0
                BEGIN
                    ROLLBACK TRANSACTION;
                    PRINT {SqlText.Unicode($"{names.QualifiedFunction}: not rolled back, nothing was changed.")};
                END;
                THROW;
            END CATCH;
            GO

            """;

    private static void Append(StringBuilder text, string step) =>
        text.Append(ScriptSteps.Indent(step, 4)).Append('\n');
}
