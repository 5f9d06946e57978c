using RuleGen.Model;

namespace RuleGen.Proof.Mutating;

/// <summary>What stands in the place of a part, and the mistake that it is.</summary>
/// <param name="Part">What stands there.</param>
/// <param name="Mistake">The mistake in a few words.</param>
internal readonly record struct Edit<T>(T Part, string Mistake)
{
    /// <summary>An edit that a factory may refuse: none then, because nobody can make that mistake in T-SQL that runs.</summary>
    public static IEnumerable<Edit<T>> Try(Func<T> make, string mistake)
    {
        T part;
        try
        {
            part = make();
        }
        catch (RuleGenException)
        {
            return [];
        }

        return [new Edit<T>(part, mistake)];
    }
}
