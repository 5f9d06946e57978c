using RuleGen.Model;
using RuleGen.TSql;

namespace RuleGen.Tests.Property;

/// <summary>A coding as one text of T-SQL.</summary>
internal static class CodingText
{
    public static string Of(Coding coding) =>
        string.Join('\n', ((string?[])[Case(coding), Where(coding)]).OfType<string>());

    /// <summary>The arms; null where there is none.</summary>
    public static string? Case(Coding coding) => coding.Arms.Count == 0 ? null : FragmentWriter.WriteCase(coding);

    /// <summary>The exclusions; null where there are none.</summary>
    public static string? Where(Coding coding) => coding.Exclusions is null ? null : FragmentWriter.WriteWhere(coding);
}
