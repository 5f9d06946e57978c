namespace Microsoft.SqlServer.Server;

/// <summary>How the values of a user-defined type or aggregate are stored.</summary>
public enum Format
{
    /// <summary>Nobody has said.</summary>
    Unknown,

    /// <summary>As the fields stand in memory.</summary>
    Native,

    /// <summary>As the type writes itself, see <see cref="IBinarySerialize"/>.</summary>
    UserDefined,
}
