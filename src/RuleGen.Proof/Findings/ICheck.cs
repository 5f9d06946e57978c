using RuleGen.Model;

namespace RuleGen.Proof.Findings;

/// <summary>Looks for one kind of finding.</summary>
internal interface ICheck
{
    /// <summary>
    /// The predicates besides the coding's own that it will ask about, so that all questions share one space of rows.
    /// </summary>
    IEnumerable<Predicate> Asks(IReadOnlyList<Site> roots);

    /// <summary>What it finds, in any order.</summary>
    IEnumerable<Finding> Run(Examination examination);
}
