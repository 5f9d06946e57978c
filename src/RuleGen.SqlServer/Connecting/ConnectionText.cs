using Microsoft.Data.SqlClient;
using RuleGen.Model;

namespace RuleGen.SqlServer;

/// <summary>
/// A connection string. It can be opened, and asked where it leads; nothing gives it back, or the password in it.
/// </summary>
public sealed class ConnectionText
{
    private const string Remedy =
        "Write it as 'Server=…;User ID=…;Password=…;Database=…' or with 'Integrated Security=True', a value with ; in "
        + "double quotes; or name a variable that holds it with --connection env:NAME";

    private readonly SqlConnectionStringBuilder _builder;

    private ConnectionText(SqlConnectionStringBuilder builder) => _builder = builder;

    /// <summary>The server, as the connection string names it.</summary>
    public string Server => _builder.DataSource;

    /// <summary>What the user should know of how safe the connection is; one or no sentence for each.</summary>
    public IEnumerable<string> Notes
    {
        get
        {
            if (_builder.Encrypt == SqlConnectionEncryptOption.Optional)
            {
                yield return "The connection is not encrypted, as 'Encrypt' in the connection string says.";
            }
            else if (_builder.TrustServerCertificate)
            {
                yield return "The server's certificate is not checked, as 'TrustServerCertificate' in the connection "
                    + "string says.";
            }
        }
    }

    /// <summary>Reads a connection string. Where it does not say otherwise, the connection is encrypted.</summary>
    /// <param name="text">The connection string.</param>
    /// <exception cref="RuleGenException">RG0605: it is not valid. What is wrong in it is not said: it may be a part
    /// of the password.</exception>
    public static ConnectionText Parse(string text)
    {
        SqlConnectionStringBuilder builder;
        try
        {
            builder = new SqlConnectionStringBuilder(text);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or OverflowException)
        {
            throw new RuleGenException(
                ErrorCodes.ConnectionString,
                "The connection string is not valid: a part is no 'keyword=value', or no keyword or value that "
                    + "SqlClient knows",
                Remedy
            );
        }

        if (builder.DataSource.Length == 0)
        {
            throw new RuleGenException(ErrorCodes.ConnectionString, "The connection string names no 'Server'", Remedy);
        }

        return new ConnectionText(Complete(builder));
    }

    /// <summary>Opens a session.</summary>
    /// <param name="cancellation">Ends whatever the server is doing.</param>
    /// <exception cref="RuleGenException">RG0701: nobody answers. RG0702: the login or database is refused.</exception>
    public ISqlSession Open(CancellationToken cancellation = default) => OpenSqlClient(cancellation);

    /// <summary>Opens a session that ends whatever it is doing on demand.</summary>
    internal SqlClientSession OpenSqlClient(CancellationToken cancellation) =>
        SqlClientSession.Open(this, _builder, cancellation);

    /// <summary>A message without the password and without the connection string.</summary>
    public string Redact(string message)
    {
        string?[] secrets = [_builder.ConnectionString, _builder.Password];
        return secrets
            .Where(secret => !string.IsNullOrEmpty(secret))
            .Aggregate(message, (text, secret) => text.Replace(secret!, "***", StringComparison.Ordinal));
    }

    /// <summary>
    /// What a tool of one session needs: no pool, so that the end of the session is known to the server, and no silent
    /// second connection, which would go on without the transaction.
    /// </summary>
    private static SqlConnectionStringBuilder Complete(SqlConnectionStringBuilder builder)
    {
        builder.Pooling = false;
        builder.ConnectRetryCount = 0;
        builder.PersistSecurityInfo = false;
        if (!builder.ShouldSerialize("Application Name"))
        {
            builder.ApplicationName = "rulegen";
        }

        if (!builder.ShouldSerialize("Command Timeout"))
        {
            builder.CommandTimeout = 0;
        }

        return builder;
    }
}
