namespace RuleGen.Workspaces.Settings;

/// <summary>A setting of a workspace, and where its value is from.</summary>
/// <param name="Name">What <c>rulegen.json</c> calls it.</param>
/// <param name="Value">The value; of a path, the full one.</param>
/// <param name="Origin">Where the value is from.</param>
/// <param name="Place">The place there: an option, a variable, a file with line and column, or <c>default</c>.</param>
public sealed record Setting<T>(string Name, T Value, SettingOrigin Origin, string Place);
