using RuleGen.Model;
using RuleGen.TSql;

namespace RuleGen.Workspaces.Verification;

/// <summary>A clause of which two engines think differently.</summary>
/// <param name="Engine">The engine that differs from the one in memory.</param>
/// <param name="Clause">The clause; null where each clause by itself is the same to both.</param>
/// <param name="Expected">Its truth in memory; null where it is not evaluated.</param>
/// <param name="Found">Its truth to the other engine; null where it is not evaluated.</param>
public sealed record ClauseAtFault(EngineName Engine, Predicate? Clause, Truth? Expected, Truth? Found)
{
    /// <summary>The first clause of a coding of which two engines think differently.</summary>
    internal static ClauseAtFault Find(
        Coding coding,
        IVerificationEngine reference,
        IVerificationEngine engine,
        Row row
    )
    {
        var clauses = coding.Clauses.Select(clause => ClauseText.Plain(clause.Predicate)).Distinct();
        foreach (var clause in clauses)
        {
            var expected = reference.Evaluate(clause, row);
            var found = engine.Evaluate(clause, row);
            if (expected != found)
            {
                return new ClauseAtFault(engine.Name, clause, expected, found);
            }
        }

        return new ClauseAtFault(engine.Name, Clause: null, Expected: null, Found: null);
    }
}
