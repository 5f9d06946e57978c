using System.Reflection;

namespace RuleGen.TSql;

/// <summary>The version of RuleGen that scripts and objects are marked with.</summary>
public static class GeneratorVersion
{
    /// <summary>Such as <c>0.1.0</c>.</summary>
    public static string Text { get; } =
        typeof(GeneratorVersion)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion;
}
