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
    public void A_target_is_parsed_as_itself_or_as_the_newest_there_is()
    {
        Assert.That(Targets.SqlServer2016.Grammar.Title, Is.EqualTo("SQL Server 2016"));
        Assert.That(
            Targets.SqlServer2025.Grammar,
            Is.EqualTo(Grammar.All.Any(grammar => grammar.Version == 170) ? Grammar.For(170) : Grammar.Newest)
        );
        Assert.That(Grammar.Newest.Version, Is.GreaterThanOrEqualTo(150));
    }
}
