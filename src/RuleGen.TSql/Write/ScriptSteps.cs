using System.Globalization;
using RuleGen.Model;

namespace RuleGen.TSql;

/// <summary>The statements that deployment and rollback scripts are made of; each ends with LF.</summary>
internal static class ScriptSteps
{
    /// <summary>
    /// The options of the session, in a batch of their own; modules keep two of them (rules 6.13, 10.1).
    /// </summary>
    public const string SetOptions = """
        SET ANSI_NULLS, QUOTED_IDENTIFIER, ANSI_PADDING, ANSI_WARNINGS, CONCAT_NULL_YIELDS_NULL, ARITHABORT ON;
        SET NUMERIC_ROUNDABORT OFF;
        SET XACT_ABORT ON;
        SET NOCOUNT ON;

        """;

    private const int LockTimeoutMilliseconds = 60000;

    /// <summary>Waits for other deployments; needs an open transaction (rule 10.9).</summary>
    public static string TakeLock(ObjectNames names) =>
        $"""
            DECLARE @lock int;
            EXECUTE @lock = sys.sp_getapplock
                @Resource = N'RuleGen',
                @LockMode = N'Exclusive',
                @LockOwner = N'Transaction',
                @LockTimeout = {LockTimeoutMilliseconds.ToString(CultureInfo.InvariantCulture)};

            """ + RaiseIf("@lock < 0", "%s: another deployment holds the lock; try again later.", names.QualifiedView);

    /// <summary>Refuses an object of the same name that RuleGen did not make.</summary>
    public static string RefuseForeign(string qualifiedName) =>
        RaiseIf(
            $"OBJECT_ID({SqlText.Unicode(qualifiedName)}) IS NOT NULL\n    AND NOT {Stamps.Exists(qualifiedName)}",
            "%s exists and was not made by RuleGen. Rename or drop it, or deploy to another schema.",
            qualifiedName
        );

    /// <summary>
    /// Makes the schema where it is missing. Its owner is dbo, so that views in it may read dbo's tables on behalf
    /// of whoever may read the views.
    /// </summary>
    public static string CreateSchema(ObjectNames names)
    {
        var schema = SqlText.Unicode(names.Schema);
        var create = SqlText.Unicode($"CREATE SCHEMA {SqlName.Bracket(names.Schema)} AUTHORIZATION [dbo];");
        return $"""
            IF SCHEMA_ID({schema}) IS NULL
            BEGIN
                EXECUTE ({create});
                EXECUTE sys.sp_addextendedproperty
                    N'{Stamps.GeneratorVersionName}', N'{GeneratorVersion.Text}',
                    N'SCHEMA', {schema};
            END;

            """;
    }

    /// <summary>Refuses a client that did not read the file as UTF-8; empty where the scripts are ASCII.</summary>
    public static string CheckEncoding(ScriptParts parts) =>
        (parts.ViewScript + parts.FunctionScript).All(char.IsAscii)
            ? ""
            : RaiseIf(
                "UNICODE(N'é') <> 233",
                "%s: this file is UTF-8 and was read as something else. Run sqlcmd with -f 65001.",
                parts.Names.QualifiedView
            );

    /// <summary>
    /// Refuses a database whose code page would change a literal without N (rule 6.11); empty where all such
    /// literals are ASCII. Others hold characters of code page 1252 only.
    /// </summary>
    public static string CheckCodePage(ScriptParts parts) =>
        CodingLiterals.Of(parts.Coding).All(literal => literal.IsUnicode || literal.Value.All(char.IsAscii))
            ? ""
            : RaiseIf(
                """
                CONVERT(int, COLLATIONPROPERTY(
                    CONVERT(nvarchar(128), DATABASEPROPERTYEX(DB_NAME(), N'Collation')), N'CodePage'))
                    NOT IN (1252, 65001)
                """,
                "%s: the code page of this database would change some literals. Write them as N'...'.",
                parts.Names.QualifiedView
            );

    /// <summary>An error that ends the script, where a condition holds.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="message">What is wrong; <c>%s</c> is the object.</param>
    /// <param name="qualifiedName">The object.</param>
    public static string RaiseIf(string condition, string message, string qualifiedName) =>
        $"IF {condition}\n{Indent(Raise(message, qualifiedName), 4)}";

    /// <summary>An error; <c>%s</c> in the message is the object.</summary>
    public static string Raise(string message, string qualifiedName) =>
        $"RAISERROR(\n    {SqlText.Unicode(message)},\n    16, 1, {SqlText.Unicode(qualifiedName)});\n";

    /// <summary>Lines set in by some blanks; empty lines stay empty.</summary>
    public static string Indent(string text, int blanks) =>
        string.Concat(
            text.TrimEnd('\n')
                .Split('\n')
                .Select(line => (line.Length == 0 ? "" : new string(' ', blanks) + line) + "\n")
        );
}
