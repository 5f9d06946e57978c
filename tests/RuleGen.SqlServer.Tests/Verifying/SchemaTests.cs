using RuleGen.Model;
using RuleGen.SqlServer.Tests.Servers;
using RuleGen.Tests.Cli;

namespace RuleGen.SqlServer.Tests.Verifying;

/// <summary><c>rulegen schema</c>: the schema file of a table that is there is the one that it was made from.</summary>
public sealed class SchemaTests
{
    [Test]
    public void A_table_is_described_as_the_source_that_made_it()
    {
        using var place = new Place();
        using var folder = new TemporaryFolder();

        var result = RuleGenProcess.Run(
            "schema",
            "--connection",
            $"env:{LiveServer.Variable}",
            "--table",
            $"{place.Source.Table}",
            "--output",
            folder["source.json"]
        );

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        var source = SourceFile.Parse(File.ReadAllText(folder["source.json"]));
        // Babelfish gives names in small letters, and one of the collations that are one to it.
        Assert.That(Describe(source), Is.EqualTo(Describe(place.Source)));
        Assert.That(result.Error, Does.Contain("No server says what codes look like"));
    }

    private static IEnumerable<string> Describe(Source source) =>
        source
            .Columns.Select(column => $"{column.Name.ToUpperInvariant()} {column.Type} {column.IsNullable}")
            .Concat(source.Key.Select(column => column.Name.ToUpperInvariant()));
}
