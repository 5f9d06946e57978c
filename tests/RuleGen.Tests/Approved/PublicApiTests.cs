using PublicApiGenerator;

namespace RuleGen.Tests;

/// <summary>What the packages promise those who call them: a change shows as a change of a file.</summary>
public sealed class PublicApiTests
{
    private static readonly ApiGeneratorOptions Options = new()
    {
        // What a member means to a caller, and nothing of how it was compiled.
        IncludeAssemblyAttributes = false,
        ExcludeAttributes = ["System.Runtime.CompilerServices.NullableAttribute"],
    };

    private static IEnumerable<string> Libraries =>
        Directory
            .EnumerateFiles(Repository.PathOf("src"), "*.csproj", SearchOption.AllDirectories)
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Where(name => name != "RuleGen.Cli")
            .Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Libraries))]
    public void The_public_api_of_a_package_is_as_approved(string library)
    {
        var assembly = System.Reflection.Assembly.Load(library);

        Approved.Check($"PublicApi/{library}.txt", assembly.GeneratePublicApi(Options).ReplaceLineEndings("\n") + "\n");
    }

    [Test]
    public void The_tool_has_no_public_api() =>
        Assert.That(System.Reflection.Assembly.Load("rulegen").GetExportedTypes(), Is.Empty);
}
