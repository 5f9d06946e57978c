using RuleGen.Model;

namespace RuleGen.Rules;

/// <summary>The published codings, in the order of their ids.</summary>
public static class PublishedCodings
{
    /// <summary>All of them. A new coding is one file beside this one, one line here, and its published text.</summary>
    public static ValueList<PublishedCoding> All { get; } = [BackPainFusion.Coding];

    /// <summary>The coding of an id, whatever its letter case; null where there is none.</summary>
    public static PublishedCoding? Find(string id) =>
        All.FirstOrDefault(coding => string.Equals(coding.Id, id, StringComparison.OrdinalIgnoreCase));
}
