using RuleGen.Model;

namespace RuleGen.Proof.Findings;

/// <summary>The remedy of what never decides.</summary>
internal static class DropRemedy
{
    /// <summary>To drop an operand of AND or OR; null where that would change the result of a row.</summary>
    public static Remedy? Of(Examination examination, Site site) =>
        site.Parent is { Predicate: not Not }
            ? examination.Prove(ProposedRemedy.Drop("Drop it", examination.Coding.Without(site.Path)))
            : null;
}
