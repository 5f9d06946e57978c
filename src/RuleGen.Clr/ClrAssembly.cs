using System.Collections.Immutable;
using RuleGen.Model;

namespace RuleGen.Clr;

/// <summary>A coding as a SQLCLR assembly; made by <see cref="ClrGenerator.Compile"/>.</summary>
public sealed record ClrAssembly
{
    internal ClrAssembly(
        ClrNames names,
        PublishedCoding published,
        Source table,
        string source,
        ImmutableArray<byte> bytes,
        string sha512
    )
    {
        Names = names;
        Published = published;
        Table = table;
        Source = source;
        Bytes = bytes;
        Sha512 = sha512;
    }

    /// <summary>What the assembly and its function are called in a database.</summary>
    public ClrNames Names { get; }

    /// <summary>The coding, over the columns of the table.</summary>
    public PublishedCoding Published { get; }

    /// <summary>The table or view that the coding is about.</summary>
    public Source Table { get; }

    /// <summary>The C# that it was compiled from.</summary>
    public string Source { get; }

    /// <summary>The assembly.</summary>
    public ImmutableArray<byte> Bytes { get; }

    /// <summary>
    /// The SHA2_512 of the bytes, by which a server trusts the assembly (rule 9.5), in 128 hexadecimal digits.
    /// </summary>
    public string Sha512 { get; }
}
