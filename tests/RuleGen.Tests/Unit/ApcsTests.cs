using RuleGen.Model;
using RuleGen.Rules;

namespace RuleGen.Tests.Unit;

public sealed class ApcsTests
{
    [Test]
    public void The_source_in_csharp_is_that_of_the_schema_file() =>
        Assert.That(Apcs.Source, Is.EqualTo(SourceFile.Read(Repository.PathOf("sql", "schema", "apcs.json"))));
}
