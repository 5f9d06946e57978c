namespace RuleGen.SqlServer.Tests.Servers;

/// <summary>The image that compose.yaml pins, so that there is one place for it.</summary>
internal static class ComposeFile
{
    public static string Image { get; } =
        File.ReadLines(Repository.PathOf("tests", "RuleGen.SqlServer.Tests", "compose.yaml"))
            .Select(line => line.Trim())
            .Single(line => line.StartsWith("image:", StringComparison.Ordinal))["image:".Length..]
            .Trim();
}
