using System.Text;
using RuleGen.Model;

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
    public static string Write(Deployment deployment)
    {
        var objects = deployment.Objects.Select(planned => planned.Object).ToValueList();
        var text = new StringBuilder(deployment.Header).Append('\n');
        text.Append(ScriptSteps.DeploymentOptions).Append("GO\n\n");
        Append(text, "It has a transaction of its own, and neither joins nor ends one that is open.");
        text.Append(TransactionGuard.Batch(deployment.Subject)).Append("GO\n\n");
        var trusted = deployment.GivesTrust ? objects.Select(each => each.Assembly).OfType<AssemblyPart>() : [];
        foreach (var assembly in trusted)
        {
            Append(text, $"The server's trust in assembly {assembly.Assembly}, which is no part of a transaction.");
            text.Append(assembly.Trust).Append("GO\n\n");
        }

        Append(text, "One transaction for all. After each batch: if it failed, undo everything and skip the rest.");
        text.Append("BEGIN TRANSACTION;\nGO\n\n");
        AppendBatch(text, ScriptSteps.TakeLock(deployment.Subject));
        AppendBatch(text, ScriptSteps.CheckEncoding(objects, deployment.Subject));
        AppendBatch(text, ScriptSteps.CheckCodePage(objects, deployment.Subject));
        Append(text, "The source must be what the script was made for: its columns, types and collations.");
        foreach (var used in deployment.Tables)
        {
            AppendBatch(text, SourceShape.Check(used, deployment.Target));
        }

        foreach (var (each, seen) in deployment.Objects)
        {
            AppendBatch(text, ScriptSteps.RefuseChanged(each.Kind, each.QualifiedName, seen));
            AppendBatch(text, ScriptSteps.RefuseForeign(each.QualifiedName));
            AppendBatch(text, each.Assembly?.Refuse ?? "");
        }

        if (deployment.MayHaveNothingToDo)
        {
            Append(text, "Where all is there as the script would make it, nothing is done.");
            AppendBatch(text, SkipWhereCurrent(objects));
        }

        AppendBatch(text, Rethrow(ScriptSteps.CreateSchema(deployment.Schema)));
        foreach (var each in objects)
        {
            AppendBatch(text, each.Script);
        }

        foreach (var each in objects)
        {
            AppendBatch(
                text,
                Rethrow(Stamps.Remove(each) + Stamps.DeclareModule + Stamps.Add(each) + each.Assembly?.Stamp)
            );
        }

        return text.Append(Finish(deployment)).ToString();
    }

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

    private static string SkipWhereCurrent(ValueList<CodingObject> objects) =>
        $"""
            IF {string.Join("\n    AND ", objects.Select(Stamps.IsOfDefinition))}
            BEGIN
                COMMIT TRANSACTION;
            {ScriptSteps.Indent(TransactionGuard.RememberNothing, 4)}END;

            """;

    private static string Finish(Deployment deployment)
    {
        var fail = ScriptSteps.Raise(
            "%s: not deployed, nothing was changed. The first error above says why.",
            deployment.Subject
        );
        var nothing = deployment.MayHaveNothingToDo
            ? $"IF {TransactionGuard.FoundNothing}\n    PRINT {SqlText.Unicode(deployment.NothingDone)};\nELSE "
            : "";
        return $"""
            SET NOEXEC OFF;
            GO
            {nothing}IF {TransactionGuard.IsOwn}
            BEGIN
                COMMIT TRANSACTION;
                PRINT {SqlText.Unicode(deployment.Done)};
            END
            ELSE
            {ScriptSteps.Indent(fail, 4).TrimEnd()}
            {TransactionGuard.Forget}GO

            """;
    }
}
