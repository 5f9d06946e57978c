using RuleGen.Model;

namespace RuleGen.Workspaces.Codings;

/// <summary>The objects of the file beside a coding's text.</summary>
internal static class CodingFileShapes
{
    /// <summary>The file itself.</summary>
    public static JsonShape Root { get; } =
        new("root", [], [.. CodingDescription.Keys, "notes", "clauses", JsonShape.Schema]);

    /// <summary>What is said of a clause.</summary>
    public static JsonShape Clause { get; } = new("clause", ["clause"], ["cites", "notInGuidance", "notes"]);

    /// <summary>All of them.</summary>
    public static ValueList<JsonShape> All { get; } = [Root, Clause];
}
