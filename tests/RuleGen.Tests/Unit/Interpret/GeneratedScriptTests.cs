using RuleGen.Model;
using RuleGen.Rules;
using RuleGen.Tests.TestData;
using RuleGen.TSql;
using RuleGen.TSql.Interpret;

namespace RuleGen.Tests.Unit.Interpret;

/// <summary>
/// All that is written of a coding says the same of every row: fragments, view, function, deployment.
/// </summary>
internal sealed class GeneratedScriptTests
{
    private static IEnumerable<TestCaseData> Cases =>
        from target in Targets.All
        from coding in Everything
            .Codings.Select((coding, index) => (Published(coding, index), Everything.Source))
            .Concat(PublishedCodings.All.Select(coding => (coding, Apcs.Source)))
        // Babelfish takes no such name; the writer says so.
        where
            target != Targets.Babelfish
            || !coding.Item2.Columns.Any(column => column.Name.Contains(']', StringComparison.Ordinal))
        select new TestCaseData(coding.Item1, coding.Item2, target).SetArgDisplayNames(coding.Item1.Id, target.Name);

    [TestCaseSource(nameof(Cases))]
    public void Fragments_view_function_and_deployment_agree(PublishedCoding published, Source source, Target target)
    {
        var files = ScriptGenerator
            .Generate(published, source, target)
            .ToDictionary(file => file.Name, file => file.Text);
        var fragments = FragmentInterpreter.Load(
            files.GetValueOrDefault("case.sql"),
            files.GetValueOrDefault("where.sql"),
            source
        );
        var view = ScriptInterpreter.Load(files["view.sql"], source).Views.Single();
        var function = ScriptInterpreter.Load(files["function.sql"], source).Functions.Single();
        var deployed = ScriptInterpreter.Load(files["deploy.sql"], source);
        var model = files.Single(file => FileNames.IsDbtModel(file.Key)).Value;
        var query = ScriptInterpreter.Load($"CREATE VIEW [dbt].[model]\nAS\n{model}", source).Views.Single();
        var project = target.HasSqlProjects
            ? ScriptInterpreter.Load($"{files["project/view.sql"]}GO\n{files["project/function.sql"]}", source)
            : deployed;
        var columns = published.Coding.Columns;
        var results = new HashSet<Result>();
        foreach (var row in Rows(published.Coding, source, seed: 7).Take(200))
        {
            var expected = fragments.Evaluate(row);
            Assert.That(expected.NotEvaluated, Is.Null, row.ToString());
            Assert.That(view.Evaluate(row), Is.EqualTo(expected), row.ToString());
            Assert.That(function.CrossApply(row, columns), Is.EqualTo(expected), row.ToString());
            Assert.That(deployed.Views.Single().Evaluate(row), Is.EqualTo(expected), row.ToString());
            Assert.That(deployed.Functions.Single().CrossApply(row, columns), Is.EqualTo(expected), row.ToString());
            Assert.That(query.Evaluate(row), Is.EqualTo(expected), row.ToString());
            Assert.That(project.Views.Single().Evaluate(row), Is.EqualTo(expected), row.ToString());
            Assert.That(project.Functions.Single().CrossApply(row, columns), Is.EqualTo(expected), row.ToString());
            results.Add(expected.Result);
        }

        // Rows on which a coding never says anything but one thing would show nothing.
        Assert.That(results, Has.Count.GreaterThan(1));
    }

    /// <summary>
    /// Rows whose texts are literals and patterns of the coding, wildcards filled, in both letter cases.
    /// </summary>
    private static IEnumerable<Row> Rows(Coding coding, Source source, int seed)
    {
        var random = new Random(seed);
        var texts = string.Join('\n', coding.Predicates.Select(FragmentWriter.WritePredicate))
            .Split('\'')
            .Where((_, index) => index % 2 == 1)
            .Select(text => text.Replace("%", "", StringComparison.Ordinal).Replace('[', '1'))
            .Where(text => text.All(character => char.IsAsciiLetterOrDigit(character) || character is ' ' or ']'))
            .Select(text => text.Replace("]", "", StringComparison.Ordinal))
            .Append("")
            .ToList();
        while (true)
        {
            yield return new Row(
                source.Columns,
                source.Columns.Select(column => Value(column, texts, random)).ToValueList()
            );
        }
    }

    private static SqlValue Value(Column column, List<string> texts, Random random)
    {
        if (column.IsNullable && random.Next(6) == 0)
        {
            return SqlValue.Null;
        }

        if (column.Type is TemporalType moments)
        {
            var day = new DateTime(2019, 4, 1, 0, 0, 0, DateTimeKind.Unspecified).AddDays(random.Next(-300, 400));
            return moments.Value(moments.Find(day)!.Value);
        }

        if (column.Type is OrderedType type)
        {
            return type.Value(random.Next(0, 130));
        }

        var text = texts[random.Next(texts.Count)];
        var value = random.Next(3) == 0 ? text.ToLowerInvariant() : text;
        return SqlValue.Of(
            column.Type is CharacterType { Length: { } length } && value.Length > length ? value[..length] : value
        );
    }

    private static PublishedCoding Published(Coding coding, int index) =>
        new()
        {
            Id = FormattableString.Invariant($"everything_{index}"),
            Title = "Everything",
            Publication = "Nobody",
            Edition = "First",
            Coding = coding,
        };
}
