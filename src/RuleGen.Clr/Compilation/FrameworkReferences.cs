using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace RuleGen.Clr;

/// <summary>
/// The reference assemblies of .NET Framework 4.7.2 that generated code may use. They are part of this assembly, so that
/// no machine compiles against others.
/// </summary>
internal static class FrameworkReferences
{
    /// <summary>System.Xml is there for the compiler alone: types of System.Data implement its interfaces.</summary>
    private static readonly string[] Names = ["mscorlib", "System", "System.Data", "System.Xml"];

    /// <summary>The references.</summary>
    public static ImmutableArray<MetadataReference> All { get; } = [.. Names.Select(Read)];

    private static MetadataReference Read(string name)
    {
        using var stream = typeof(FrameworkReferences).Assembly.GetManifestResourceStream($"net472/{name}.dll")!;
        return MetadataReference.CreateFromStream(stream);
    }
}
