namespace RuleGen.Tests;

/// <summary>
/// Compares output with the approved file of its name. With <c>RULEGEN_APPROVE=1</c> the file is written instead, so
/// that a change of output shows as a change of the file.
/// </summary>
internal static class Approved
{
    private static readonly string Folder = Repository.PathOf("tests", "RuleGen.Tests", "Approved");

    /// <summary>Whether what is compared is written instead.</summary>
    public static bool IsRewritten => Environment.GetEnvironmentVariable("RULEGEN_APPROVE") == "1";

    /// <summary>Fails where the text is not that of the file, byte for byte.</summary>
    /// <param name="name">The path under <c>tests/RuleGen.Tests/Approved</c>.</param>
    /// <param name="actual">The output.</param>
    public static void Check(string name, string actual)
    {
        var path = Path.Combine(Folder, name);
        if (IsRewritten)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }

        Assert.That(
            actual,
            Is.EqualTo(File.Exists(path) ? File.ReadAllText(path) : ""),
            $"RULEGEN_APPROVE=1 writes {name}"
        );
    }

    /// <summary>The approved files in a folder of it, as <see cref="Check"/> names them.</summary>
    public static IEnumerable<string> Names(string folder) =>
        Directory
            .EnumerateFiles(Path.Combine(Folder, folder), "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Folder, path).Replace('\\', '/'));
}
