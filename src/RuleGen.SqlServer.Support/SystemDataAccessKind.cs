namespace Microsoft.SqlServer.Server;

/// <summary>Whether a function reads the server's catalogue.</summary>
public enum SystemDataAccessKind
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>It does.</summary>
    Read,
}
