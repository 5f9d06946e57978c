using RuleGen.Clr;
using RuleGen.Engine;
using RuleGen.Model;
using RuleGen.Rules;
using RuleGen.Tests.Property;
using RuleGen.Tests.Spec;

namespace RuleGen.Tests.Unit.Clr;

/// <summary>The same assemblies on mono, as on the server's Framework.</summary>
public sealed class MonoTests
{
    [Test]
    public void Every_case_of_the_spec_suites_holds_on_mono()
    {
        var cases = AllSpecCases.Codings.Where(each => ClrGenerator.WhyNone(each.Coding) is null).ToList();
        using var batch = new ClrBatch(cases.Select(each => (each.Coding, each.Source)));

        var results = Mono.Run(
            batch.Bytes,
            cases.Select(each => (batch.ClassOf(each.Coding, each.Source), each.Coding.NamedColumns, each.Row))
        );

        Assert.That(results, Has.Count.EqualTo(cases.Count));
        Assert.That(
            cases.Zip(results).Where(pair => pair.First.Expected != pair.Second).Select(pair => pair.First.Name),
            Is.Empty
        );
    }

    [Test]
    public void A_published_coding_gives_sampled_rows_the_same_result_on_mono()
    {
        var coding = BackPainFusion.Coding.Coding;
        var rows = Sampler.Sample(Apcs.Source, [coding], 20_000, seed: 7).ToList();
        var evaluator = new CodingEvaluator();

        var results = Mono.Run(
            ClrGenerator.Compile(BackPainFusion.Coding, Apcs.Source).Bytes,
            rows.Select(row => ("Coding", coding.NamedColumns, row))
        );

        Assert.That(results, Is.EqualTo(rows.Select(row => (Result?)evaluator.Evaluate(coding, row))));
    }

    [Test]
    public void Generated_codings_give_the_same_results_on_mono_as_on_this_runtime()
    {
        var cases = ClrAgreementTests.GeneratedCases(assembly: 0).ToList();
        using var batch = new ClrBatch(cases.Select(each => (each.Coding, each.Source)));
        var asked = cases.SelectMany(each => each.Rows.Select(row => (each.Coding, each.Source, Row: row))).ToList();

        var results = Mono.Run(
            batch.Bytes,
            asked.Select(each => (batch.ClassOf(each.Coding, each.Source), each.Coding.NamedColumns, each.Row))
        );

        var expected = asked
            .Select(each => batch.Evaluate(each.Coding, each.Source, each.Row))
            .Select(answer => answer.NotEvaluated is null ? answer.Result : (Result?)null);
        Assert.That(results, Is.EqualTo(expected));
    }
}
