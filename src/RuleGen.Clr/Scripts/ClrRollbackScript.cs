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
        Append(text, ScriptSteps.TakeLock(parts.Names));
        Append(text, RollbackScript.Drop("FUNCTION", names.QualifiedFunction));
        Append(text, DropAssembly(names));
        Append(text, RollbackScript.DropSchema(parts.Names));
        text.Append("    COMMIT TRANSACTION;\n    PRINT ")
            .Append(SqlText.Unicode($"Removed what RuleGen had made of {names.QualifiedFunction}."))
            .Append(";\n\n");
        Append(text, Distrust);
        return text.Append(Finish(names)).ToString();
    }

    private const string Distrust = """
        IF @hash IS NOT NULL AND OBJECT_ID(N'sys.sp_drop_trusted_assembly') IS NOT NULL
        BEGIN
            IF EXISTS (SELECT 1 FROM sys.trusted_assemblies AS t WHERE t.hash = @hash)
                EXECUTE sys.sp_drop_trusted_assembly @hash;
        END;

        """;

    /// <summary>The hash is that of the bytes that the database has, whatever edition they are of.</summary>
    private static string DropAssembly(ClrNames names)
    {
        var assembly = SqlName.Bracket(names.Assembly);
        return $"""
            IF {ClrSteps.AssemblyIsMine(names)}
            BEGIN
                SELECT @hash = HASHBYTES('SHA2_512', f.content)
                FROM sys.assembly_files AS f
                INNER JOIN sys.assemblies AS a
                    ON a.assembly_id = f.assembly_id
                WHERE a.name = {SqlText.Unicode(names.Assembly)}
                    AND f.file_id = 1;
                DROP ASSEMBLY {assembly};
            END
            ELSE IF {ClrSteps.AssemblyExists(names)}
                PRINT {SqlText.Unicode($"Assembly {assembly} was not made by RuleGen, and stays.")};

            """;
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
