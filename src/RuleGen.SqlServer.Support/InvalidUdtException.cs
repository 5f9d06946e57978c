namespace Microsoft.SqlServer.Server;

/// <summary>A type that cannot be a user-defined type of SQL Server.</summary>
public sealed class InvalidUdtException : SystemException
{
    private InvalidUdtException(string message)
        : base(message) { }

    /// <summary>The exception for a type; the driver throws it.</summary>
    /// <param name="udtType">The type.</param>
    /// <param name="resourceReason">Why it cannot be one.</param>
    public static InvalidUdtException Create(Type udtType, string resourceReason)
    {
        ArgumentNullException.ThrowIfNull(udtType);
        return new InvalidUdtException($"'{udtType.FullName}' is no user-defined type: {resourceReason}");
    }
}
