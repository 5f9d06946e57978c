using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace RuleGen.Clr;

/// <summary>
/// Compiles C# for .NET Framework. The same name and source give the same bytes on every machine: there is no debug
/// information, no path, no time, and the module's id is computed from its content.
/// </summary>
internal static class ClrCompiler
{
    private static readonly CSharpParseOptions Language = new(LanguageVersion.CSharp7_3, DocumentationMode.None);

    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Release,
        platform: Platform.AnyCpu,
        deterministic: true,
        concurrentBuild: false
    );

    /// <summary>The assembly of a source.</summary>
    /// <param name="name">The assembly's name.</param>
    /// <param name="source">C# 7.3.</param>
    /// <exception cref="InvalidOperationException">The source does not compile.</exception>
    public static ImmutableArray<byte> Compile(string name, string source)
    {
        var compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(SourceText.From(source, Encoding.UTF8), Language)],
            FrameworkReferences.All,
            Options
        );
        using var assembly = new MemoryStream();
        var result = compilation.Emit(assembly, options: new EmitOptions(includePrivateMembers: true));
        return result.Success
            ? ImmutableArray.Create(assembly.ToArray())
            : throw new InvalidOperationException(
                $"The C# of {name} does not compile:\n"
                    + string.Join(
                        '\n',
                        result
                            .Diagnostics.Where(each => each.Severity == DiagnosticSeverity.Error)
                            .Take(10)
                            .Select(each => each.ToString())
                    )
            );
    }
}
