using RuleGen.Model;

namespace RuleGen.Tests.Spec;

/// <summary>The base of all suites: holds an engine against what the semantics page says.</summary>
public abstract class Spec<TEngine>
    where TEngine : IEngineUnderTest, new()
{
    private readonly TEngine _engine = new();

    /// <summary>
    /// Asks for a predicate's truth through a coding, as any engine can be asked: an arm for the predicate, one for its
    /// negation, and ELSE for UNKNOWN; then through the exclusions, which keep TRUE only.
    /// </summary>
    protected void Check(SpecCase specCase)
    {
        ArgumentNullException.ThrowIfNull(specCase);
        var truths = new Coding(
            [
                new CaseArm(specCase.Predicate, Label.Of(nameof(Truth.True))),
                new CaseArm(Not.Of(specCase.Predicate), Label.Of(nameof(Truth.False))),
            ],
            Label.Of(nameof(Truth.Unknown)),
            exclusions: null
        );
        Check(new CodingSpecCase("", specCase.Source, truths, specCase.Row, new Result(true, $"{specCase.Expected}")));

        var isKept = specCase.Expected == Truth.True;
        var exclusions = new Coding([], otherwise: null, specCase.Predicate);
        Check(new CodingSpecCase("", specCase.Source, exclusions, specCase.Row, new Result(isKept, null)));
    }

    protected void Check(CodingSpecCase specCase)
    {
        ArgumentNullException.ThrowIfNull(specCase);
        if (!_engine.Supports(specCase.Coding, specCase.Source, out var reason))
        {
            Assert.Ignore($"{_engine.Name} cannot express it: {reason}");
        }

        Assert.That(_engine.Evaluate(specCase.Coding, specCase.Source, specCase.Row), Is.EqualTo(specCase.Expected));
    }
}
