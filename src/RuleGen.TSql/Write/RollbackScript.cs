using System.Text;
using RuleGen.Model;

namespace RuleGen.TSql;

/// <summary>Writes rollback.sql: removes what deploy.sql made, nothing else, in one transaction.</summary>
internal static class RollbackScript
{
    /// <summary>The whole file.</summary>
    public static string Write(ScriptParts parts)
    {
        var names = parts.Names;
        var text = new StringBuilder(
            parts.Header(
                $"Rollback: removes {names.QualifiedView} and {names.QualifiedFunction} where RuleGen made them, "
                    + "and the schema where RuleGen made it and nothing else is in it.",
                "To return to an earlier edition, run that edition's deploy.sql instead: it keeps the grants."
            )
        );
        text.Append('\n').Append(ScriptSteps.SetOptions).Append("GO\n\nBEGIN TRY\n    BEGIN TRANSACTION;\n\n");
        Append(text, ScriptSteps.TakeLock(names));
        Append(text, Drop("FUNCTION", names.QualifiedFunction));
        Append(text, Drop("VIEW", names.QualifiedView));
        Append(text, DropSchema(names));
        return text.Append(Finish(names)).ToString();
    }

    private static string Finish(ObjectNames names) =>
        $"""
                COMMIT TRANSACTION;
                PRINT {SqlText.Unicode(
                $"Removed what RuleGen had made of {names.QualifiedView} and {names.QualifiedFunction}."
            )};
            END TRY
            BEGIN CATCH
                IF @@TRANCOUNT > 0
                    ROLLBACK TRANSACTION;
                PRINT {SqlText.Unicode($"{names.QualifiedView}: not rolled back, nothing was changed.")};
                THROW;
            END CATCH;
            GO

            """;

    private static void Append(StringBuilder text, string step) =>
        text.Append(ScriptSteps.Indent(step, 4)).Append('\n');

    /// <summary>Drops an object that RuleGen made.</summary>
    public static string Drop(string kind, string qualifiedName) =>
        $"""
            IF {Stamps.Exists(qualifiedName)}
                DROP {kind} {qualifiedName};
            ELSE IF OBJECT_ID({SqlText.Unicode(qualifiedName)}) IS NOT NULL
                PRINT {SqlText.Unicode($"{qualifiedName} was not made by RuleGen, and stays.")};

            """;

    /// <summary>Drops the schema where RuleGen made it and nothing is left in it.</summary>
    public static string DropSchema(ObjectNames names)
    {
        var id = $"SCHEMA_ID({SqlText.Unicode(names.Schema)})";
        return $"""
            IF EXISTS (
                    SELECT 1
                    FROM sys.extended_properties AS p
                    WHERE p.class = 3
                        AND p.major_id = {id}
                        AND p.name = N'{Stamps.GeneratorVersionName}')
                AND NOT EXISTS (SELECT 1 FROM sys.objects AS o WHERE o.schema_id = {id})
                AND NOT EXISTS (SELECT 1 FROM sys.types AS t WHERE t.schema_id = {id})
                AND NOT EXISTS (SELECT 1 FROM sys.database_permissions AS g WHERE g.class = 3 AND g.major_id = {id})
                DROP SCHEMA {SqlName.Bracket(names.Schema)};

            """;
    }
}
