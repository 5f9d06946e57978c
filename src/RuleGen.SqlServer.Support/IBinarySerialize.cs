namespace Microsoft.SqlServer.Server;

/// <summary>A user-defined type that writes and reads its own values.</summary>
public interface IBinarySerialize
{
    /// <summary>Reads a value.</summary>
    void Read(BinaryReader r);

    /// <summary>Writes the value.</summary>
    void Write(BinaryWriter w);
}
