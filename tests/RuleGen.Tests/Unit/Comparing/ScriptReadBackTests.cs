using RuleGen.Model;
using RuleGen.Rules;
using RuleGen.TSql;

namespace RuleGen.Tests.Unit.Comparing;

public sealed class ScriptReadBackTests
{
    private static readonly PublishedCoding Published = PublishedCodings.All[0];

    public static IEnumerable<Target> AllTargets => Targets.All;

    [TestCaseSource(nameof(AllTargets))]
    public void What_is_written_for_a_target_reads_as_the_coding(Target target) =>
        Assert.That(() => ScriptReadBack.Check(Generate(target), Published.Coding, Apcs.Source), Throws.Nothing);

    [TestCase(FileNames.Case)]
    [TestCase(FileNames.View)]
    [TestCase(FileNames.Function)]
    [TestCase(FileNames.Deploy)]
    public void A_file_that_reads_as_another_coding_is_refused(string name)
    {
        var files = Generate(Targets.All[0])
            .Select(file =>
                file.Name == name
                    ? file with
                    {
                        Text = file.Text.Replace("%M462%", "%M463%", StringComparison.Ordinal),
                    }
                    : file
            )
            .ToValueList();

        var problem = Refused.Problem(() => ScriptReadBack.Check(files, Published.Coding, Apcs.Source));

        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.InvalidScript));
        Assert.That(problem.File, Does.Contain(name));
        Assert.That(problem.Message, Does.EndWith("what is read back is not the coding"));
    }

    [Test]
    public void A_file_that_does_not_read_is_refused()
    {
        var files = Generate(Targets.All[0])
            .Select(file => file.Name == FileNames.Where ? file with { Text = "WHERE Nothing = 1\n" } : file)
            .ToValueList();

        Assert.That(
            Refused.Problem(() => ScriptReadBack.Check(files, Published.Coding, Apcs.Source)).Message,
            Does.Contain("it cannot be read back").And.Contain("RG0105")
        );
    }

    private static ValueList<GeneratedFile> Generate(Target target) =>
        ScriptGenerator.Generate(Published, Apcs.Source, target);
}
