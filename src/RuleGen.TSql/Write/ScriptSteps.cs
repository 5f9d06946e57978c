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

    /// <summary>The same for scripts that change objects: they wait for no lock without end (rule 10.8).</summary>
    public static string DeploymentOptions => $"{SetOptions}SET LOCK_TIMEOUT {Milliseconds(LockTimeoutSeconds)};\n";

    /// <summary>The application lock that deployments hold.</summary>
    public const string LockName = "RuleGen";

    /// <summary>How long a script waits for a lock on an object, while all who read it wait behind.</summary>
    public const int LockTimeoutSeconds = 10;

    /// <summary>How long a script waits for another deployment.</summary>
    private const int DeploymentTimeoutSeconds = 60;

    /// <summary>Waits for other deployments; needs an open transaction (rule 10.9).</summary>
    /// <param name="subject">What messages are about.</param>
    public static string TakeLock(string subject) =>
        $"""
            DECLARE @lock int;
            EXECUTE @lock = sys.sp_getapplock
                @Resource = N'{LockName}',
                @LockMode = N'Exclusive',
                @LockOwner = N'Transaction',
                @LockTimeout = {Milliseconds(DeploymentTimeoutSeconds)};

            """ + RaiseIf("@lock < 0", "%s: another deployment holds the lock; try again later.", subject);

    /// <summary>Refuses an object of the same name that RuleGen did not make.</summary>
    public static string RefuseForeign(string qualifiedName) =>
        RaiseIf(
            $"OBJECT_ID({SqlText.Unicode(qualifiedName)}) IS NOT NULL\n    AND NOT {Stamps.Exists(qualifiedName)}",
            "%s exists and was not made by RuleGen. Rename or drop it, or deploy to another schema.",
            qualifiedName
        );

    /// <summary>
    /// Refuses an object that is not what it was when the script was made; where nobody has looked, one that somebody
    /// has changed since RuleGen made it.
    /// </summary>
    public static string RefuseChanged(ObjectKind kind, string qualifiedName, SeenModule? seen)
    {
        const string Message = "%s was changed after this script was made. Make a new one.";
        var id = $"OBJECT_ID({SqlText.Unicode(qualifiedName)})";
        return seen switch
        {
            null => RaiseIf(
                $"{Stamps.Exists(qualifiedName)}\n    AND NOT {Stamps.IsAsDeployed(kind, qualifiedName)}",
                "%s was changed by hand since RuleGen deployed it, or this login may not see its definition. Keep the change, then "
                    + "drop the object or run rulegen with --discard-changes.",
                qualifiedName
            ),
            { Exists: false } => RaiseIf($"{id} IS NOT NULL", Message, qualifiedName),
            { Hash: null } => RaiseIf($"{id} IS NULL", Message, qualifiedName),
            { Hash: { } hash } => RaiseIf(
                $"""
                NOT EXISTS (
                    SELECT 1
                    {Stamps.FromModule(kind, qualifiedName, indent: 4)}
                        AND {Stamps.ModuleHash(kind)} = 0x{hash})
                """,
                Message,
                qualifiedName
            ),
        };
    }

    /// <summary>
    /// Makes the schema where it is missing. Its owner is dbo, so that views in it may read dbo's tables on behalf
    /// of whoever may read the views.
    /// </summary>
    public static string CreateSchema(string name)
    {
        var schema = SqlText.Unicode(name);
        var create = SqlText.Unicode($"CREATE SCHEMA {SqlName.Bracket(name)} AUTHORIZATION [dbo];");
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
    public static string CheckEncoding(IEnumerable<CodingObject> objects, string subject) =>
        objects.All(each => each.Script.All(char.IsAscii))
            ? ""
            : RaiseIf(
                "UNICODE(N'é') <> 233",
                "%s: this file is UTF-8 and was read as something else. Run sqlcmd with -f 65001.",
                subject
            );

    /// <summary>
    /// Refuses a database whose code page would change a literal without N (rule 6.11); empty where all such
    /// literals are ASCII. Others hold characters of code page 1252 only.
    /// </summary>
    public static string CheckCodePage(IEnumerable<CodingObject> objects, string subject) =>
        objects
            .SelectMany(each => each.Parts.Codings)
            .Distinct()
            .SelectMany(CodingLiterals.Of)
            .All(literal => literal.IsUnicode || literal.Value.All(char.IsAscii))
            ? ""
            : RaiseIf(
                """
                CONVERT(int, COLLATIONPROPERTY(
                    CONVERT(nvarchar(128), DATABASEPROPERTYEX(DB_NAME(), N'Collation')), N'CodePage'))
                    NOT IN (1252, 65001)
                """,
                "%s: the code page of this database would change some literals. Write them as N'...'.",
                subject
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

    private static string Milliseconds(int seconds) => (1000 * seconds).ToString(CultureInfo.InvariantCulture);

    /// <summary>Lines set in by some blanks; empty lines stay empty.</summary>
    public static string Indent(string text, int blanks) =>
        string.Concat(
            text.TrimEnd('\n')
                .Split('\n')
                .Select(line => (line.Length == 0 ? "" : new string(' ', blanks) + line) + "\n")
        );
}
