namespace RuleGen.Tests.Spec;

/// <summary>The base of all suites: holds an engine against what the semantics page says.</summary>
public abstract class Spec<TEngine>
    where TEngine : IEngineUnderTest, new()
{
    private readonly TEngine _engine = new();

    protected void Check(SpecCase specCase)
    {
        ArgumentNullException.ThrowIfNull(specCase);
        foreach (var codingCase in specCase.Codings)
        {
            Check(codingCase);
        }
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
