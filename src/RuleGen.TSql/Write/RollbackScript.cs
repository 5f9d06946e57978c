using System.Text;
using RuleGen.Model;

namespace RuleGen.TSql;

/// <summary>Writes rollback.sql: removes what deploy.sql made, nothing else, in one transaction.</summary>
internal static class RollbackScript
{
    /// <summary>The whole file.</summary>
    public static string Write(Removal removal)
    {
        var text = new StringBuilder(removal.Header);
        text.Append('\n').Append(ScriptSteps.DeploymentOptions).Append("GO\n\n");
        text.Append("-- It has a transaction of its own, and neither joins nor ends one that is open.\n");
        text.Append(TransactionGuard.Return(removal.Subject));
        var hashes = HashVariables(removal);
        text.Append(string.Concat(hashes.Values.Select(hash => $"DECLARE {hash} varbinary(64);\n")));
        text.Append("BEGIN TRY\n    BEGIN TRANSACTION;\n\n");
        Append(text, ScriptSteps.TakeLock(removal.Subject));
        foreach (var each in removal.Objects)
        {
            Append(text, ScriptSteps.RefuseChanged(each.Kind, removal.NameOf(each), each.Seen));
        }

        foreach (var each in removal.Objects)
        {
            Append(text, Drop(each.Kind.Keyword(), removal.NameOf(each)));
            if (each.Assembly is { } assembly)
            {
                if (hashes.TryGetValue(assembly, out var hash))
                {
                    Append(text, AssemblySteps.NoteHash(assembly, hash));
                }

                Append(text, AssemblySteps.Drop(assembly));
            }
        }

        Append(text, DropSchema(removal.Schema));
        return text.Append(Finish(removal, string.Concat(hashes.Values.Select(AssemblySteps.Distrust)))).ToString();
    }

    /// <summary>A variable for the hash of each assembly that the server is not to trust any more.</summary>
    private static Dictionary<string, string> HashVariables(Removal removal) =>
        removal
            .Objects.Where(_ => removal.TakesTrust)
            .Select(each => each.Assembly)
            .OfType<string>()
            .Index()
            .ToDictionary(each => each.Item, each => $"@hash{each.Index + 1}");

    private static string Finish(Removal removal, string afterwards) =>
        $"""
                COMMIT TRANSACTION;
                PRINT {SqlText.Unicode(removal.Done)};
            END TRY
            BEGIN CATCH
                IF @@TRANCOUNT > 0
                    ROLLBACK TRANSACTION;
                PRINT {SqlText.Unicode($"{removal.Subject}: not rolled back, nothing was changed.")};
                THROW;
            END CATCH;
            {afterwards}GO

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
    public static string DropSchema(string schema)
    {
        var id = $"SCHEMA_ID({SqlText.Unicode(schema)})";
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
                DROP SCHEMA {SqlName.Bracket(schema)};

            """;
    }
}
