using RuleGen.Rules;
using RuleGen.TSql;

namespace RuleGen.Tests.Unit.Writing;

internal sealed class DescriptionsTests
{
    [Test]
    public void A_description_says_what_the_object_is_of_and_who_made_it() =>
        Assert.That(Describe("Knees"), Does.StartWith("Knees; ").And.EndWith(". Made by RuleGen."));

    [Test]
    public void It_is_one_line_that_a_property_holds()
    {
        var description = Describe("One\ntwo " + new string('x', 9000));

        Assert.That(description, Has.Length.EqualTo(3000));
        Assert.That(description, Does.Not.Contain("\n").And.EndWith("x. Made by RuleGen."));
    }

    private static string Describe(string title) =>
        Descriptions.Of(
            new ScriptParts(
                ScriptCases.ArmsOnly with
                {
                    Title = title,
                },
                Apcs.Source,
                Targets.SqlServer2016,
                naming: null
            )
        );
}
