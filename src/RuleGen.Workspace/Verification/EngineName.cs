namespace RuleGen.Workspaces.Verification;

/// <summary>What an engine is called.</summary>
/// <param name="Engine">The engine; what it runs is no part of it.</param>
/// <param name="Object">Which object of the coding it runs; null where it runs the coding itself.</param>
public sealed record EngineName(string Engine, string? Object = null)
{
    /// <summary>The engine, and in parentheses what it runs.</summary>
    public override string ToString() => Object is null ? Engine : $"{Engine} ({Object})";
}
