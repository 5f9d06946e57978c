namespace Microsoft.SqlServer.Server;

/// <summary>Says more of a type's field, property, parameter or result than .NET's type does.</summary>
[AttributeUsage(
    AttributeTargets.Field | AttributeTargets.Property | AttributeTargets.ReturnValue | AttributeTargets.Parameter
)]
public class SqlFacetAttribute : Attribute
{
    /// <summary>Whether all values have one length.</summary>
    public bool IsFixedLength { get; set; }

    /// <summary>The greatest length; -1 where there is no limit.</summary>
    public int MaxSize { get; set; }

    /// <summary>The digits of a number.</summary>
    public int Precision { get; set; }

    /// <summary>The digits after the point.</summary>
    public int Scale { get; set; }

    /// <summary>Whether NULL is a value.</summary>
    public bool IsNullable { get; set; }
}
