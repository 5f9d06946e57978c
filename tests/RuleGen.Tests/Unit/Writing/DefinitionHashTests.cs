using RuleGen.Model;
using RuleGen.Model.Authoring;
using RuleGen.Rules;
using RuleGen.TSql;

namespace RuleGen.Tests.Unit.Writing;

public class DefinitionHashTests
{
    private static readonly PublishedCoding Coding = ScriptCases.ArmsOnly;

    [Test]
    public void The_hash_is_the_same_on_every_machine() =>
        Assert.That(
            DefinitionHash.Of(Coding, Apcs.Source, ObjectNaming.Default),
            Is.EqualTo("d63e0f0ae09055e8129b33ca3b8742faf2b70b1cfa5a37154e43f95e028f7d2e")
        );

    [Test]
    public void Title_publication_and_edition_do_not_count() =>
        Assert.That(
            DefinitionHash.Of(
                Coding with
                {
                    Title = "other",
                    Publication = "other",
                    Edition = "other",
                },
                Apcs.Source,
                ObjectNaming.Default
            ),
            Is.EqualTo(DefinitionHash.Of(Coding, Apcs.Source, ObjectNaming.Default))
        );

    [Test]
    public void What_the_objects_are_counts()
    {
        var note = new CodingBuilder().When(Apcs.AdmissionMethod.Like("2%").Note("A note."), "emergency").Build();
        var pattern = new CodingBuilder().When(Apcs.AdmissionMethod.Like("3%"), "emergency").Build();
        string[] hashes =
        [
            DefinitionHash.Of(Coding, Apcs.Source, ObjectNaming.Default),
            DefinitionHash.Of(Coding, Apcs.Source, ObjectNaming.Default with { Schema = "dbo" }),
            DefinitionHash.Of(Coding with { Id = "other" }, Apcs.Source, ObjectNaming.Default),
            DefinitionHash.Of(Coding with { Coding = note }, Apcs.Source, ObjectNaming.Default),
            DefinitionHash.Of(Coding with { Coding = pattern }, Apcs.Source, ObjectNaming.Default),
            DefinitionHash.Of(Coding, Apcs.Source.WithCollation(Collation.Latin1GeneralBin2), ObjectNaming.Default),
        ];

        Assert.That(hashes, Is.Unique);
    }

    [Test]
    public void Scripts_of_every_target_carry_it()
    {
        var hash = DefinitionHash.Of(Coding, Apcs.Source, ObjectNaming.Default);
        var scripts = Targets
            .All.SelectMany(target => ScriptGenerator.Generate(Coding, Apcs.Source, target))
            .Where(file => file.Name is not (FileNames.Case or FileNames.Where));

        Assert.That(scripts.Select(file => file.Text), Has.All.Contains(hash));
    }
}
