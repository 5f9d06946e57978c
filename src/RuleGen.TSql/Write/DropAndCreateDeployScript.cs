using System.Text;

namespace RuleGen.TSql;

/// <summary>
/// Writes deploy.sql for Babelfish: drops and creates within one transaction, and gives the objects' grants again. It
/// is one batch in TRY … CATCH, because Babelfish ignores <c>SET NOEXEC</c>.
/// </summary>
/// <remarks>
/// Grants are read from PostgreSQL's catalogue: <c>sys.database_permissions</c> is there but empty (seen on Babelfish
/// 4.4). Names of principals are quoted by QUOTENAME.
/// </remarks>
internal static class DropAndCreateDeployScript
{
    /// <summary>The whole file.</summary>
    public static string Write(ScriptParts parts)
    {
        var names = parts.Names;
        var text = new StringBuilder(DeployScript.Header(parts)).Append('\n');
        text.Append(ScriptSteps.SetOptions)
            .Append("GO\n\n")
            .Append("DECLARE @statement nvarchar(1000);\n")
            .Append(
                "DECLARE @grants TABLE (Position int IDENTITY(1, 1) NOT NULL, Statement nvarchar(1000) NOT NULL);\n"
            )
            .Append("BEGIN TRY\n    BEGIN TRANSACTION;\n\n");
        AppendStep(text, ScriptSteps.TakeLock(names));
        AppendStep(text, ScriptSteps.CheckEncoding(parts));
        AppendStep(text, ScriptSteps.CheckCodePage(parts));
        AppendStep(text, ScriptSteps.RefuseForeign(names.QualifiedView));
        AppendStep(text, ScriptSteps.RefuseForeign(names.QualifiedFunction));
        AppendStep(text, ScriptSteps.CreateSchema(names));
        text.Append("    -- Objects lose their grants when they are dropped.\n");
        AppendStep(text, KeepViewGrants(names));
        AppendStep(text, KeepFunctionGrants(names));
        AppendStep(
            text,
            $"DROP VIEW IF EXISTS {names.QualifiedView};\nDROP FUNCTION IF EXISTS {names.QualifiedFunction};\n"
        );
        // Literals of several lines: set in, they would hold other text.
        text.Append("    EXECUTE (").Append(SqlText.Unicode(parts.ViewScript)).Append(");\n\n");
        text.Append("    EXECUTE (").Append(SqlText.Unicode(parts.FunctionScript)).Append(");\n\n");
        AppendStep(text, GiveGrants);
        AppendStep(text, Stamps.Add(parts, "VIEW", names.View));
        AppendStep(text, Stamps.Add(parts, "FUNCTION", names.Function));
        return text.Append(Finish(names)).ToString();
    }

    private const string GiveGrants = """
        WHILE EXISTS (SELECT 1 FROM @grants)
        BEGIN
            SELECT TOP (1) @statement = Statement FROM @grants ORDER BY Position;
            EXECUTE (@statement);
            DELETE FROM @grants WHERE Position = (SELECT MIN(Position) FROM @grants);
        END;

        """;

    private static string KeepViewGrants(ObjectNames names) =>
        KeepGrants(
            names.QualifiedView,
            "pg_class",
            "relacl",
            "relowner",
            "N'SELECT', N'INSERT', N'UPDATE', N'DELETE', N'REFERENCES'"
        );

    private static string KeepFunctionGrants(ObjectNames names) =>
        KeepGrants(names.QualifiedFunction, "pg_proc", "proacl", "proowner", "N'EXECUTE'");

    private static string KeepGrants(
        string qualifiedName,
        string catalogue,
        string list,
        string owner,
        string privileges
    ) =>
        $"""
            INSERT INTO @grants (Statement)
            SELECT
                N'GRANT ' + g.privilege_type + {SqlText.Unicode(
                $" ON {qualifiedName} TO "
            )} + QUOTENAME(COALESCE(p.name, N'public'))
                    + CASE WHEN g.is_grantable = 1 THEN N' WITH GRANT OPTION;' ELSE N';' END
            FROM pg_catalog.{catalogue} AS o
            CROSS APPLY pg_catalog.aclexplode(o.{list}) AS g
            LEFT JOIN sys.database_principals AS p
                ON p.principal_id = g.grantee
            WHERE o.oid = OBJECT_ID({SqlText.Unicode(qualifiedName)})
                AND g.grantee <> o.{owner}
                AND g.privilege_type IN ({privileges})
                AND (g.grantee = 0 OR p.name IS NOT NULL);

            """;

    private static void AppendStep(StringBuilder text, string step)
    {
        if (step.Length > 0)
        {
            text.Append(ScriptSteps.Indent(step, 4)).Append('\n');
        }
    }

    private static string Finish(ObjectNames names) =>
        $"""
                COMMIT TRANSACTION;
                PRINT {SqlText.Unicode($"Deployed {names.QualifiedView} and {names.QualifiedFunction}.")};
            END TRY
            BEGIN CATCH
                IF @@TRANCOUNT > 0
                    ROLLBACK TRANSACTION;
                PRINT {SqlText.Unicode($"{names.QualifiedView}: not deployed, nothing was changed.")};
                THROW;
            END CATCH;
            GO

            """;
}
