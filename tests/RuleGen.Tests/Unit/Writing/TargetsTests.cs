using RuleGen.Model;
using RuleGen.TSql;

namespace RuleGen.Tests.Unit.Writing;

public class TargetsTests
{
    [Test]
    public void Targets_are_found_by_name_whatever_its_letter_case() =>
        Assert.That(
            Targets.All.Select(target => Targets.Named(target.Name.ToUpperInvariant())),
            Is.EqualTo(Targets.All)
        );

    [Test]
    public void An_unknown_target_is_refused_with_those_there_are()
    {
        var problem = Refused.Problem(() => Targets.Named("oracle"));

        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.UnknownTarget));
        Assert.That(problem.Remedy, Does.Contain("sqlserver2016").And.Contain("babelfish"));
    }

    [Test]
    public void A_target_that_lacks_something_says_why() =>
        Assert.That(
            Targets.All.Where(target => !target.HasClr || !target.HasCreateOrAlter || !target.HasNoExec),
            Has.All.Property(nameof(Target.Remark)).Not.Empty
        );

    [Test]
    public void A_script_is_parsed_with_the_grammar_of_its_own_server()
    {
        foreach (var target in Targets.All.Where(target => target != Targets.Babelfish))
        {
            Assert.That(target.Title, Does.StartWith(target.Grammar.Title));
        }

        // What came in with a version is a mistake before it.
        Assert.That(Parses("SELECT c FROM t WINDOW w AS (ORDER BY c);", Targets.SqlServer2019), Is.False);
        Assert.That(Parses("SELECT c FROM t WINDOW w AS (ORDER BY c);", Targets.SqlServer2022), Is.True);
        Assert.That(
            Parses("CREATE VECTOR INDEX i ON t (c) WITH (METRIC = 'cosine');", Targets.SqlServer2022),
            Is.False
        );
        Assert.That(Parses("CREATE VECTOR INDEX i ON t (c) WITH (METRIC = 'cosine');", Targets.SqlServer2025), Is.True);
    }

    [Test]
    public void Fabric_Warehouse_has_a_grammar_of_its_own()
    {
        const string Clone = "CREATE TABLE [dbo].[t] AS CLONE OF [dbo].[u];";

        Assert.That(Parses(Clone, Grammar.FabricWarehouse), Is.True);
        Assert.That(Parses(Clone, Grammar.Any), Is.False);
    }

    private static bool Parses(string text, Target target) => Parses(text, target.Grammar);

    private static bool Parses(string text, Grammar grammar)
    {
        using var reader = new StringReader(text);
        grammar.CreateParser().Parse(reader, out var errors);
        return errors.Count == 0;
    }
}
