using System.Text;
using RuleGen.Model;

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
    public static string Write(Deployment deployment)
    {
        var objects = deployment.Objects.Select(planned => planned.Object).ToValueList();
        var text = new StringBuilder(deployment.Header).Append('\n');
        text.Append(ScriptSteps.DeploymentOptions)
            .Append("GO\n\n-- It has a transaction of its own, and neither joins nor ends one that is open.\n")
            .Append(TransactionGuard.Return(deployment.Subject))
            .Append("DECLARE @statement nvarchar(1000);\n")
            .Append(Stamps.DeclareModule)
            .Append(
                "DECLARE @grants TABLE (Position int IDENTITY(1, 1) NOT NULL, Statement nvarchar(1000) NOT NULL);\n"
            )
            .Append(Descriptions.Declare)
            .Append("BEGIN TRY\n    BEGIN TRANSACTION;\n\n");
        AppendStep(text, ScriptSteps.TakeLock(deployment.Subject));
        AppendStep(text, ScriptSteps.CheckEncoding(objects, deployment.Subject));
        AppendStep(text, ScriptSteps.CheckCodePage(objects, deployment.Subject));
        foreach (var (place, used) in deployment.Tables.Index())
        {
            AppendStep(text, SourceShape.Check(used, deployment.Target, declares: place == 0));
        }

        foreach (var (each, seen) in deployment.Objects)
        {
            AppendStep(text, ScriptSteps.RefuseChanged(each.Kind, each.QualifiedName, seen));
            AppendStep(text, ScriptSteps.RefuseForeign(each.QualifiedName));
        }

        if (deployment.MayHaveNothingToDo)
        {
            AppendStep(text, EndWhereCurrent(deployment, objects));
        }

        AppendStep(text, ScriptSteps.CreateSchema(deployment.Schema));
        text.Append("    -- Objects lose their grants, and what somebody wrote of them, when they are dropped.\n");
        foreach (var each in objects)
        {
            AppendStep(text, KeepGrants(each));
            AppendStep(text, Descriptions.Keep(each.QualifiedName));
        }

        AppendStep(
            text,
            string.Concat(objects.Select(each => $"DROP {each.Kind.Keyword()} IF EXISTS {each.QualifiedName};\n"))
        );
        foreach (var each in objects)
        {
            // Literals of several lines: set in, they would hold other text.
            text.Append("    EXECUTE (").Append(SqlText.Unicode(each.Script)).Append(");\n\n");
        }

        AppendStep(text, GiveGrants);
        foreach (var each in objects)
        {
            AppendStep(text, Descriptions.GiveBack(each.QualifiedName, Stamps.Level(each)));
            AppendStep(text, Stamps.Add(each));
        }

        return text.Append(Finish(deployment)).ToString();
    }

    private static string EndWhereCurrent(Deployment deployment, ValueList<CodingObject> objects) =>
        $"""
            IF {string.Join("\n    AND ", objects.Select(Stamps.IsOfDefinition))}
            BEGIN
                COMMIT TRANSACTION;
                PRINT {SqlText.Unicode(deployment.NothingDone)};
                RETURN;
            END;

            """;

    private const string GiveGrants = """
        WHILE EXISTS (SELECT 1 FROM @grants)
        BEGIN
            SELECT TOP (1) @statement = Statement FROM @grants ORDER BY Position;
            EXECUTE (@statement);
            DELETE FROM @grants WHERE Position = (SELECT MIN(Position) FROM @grants);
        END;

        """;

    private static string KeepGrants(CodingObject each) =>
        each.Kind == ObjectKind.View
            ? KeepGrants(
                each.QualifiedName,
                "pg_class",
                "relacl",
                "relowner",
                "N'SELECT', N'INSERT', N'UPDATE', N'DELETE', N'REFERENCES'"
            )
            : KeepGrants(each.QualifiedName, "pg_proc", "proacl", "proowner", "N'EXECUTE'");

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

    private static string Finish(Deployment deployment) =>
        $"""
                COMMIT TRANSACTION;
                PRINT {SqlText.Unicode(deployment.Done)};
            END TRY
            BEGIN CATCH
                IF @@TRANCOUNT > 0
                    ROLLBACK TRANSACTION;
                PRINT {SqlText.Unicode($"{deployment.Subject}: not deployed, nothing was changed.")};
                THROW;
            END CATCH;
            GO

            """;
}
