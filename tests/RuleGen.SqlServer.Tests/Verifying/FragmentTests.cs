using RuleGen.Model;
using RuleGen.Rules;
using RuleGen.SqlServer.Tests.Servers;
using RuleGen.TSql;

namespace RuleGen.SqlServer.Tests.Verifying;

/// <summary>The fragments run as one query over the source's tables.</summary>
public sealed class FragmentTests
{
    [Test]
    public void The_parts_run_over_the_tables_of_the_source(
        [Values("apcs", "apcs-child-tables", "hes-apc")] string schema,
        [Values("APCS", "my spells")] string alias
    )
    {
        var given = SourceFile.Parse(Repository.Read("sql", "schema", $"{schema}.json"));
        var bound = CodingBinder.Bind(BackPainFusion.Coding.Coding, given);
        using var place = new Place(table => WithAlias(new ScratchSource(bound, given, table).Source, alias));
        var files = ScriptGenerator
            .Generate(BackPainFusion.Coding, place.Source, LiveServer.Target)
            .ToDictionary(file => file.Name, file => file.Text);
        var from =
            files.GetValueOrDefault(FileNames.From) ?? $"FROM {place.Source.Table} AS {SqlName.Bracket(alias)}\n";

        var rows = place.Session.Query(
            $"SELECT CASE\n{files[FileNames.Case]}END AS [Outcome]\n{from}{files[FileNames.Where]};"
        );

        Assert.That(rows, Is.Empty);
        Assert.That(files.ContainsKey(FileNames.From), Is.EqualTo(schema != "apcs"));
    }

    private static Source WithAlias(Source source, string alias) =>
        new(
            source.Table,
            alias,
            source.Key.Select(column => column.Name).ToValueList(),
            [],
            source.Columns,
            lists: source.Lists
        );
}
