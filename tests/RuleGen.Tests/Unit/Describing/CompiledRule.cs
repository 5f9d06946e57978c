using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using RuleGen.Model;

namespace RuleGen.Tests.Unit.Describing;

/// <summary>Compiles the C# of a coding as the project would, and runs it.</summary>
internal static class CompiledRule
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Append(typeof(Coding).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>The coding that a file declares, with the class of the source that it names beside it.</summary>
    public static PublishedCoding Run(string code, string sourceClass, Source source)
    {
        var sourceCode = $$"""
            namespace RuleGen.Rules;

            public static class {{sourceClass}}
            {
                public static RuleGen.Model.Source Source { get; set; } = null!;
            }
            """;
        using var assembly = new MemoryStream();
        var result = CSharpCompilation
            .Create(
                "Rule",
                new[] { ImplicitUsings, sourceCode, code }.Select(text => CSharpSyntaxTree.ParseText(text)),
                References,
                new CSharpCompilationOptions(
                    OutputKind.DynamicallyLinkedLibrary,
                    nullableContextOptions: NullableContextOptions.Enable,
                    generalDiagnosticOption: ReportDiagnostic.Error
                )
            )
            .Emit(assembly);
        Assert.That(result.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error), Is.Empty, code);

        assembly.Position = 0;
        var context = new AssemblyLoadContext("Rule", isCollectible: true);
        try
        {
            var types = context.LoadFromStream(assembly).GetExportedTypes();
            types.Single(type => type.Name == sourceClass).GetProperty("Source")!.SetValue(null, source);
            return (PublishedCoding)
                types
                    .Single(type => type.Name != sourceClass)
                    .GetProperty("Coding", BindingFlags.Public | BindingFlags.Static)!
                    .GetValue(null)!;
        }
        finally
        {
            context.Unload();
        }
    }
}
