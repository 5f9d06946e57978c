using System.Text;

namespace RuleGen.TSql;

/// <summary>
/// Writes deploy.sql for servers that have <c>CREATE OR ALTER</c>: plain batches in one transaction. A batch that fails
/// undoes everything and keeps the rest from running, also without <c>sqlcmd -b</c>.
/// </summary>
internal static class DeployScript
{
    private const string StopOnError = """
        IF @@ERROR <> 0 OR @@TRANCOUNT = 0 BEGIN IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION; SET NOEXEC ON; END;
        GO

        """;

    /// <summary>The whole file.</summary>
    public static string Write(ScriptParts parts)
    {
        var names = parts.Names;
        var text = new StringBuilder(Header(parts)).Append('\n').Append(ScriptSteps.SetOptions).Append("GO\n\n");
        Append(text, "One transaction for all. After each batch: if it failed, undo everything and skip the rest.");
        text.Append("BEGIN TRANSACTION;\nGO\n\n");
        AppendBatch(text, ScriptSteps.TakeLock(names));
        AppendBatch(text, ScriptSteps.CheckEncoding(parts));
        AppendBatch(text, ScriptSteps.CheckCodePage(parts));
        AppendBatch(text, ScriptSteps.RefuseForeign(names.QualifiedView));
        AppendBatch(text, ScriptSteps.RefuseForeign(names.QualifiedFunction));
        AppendBatch(text, Rethrow(ScriptSteps.CreateSchema(names)));
        AppendBatch(text, parts.ViewScript);
        AppendBatch(text, parts.FunctionScript);
        AppendBatch(text, Stamp(parts, "VIEW", names.View));
        AppendBatch(text, Stamp(parts, "FUNCTION", names.Function));
        return text.Append(Finish(names)).ToString();
    }

    /// <summary>The header, also of the script for servers without <c>CREATE OR ALTER</c>.</summary>
    public static string Header(ScriptParts parts) =>
        parts.Header(
            $"Deployment: creates or updates {parts.Names.QualifiedView} and {parts.Names.QualifiedFunction}, "
                + "both or neither. May be run again.",
            "Run it as it is: sqlcmd -b -f 65001 -i deploy.sql, or open it in SSMS."
        );

    private static void AppendBatch(StringBuilder text, string batch)
    {
        if (batch.Length > 0)
        {
            text.Append(batch).Append("GO\n").Append(StopOnError).Append('\n');
        }
    }

    /// <summary>
    /// Statements of which each must succeed. <c>@@ERROR</c> knows of the last one only, and a system procedure's error
    /// does not end the batch; THROW does.
    /// </summary>
    private static string Rethrow(string statements) =>
        $"BEGIN TRY\n{ScriptSteps.Indent(statements, 4)}END TRY\nBEGIN CATCH\n    THROW;\nEND CATCH;\n";

    private static void Append(StringBuilder text, string comment) => text.Append("-- ").Append(comment).Append('\n');

    private static string Stamp(ScriptParts parts, string kind, string name) =>
        Rethrow(Stamps.Remove(parts, kind, name) + Stamps.Add(parts, kind, name));

    private static string Finish(ObjectNames names)
    {
        var fail = ScriptSteps.Raise(
            "%s: not deployed, nothing was changed. The first error above says why.",
            names.QualifiedView
        );
        return $"""
            SET NOEXEC OFF;
            GO
            IF @@TRANCOUNT > 0
            BEGIN
                COMMIT TRANSACTION;
                PRINT {SqlText.Unicode($"Deployed {names.QualifiedView} and {names.QualifiedFunction}.")};
            END
            ELSE
            BEGIN
            {ScriptSteps.Indent(fail, 4).TrimEnd()}
            END;
            GO

            """;
    }
}
