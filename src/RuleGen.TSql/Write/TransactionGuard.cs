namespace RuleGen.TSql;

/// <summary>
/// The statements that keep a script from running within somebody else's transaction, which it would end, or under
/// IMPLICIT_TRANSACTIONS, which would leave one open behind it. They stand before the first statement that could begin
/// one, and touch no table.
/// </summary>
internal static class TransactionGuard
{
    /// <summary>The key of the session's context under which deploy.sql remembers, across batches, how far it is.</summary>
    private const string Key = "RuleGen";

    /// <summary>The state of a script that has begun a transaction of its own.</summary>
    private const string Begun = "begun";

    /// <summary>The state of a script that found nothing to do.</summary>
    private const string Nothing = "nothing";

    /// <summary>The condition that the script found nothing to do.</summary>
    public static string FoundNothing => Is(Nothing);

    /// <summary>The condition that the open transaction is the script's own.</summary>
    public static string IsOwn => $"{Is(Begun)} AND @@TRANCOUNT > 0";

    /// <summary>
    /// The guard of a script of several batches: it keeps the later ones from running. It undoes nothing, since the
    /// transaction is somebody else's.
    /// </summary>
    /// <param name="subject">What messages are about.</param>
    public static string Batch(string subject) =>
        $"""
            IF @@TRANCOUNT > 0
            BEGIN
                EXECUTE sys.sp_set_session_context @key = N'{Key}', @value = NULL;
            {ScriptSteps.Indent(OpenTransaction(subject), 4)}    SET NOEXEC ON;
            END
            ELSE IF {IsImplicit}
            BEGIN
            {ScriptSteps.Indent(ImplicitTransactions(subject), 4)}    SET NOEXEC ON;
            END
            ELSE
                EXECUTE sys.sp_set_session_context @key = N'{Key}', @value = N'{Begun}';

            """;

    /// <summary>The guard of a script that is one batch: it ends the batch.</summary>
    /// <param name="subject">What messages are about.</param>
    public static string Return(string subject) =>
        $"""
            IF @@TRANCOUNT > 0
            BEGIN
            {ScriptSteps.Indent(OpenTransaction(subject), 4)}    RETURN;
            END;
            IF {IsImplicit}
            BEGIN
            {ScriptSteps.Indent(ImplicitTransactions(subject), 4)}    RETURN;
            END;

            """;

    /// <summary>Notes that there is nothing to do, and keeps the later batches from running.</summary>
    public static string RememberNothing =>
        $"EXECUTE sys.sp_set_session_context @key = N'{Key}', @value = N'{Nothing}';\nSET NOEXEC ON;\n";

    /// <summary>Leaves no state in the session.</summary>
    public static string Forget =>
        $"IF SESSION_CONTEXT(N'{Key}') IS NOT NULL\n"
        + $"    EXECUTE sys.sp_set_session_context @key = N'{Key}', @value = NULL;\n";

    // The second bit of @@OPTIONS is IMPLICIT_TRANSACTIONS.
    private static string IsImplicit => "(@@OPTIONS & 2) = 2";

    private static string Is(string state) => $"CONVERT(nvarchar(10), SESSION_CONTEXT(N'{Key}')) = N'{state}'";

    private static string OpenTransaction(string subject) =>
        ScriptSteps.Raise(
            "%s: a transaction is open in this session. End it with COMMIT or ROLLBACK, and run this script again.",
            subject
        );

    private static string ImplicitTransactions(string subject) =>
        ScriptSteps.Raise(
            "%s: IMPLICIT_TRANSACTIONS is on. SET IMPLICIT_TRANSACTIONS OFF, and run this script again.",
            subject
        );
}
