using RuleGen.Model;

namespace RuleGen.Proof.Mutating;

/// <summary>Makes one kind of mistake wherever a coding has room for it.</summary>
internal interface IMutationOperator
{
    /// <summary>The kind of mistake in a few words; each operator has its own.</summary>
    string Name { get; }

    /// <summary>The coding with the mistake, once for each place; the factories have accepted each.</summary>
    IEnumerable<Mutant> Apply(Coding coding);
}
