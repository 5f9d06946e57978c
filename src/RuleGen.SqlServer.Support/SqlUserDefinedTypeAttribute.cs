namespace Microsoft.SqlServer.Server;

/// <summary>Says that a class or structure is a user-defined type of SQL Server.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = true, AllowMultiple = false)]
public sealed class SqlUserDefinedTypeAttribute(Format format) : Attribute
{
    /// <summary>How values are stored.</summary>
    public Format Format { get; } = format;

    /// <summary>The most bytes of a value; -1 where there is no limit.</summary>
    public int MaxByteSize { get; set; }

    /// <summary>Whether all values take as many bytes.</summary>
    public bool IsFixedLength { get; set; }

    /// <summary>Whether the bytes order values as the type does.</summary>
    public bool IsByteOrdered { get; set; }

    /// <summary>The method that checks a value; null where there is none.</summary>
    public string? ValidationMethodName { get; set; }

    /// <summary>The name in SQL Server; null where it is the type's own.</summary>
    public string? Name { get; set; }
}
