using RuleGen.Model;

namespace RuleGen.Proof.Findings;

/// <summary>The remedy of what never decides.</summary>
internal static class DropRemedy
{
    /// <summary>To drop an operand of AND or OR; null where that would change the result of a row.</summary>
    public static Remedy? Of(Examination examination, Influence influence, Site site) =>
        site.Parent is { Predicate: not Not } parent
        && influence.FindChange(site, examination.Space.Constant(parent.NeedsAll)) is null
            ? Remedy.Same("Drop it", examination.Coding.Without(site.Path))
            : null;
}
