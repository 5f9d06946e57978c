namespace RuleGen.Model;

/// <summary>Paths as messages, tables and generated files show them.</summary>
public static class DisplayPath
{
    /// <summary>A path with slashes, and from the current folder where it is below it.</summary>
    public static string Of(string path)
    {
        var relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), path);
        return (relative.StartsWith("..", StringComparison.Ordinal) ? path : relative).Replace('\\', '/');
    }
}
