namespace Microsoft.SqlServer.Server;

/// <summary>Whether a function reads users' data.</summary>
public enum DataAccessKind
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>It does.</summary>
    Read,
}
