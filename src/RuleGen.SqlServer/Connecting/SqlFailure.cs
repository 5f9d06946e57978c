using Microsoft.Data.SqlClient;
using RuleGen.Model;

namespace RuleGen.SqlServer;

/// <summary>Says in RuleGen's words what SqlClient threw, without the exception, which may hold secrets.</summary>
internal static class SqlFailure
{
    private const int ConnectionIsBroken = 20;

    /// <summary>The error of CREATE ASSEMBLY under clr strict security (rule 9.3).</summary>
    private const int UntrustedAssembly = 10343;

    private static readonly int[] Permission = [229, 230, 262, 297, 300, 2760, 10734, 15151, 15247, 15406, 15517];
    private static readonly int[] Login = [4060, 4062, 4064, 18401, 18451, 18452, 18456, 18461, 18486, 18487, 18488];

    /// <summary>What went wrong when the connection was opened.</summary>
    public static RuleGenException OnOpen(Exception exception, ConnectionText text)
    {
        var message = Describe(exception, text);
        if (IsRefused(exception))
        {
            return new RuleGenException(
                ErrorCodes.LoginRefused,
                $"'{text.Server}' refuses the login or the database: {message}",
                "Check 'User ID', 'Password' and 'Database' of the connection string, and that the login has a user in "
                    + "the database"
            );
        }

        return new RuleGenException(
            ErrorCodes.Unreachable,
            $"'{text.Server}' cannot be reached: {message}",
            IsAboutCertificate(exception)
                ? "Give the server a certificate that this machine trusts; or, where you know the server, write "
                    + "'TrustServerCertificate=True' in the connection string"
                : "Check 'Server' of the connection string, as in 'tcp:host,1433', that the server runs, and that "
                    + "no firewall is between"
        );
    }

    /// <summary>What went wrong in a batch.</summary>
    public static RuleGenException OnBatch(Exception exception, ConnectionText text)
    {
        var message = Describe(exception, text);
        return exception switch
        {
            SqlException { Class: >= ConnectionIsBroken } or InvalidOperationException or IOException =>
                new RuleGenException(
                    ErrorCodes.Unreachable,
                    $"The connection to '{text.Server}' was lost: {message}",
                    "What was not committed the server has undone; 'rulegen status' shows how things are"
                ),
            SqlException sql when sql.Errors.Cast<SqlError>().Any(error => error.Number == UntrustedAssembly) =>
                new RuleGenException(
                    ErrorCodes.UntrustedAssembly,
                    $"'{text.Server}' does not trust an assembly: {message}",
                    "Nothing was changed; have somebody with CONTROL SERVER run the coding's clr-trust.sql, or deploy with "
                        + "--clr-trust"
                ),
            SqlException { Number: var number } when Permission.Contains(number) => new RuleGenException(
                ErrorCodes.MissingPermission,
                $"'{text.Server}' refuses for lack of a permission: {message}",
                "Ask for the permission, or use a login that has it"
            ),
            _ => new RuleGenException(
                ErrorCodes.StatementRefused,
                $"'{text.Server}' refuses a statement: {message}",
                "Nothing was changed; the server's message says what stands in the way"
            ),
        };
    }

    private static bool IsRefused(Exception exception) =>
        exception is SqlException sql
        && sql.Errors.Cast<SqlError>().Any(error => Login.Contains(error.Number) || IsRefusedInWords(error));

    // Servers that are no SQL Server have numbers of their own.
    private static bool IsRefusedInWords(SqlError error) =>
        error.Class < ConnectionIsBroken
        && error.Number != 0
        && (
            error.Message.Contains("login failed", StringComparison.OrdinalIgnoreCase)
            || error.Message.Contains("authentication failed", StringComparison.OrdinalIgnoreCase)
            || error.Message.Contains("database", StringComparison.OrdinalIgnoreCase)
        );

    private static bool IsAboutCertificate(Exception exception) =>
        exception.Message.Contains("certificate", StringComparison.OrdinalIgnoreCase)
        || (exception.InnerException is { } inner && IsAboutCertificate(inner));

    /// <summary>The server's own words on one line: all of its messages, and no exception of the driver's within.</summary>
    private static string Describe(Exception exception, ConnectionText text)
    {
        var messages = exception is SqlException { Errors.Count: > 0 } sql
            ? sql.Errors.Cast<SqlError>().Where(error => error.Class > 10).Select(error => error.Message)
            : [exception.Message];
        var words = string.Join("; ", messages.Select(message => message.Trim().TrimEnd('.')).Distinct());
        var oneLine = string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return MessageText.OneLine(text.Redact(oneLine));
    }
}
