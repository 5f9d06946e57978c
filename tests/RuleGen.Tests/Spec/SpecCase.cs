using RuleGen.Model;

namespace RuleGen.Tests.Spec;

/// <summary>A row, a predicate, and the truth that the semantics page gives it.</summary>
/// <param name="Name">The rule's number and what it says, with collation, type and row.</param>
/// <param name="Source">The columns.</param>
/// <param name="Predicate">The predicate.</param>
/// <param name="Row">The row.</param>
/// <param name="Expected">The truth, from the semantics page.</param>
public sealed record SpecCase(string Name, Source Source, Predicate Predicate, Row Row, Truth Expected)
{
    /// <summary>
    /// Asks for the predicate's truth through codings, as any engine can be asked: an arm for the predicate, one for its
    /// negation, and ELSE for UNKNOWN; then through the exclusions, which keep TRUE only.
    /// </summary>
    public IEnumerable<CodingSpecCase> Codings
    {
        get
        {
            var truths = new Coding(
                [
                    new CaseArm(Predicate, Label.Of(nameof(Truth.True))),
                    new CaseArm(Not.Of(Predicate), Label.Of(nameof(Truth.False))),
                ],
                Label.Of(nameof(Truth.Unknown)),
                exclusions: null
            );
            yield return new CodingSpecCase(Name, Source, truths, Row, new Result(true, $"{Expected}"));

            var exclusions = new Coding([], otherwise: null, Predicate);
            yield return new CodingSpecCase(Name, Source, exclusions, Row, new Result(Expected == Truth.True, null));
        }
    }

    public override string ToString() => Name;
}

/// <summary>A row, a whole coding, and the result that the semantics page gives it.</summary>
/// <param name="Name">The rule's number and what it says, with the row.</param>
/// <param name="Source">The columns.</param>
/// <param name="Coding">The coding.</param>
/// <param name="Row">The row.</param>
/// <param name="Expected">The result, from the semantics page.</param>
public sealed record CodingSpecCase(string Name, Source Source, Coding Coding, Row Row, Result Expected)
{
    public override string ToString() => Name;
}
