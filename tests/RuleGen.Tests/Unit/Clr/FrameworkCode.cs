using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using RuleGen.Clr;

namespace RuleGen.Tests.Unit.Clr;

/// <summary>Compiles any C# for .NET Framework.</summary>
internal static class FrameworkCode
{
    public static ImmutableArray<byte> Compile(
        string source,
        OutputKind kind = OutputKind.DynamicallyLinkedLibrary,
        params ImmutableArray<byte>[] references
    )
    {
        using var assembly = new MemoryStream();
        var result = CSharpCompilation
            .Create(
                "Code",
                [CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.CSharp7_3))],
                [.. FrameworkReferences.All, .. references.Select(each => MetadataReference.CreateFromImage(each))],
                new CSharpCompilationOptions(
                    kind,
                    optimizationLevel: OptimizationLevel.Release,
                    allowUnsafe: source.Contains("unsafe", StringComparison.Ordinal)
                )
            )
            .Emit(assembly);
        Assert.That(result.Diagnostics.Where(each => each.Severity == DiagnosticSeverity.Error), Is.Empty, source);
        return [.. assembly.ToArray()];
    }
}
