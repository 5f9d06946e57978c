using System.Reflection;
using RuleGen.Model;
using RuleGen.Tests.Spec;
using RuleGen.Tests.Spec.Cases;

namespace RuleGen.SqlServer.Tests.Specs;

/// <summary>
/// Holds the server against every case of every spec suite: what the semantics page says, through a view and a function
/// that are deployed for each predicate. A table of cases is one test, so that without a server few are skipped.
/// </summary>
public sealed class ServerSpecs
{
    private ScratchDatabase _scratch = null!;

    /// <summary>The tables: every static property of the classes of cases.</summary>
    private static IEnumerable<TestCaseData> Tables =>
        typeof(LikeCases)
            .Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(LikeCases).Namespace && type.IsAbstract && type.IsSealed)
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Static))
            .Where(property => property.PropertyType.IsAssignableTo(typeof(IEnumerable<TestCaseData>)))
            .Select(property =>
                new TestCaseData(property).SetArgDisplayNames($"{property.DeclaringType!.Name}.{property.Name}")
            );

    [OneTimeSetUp]
    public void MakeSchema() =>
        _scratch = ScratchDatabase.Create(
            ConnectionText.Parse(LiveServer.Connection),
            target: null,
            makeClr: null,
            _ => { },
            CancellationToken.None
        );

    [OneTimeTearDown]
    public void RemoveSchema() => _scratch?.Dispose();

    [Test]
    public void There_are_tables_of_cases() => Assert.That(Tables.Count(), Is.GreaterThan(12));

    [TestCaseSource(nameof(Tables))]
    public void Every_case_holds_but_for_differences_that_are_known(PropertyInfo table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var cases = ((IEnumerable<TestCaseData>)table.GetValue(null)!).Select(each => each.Arguments[0]!).ToList();

        var failures = cases
            .OfType<SpecCase>()
            .GroupBy(each => (each.Source, each.Predicate))
            .SelectMany(Check)
            .Concat(cases.OfType<CodingSpecCase>().GroupBy(each => (each.Source, each.Coding)).SelectMany(Check))
            .ToList();

        Assert.That(cases, Is.Not.Empty);
        var known = KnownDifference.Of(LiveServer.Target);
        var unknown = failures.Where(each => !known.Any(difference => difference.Covers(each.Name))).ToList();
        foreach (var difference in known.Where(each => failures.Any(failure => each.Covers(failure.Name))))
        {
            var count = failures.Select(failure => failure.Name).Distinct().Count(difference.Covers);
            TestContext.Out.WriteLine($"known on {LiveServer.Target}, {count} of {cases.Count}: {difference.Reason}");
        }

        // By rule: a server that differs in one case of a rule differs in others.
        var rules = unknown
            .GroupBy(each => each.Name.Split(" (")[0], StringComparer.Ordinal)
            .Select(rule => $"{rule.Key}: {rule.Count()}, such as {rule.First().Name}: {rule.First().Found}");
        Assert.That(string.Join('\n', rules), Is.Empty);
    }

    /// <summary>As the suites ask: arms for TRUE and FALSE and an ELSE for UNKNOWN; then the exclusions.</summary>
    private IEnumerable<(string Name, string Found)> Check(
        IGrouping<(Source Source, Predicate Predicate), SpecCase> group
    )
    {
        var predicate = group.Key.Predicate;
        var truths = new Coding(
            [
                new CaseArm(predicate, Label.Of(nameof(Truth.True))),
                new CaseArm(Not.Of(predicate), Label.Of(nameof(Truth.False))),
            ],
            Label.Of(nameof(Truth.Unknown)),
            exclusions: null
        );
        var cases = group.ToList();
        var asArm = cases.Select(each => (each.Name, each.Row, new Result(true, each.Expected.ToString())));
        var asExclusion = cases.Select(each => (each.Name, each.Row, new Result(each.Expected == Truth.True, null)));
        return Check(group.Key.Source, truths, [.. asArm])
            .Concat(Check(group.Key.Source, new Coding([], otherwise: null, predicate), [.. asExclusion]));
    }

    private IEnumerable<(string Name, string Found)> Check(
        IGrouping<(Source Source, Coding Coding), CodingSpecCase> group
    ) => Check(group.Key.Source, group.Key.Coding, [.. group.Select(each => (each.Name, each.Row, each.Expected))]);

    private List<(string Name, string Found)> Check(
        Source source,
        Coding coding,
        List<(string Name, Row Row, Result Expected)> cases
    )
    {
        var id = $"spec_{Guid.NewGuid():N}";
        var published = new PublishedCoding
        {
            Id = id,
            Title = "A case",
            Publication = "The semantics page",
            Edition = "None",
            Coding = coding,
        };
        Result[][] found;
        try
        {
            using var scratch = _scratch.Add(published, source);
            scratch.Load([.. cases.Select(each => each.Row)]);
            found = [scratch.ReadView(), scratch.ReadFunction()];
        }
        catch (RuleGenException exception)
        {
            return [.. cases.Select(each => (each.Name, exception.Message))];
        }

        return
        [
            .. cases.SelectMany(
                (each, row) =>
                    found
                        .Where(results => results[row] != each.Expected)
                        .Select(results => (each.Name, $"{results[row]} in the place of {each.Expected}"))
            ),
        ];
    }
}
