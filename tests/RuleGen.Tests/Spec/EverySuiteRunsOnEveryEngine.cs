namespace RuleGen.Tests.Spec;

/// <summary>No engine goes without a suite.</summary>
public sealed class EverySuiteRunsOnEveryEngine
{
    private static readonly Type[] Types = typeof(EverySuiteRunsOnEveryEngine).Assembly.GetTypes();

    private static IEnumerable<Type> Engines =>
        Types.Where(type =>
            type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IEngineUnderTest))
        );

    private static IEnumerable<Type> Suites =>
        Types.Where(type => type is { IsAbstract: true, IsGenericTypeDefinition: true } && IsSuite(type.BaseType));

    [Test]
    public void There_are_engines_and_suites()
    {
        Assert.That(Engines, Is.Not.Empty);
        Assert.That(Suites, Is.Not.Empty);
    }

    [Test]
    public void Each_suite_runs_on_each_engine()
    {
        var wanted = Suites.SelectMany(suite => Engines.Select(engine => suite.MakeGenericType(engine)));
        var run = Types.Where(type => !type.IsAbstract).Select(type => type.BaseType).ToHashSet();

        Assert.That(wanted.Where(suite => !run.Contains(suite)), Is.Empty);
    }

    private static bool IsSuite(Type? type) =>
        type is { IsGenericType: true } && type.GetGenericTypeDefinition() == typeof(Spec<>);
}
