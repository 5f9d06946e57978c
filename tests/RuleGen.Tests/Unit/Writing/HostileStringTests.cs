using System.Text.RegularExpressions;
using RuleGen.Clr;
using RuleGen.Engine;
using RuleGen.Model;
using RuleGen.Model.Authoring;
using RuleGen.TSql;
using RuleGen.TSql.Interpret;

namespace RuleGen.Tests.Unit.Writing;

/// <summary>
/// No string, in whatever place of whatever script, becomes code, is replaced by a tool, or is seen otherwise than it
/// is: either the scripts hold and say what the model says, or the string is refused by name.
/// </summary>
internal sealed partial class HostileStringTests
{
    /// <summary>The refusals that name the string; RG0401, a defect, is not among them.</summary>
    private static readonly string[] Refusals = ["RG0002", "RG0003", "RG0009", "RG0402", "RG0403", "RG0405"];

    /// <summary>Values of the columns that the conditions read.</summary>
    private static readonly (SqlValue Column, SqlValue Other)[] Values =
    [
        (SqlValue.Of("x"), SqlValue.Of("y")),
        (SqlValue.Of("no"), SqlValue.Of("y")),
        (SqlValue.Null, SqlValue.Of("y")),
        (SqlValue.Of("x"), SqlValue.Null),
    ];

    private static IEnumerable<TestCaseData> Cases =>
        from place in HostilePlace.All
        from target in (Target[])[Targets.SqlServer2016, Targets.AzureSqlDatabase, Targets.Babelfish]
        select new TestCaseData(place, target).SetArgDisplayNames(place.Name, target.Name);

    [TestCaseSource(nameof(Cases))]
    public void A_string_is_refused_by_name_or_every_script_holds(HostilePlace place, Target target)
    {
        // Scripts with a literal beyond ASCII check the code page of the database, too.
        string[] shapes = [Shape(place.Write("x"), target), Shape(place.Write("é"), target)];
        var written = 0;
        foreach (var text in HostileStrings.All)
        {
            ValueList<GeneratedFile> files;
            HostileCoding coding;
            try
            {
                coding = place.Write(text);
                files = Write(coding, target);
            }
            catch (RuleGenException exception) when (!place.IsProse)
            {
                Assert.That(
                    exception.Problems.Select(problem => problem.Code.Id).Distinct(),
                    Is.SubsetOf(Refusals),
                    Show(text)
                );
                continue;
            }

            written++;
            Assert.That(shapes, Does.Contain(string.Join('\n', files.Select(ScriptShape.Of))), Show(text));
            Assert.That(files.SelectMany(Raw), Is.Empty, Show(text));
            if (!text.Any(character => character != ' ' && char.IsWhiteSpace(character)))
            {
                // What LIKE makes of other blanks is not published, and the interpreter says so.
                RequireMeaning(files, coding, Show(text));
            }
        }

        Assert.That(written, place.IsProse ? Is.EqualTo(HostileStrings.All.Count) : Is.GreaterThan(8));
    }

    [Test]
    public void A_string_in_a_row_of_the_fixtures_is_inserted_as_it_is()
    {
        var coding = HostilePlace.All[0].Write("s");
        foreach (var text in HostileStrings.All.Where(text => !HasHalf(text)))
        {
            var value = SqlValue.Of(text);
            var row = new Row(coding.Source.Columns, [SqlValue.Of(1), value, value, value]);
            var fixture = new ScriptFixture(1, row, new Result(IsKept: true, text), [text, $"Catches: {text}"]);

            // Its validation reads the rows back.
            var file = FixtureScript.Generate(
                coding.Published,
                coding.Source,
                Targets.SqlServer2016,
                [fixture],
                ObjectNaming.Default with
                {
                    Schema = coding.Schema,
                }
            );

            Assert.That(Raw(file), Is.Empty, Show(text));
        }
    }

    [TestCase("it's */ -- ] 日本", "sch'e]ma")]
    [TestCase("[]", "]]")]
    [TestCase("GO", ":r x")]
    public void A_string_in_a_clr_function_stays_a_string(string id, string schema)
    {
        var source = HostilePlace.All[0].Write("s").Source;
        var column = source.Text("column");
        var builder = new CodingBuilder();
        var labels = HostileStrings.All.Where(text => IsWritable(text) && !text.Any(char.IsSurrogate)).ToList();
        foreach (var label in labels)
        {
            builder.When(column.EqualTo(CharacterLiteral.Unicode(label)), Label.Of(label, isUnicode: true));
        }

        var prose = string.Join(' ', HostileStrings.All);
        builder.When(
            column.Like("x%").Comment(prose).Cites(prose).Note(prose),
            "x",
            Documentation.None.Comment(prose, CommentPlacement.Before).Cites(prose).Note(prose)
        );
        var published = new PublishedCoding
        {
            Id = id,
            Title = prose,
            Publication = prose,
            Edition = prose,
            Coding = builder.Build(),
        };

        var assembly = ClrGenerator.Compile(published, source, ObjectNaming.Default with { Schema = schema });
        var files = ClrGenerator.WriteFiles(assembly, Targets.SqlServer2019);

        Assert.That(files.SelectMany(Raw), Is.Empty);
        Assert.That(labels, Has.Count.GreaterThan(20));
    }

    [TestCase("a\u202Eb", "The name 'a<U+202E>b' holds U+202E, which turns the direction of the text")]
    [TestCase("\u200B", "The name '<U+200B>' holds U+200B, which nobody sees")]
    [TestCase("a\U000E0041", "The name 'a<U+E0041>' holds U+E0041, which nobody sees")]
    [TestCase("a\u2028", "The name 'a' holds U+2028, which ends a line or controls a terminal")]
    [TestCase("${x}", "The name '${x}' holds '${', which Flyway and Liquibase would replace")]
    [TestCase("a$x-1$b", "The name 'a$x-1$b' holds '$x-1$', which DbUp would replace")]
    [TestCase("#{x}", "The name '#{x}' holds '#{', which Octopus would replace")]
    [TestCase("{%x", "The name '{%x' holds '{%', which dbt would take for a template")]
    public void A_name_is_refused_with_the_reason(string id, string message)
    {
        var coding = HostilePlace.All.Single(place => place.Name == "table").Write(id);

        Assert.That(Refused.Problem(() => Write(coding, Targets.SqlServer2016)).Message, Is.EqualTo(message));
    }

    [Test]
    public void A_name_with_half_a_pair_is_refused_with_the_reason()
    {
        // An attribute would not keep it.
        var coding = HostilePlace.All.Single(place => place.Name == "alias").Write("a\ud83d");

        Assert.That(
            Refused.Problem(() => Write(coding, Targets.SqlServer2016)).Message,
            Is.EqualTo("The name 'a\uFFFD' holds half of a surrogate pair")
        );
    }

    [TestCase("x\u200By", "a comment with x<U+200B>y")]
    [TestCase("x\u202Ey", "a comment with x<U+202E>y")]
    [TestCase("${x}", "a comment with $ {x}")]
    [TestCase("$x$y$", "a comment with $ x$ y$")]
    [TestCase("{{{x", "a comment with { { {x")]
    [TestCase("a $ b 5$", "a comment with a $ b 5$")]
    public void Prose_shows_what_nobody_would_see_and_keeps_tools_out(string text, string written)
    {
        var coding = HostilePlace.All.Single(place => place.Name == "note").Write($"a comment with {text}");

        Assert.That(
            Write(coding, Targets.SqlServer2016).Single(file => file.Name == FileNames.View).Text,
            Does.Contain($"-- Note: {written}\n")
        );
    }

    private static string Shape(HostileCoding coding, Target target) =>
        string.Join('\n', Write(coding, target).Select(ScriptShape.Of));

    private static ValueList<GeneratedFile> Write(HostileCoding coding, Target target)
    {
        var columns = coding.Source.Columns;
        var values = new[] { SqlValue.Of(1), SqlValue.Of("x"), SqlValue.Of("x"), SqlValue.Of("x") };
        var fixture = new ScriptFixture(1, new Row(columns, [.. values]), new Result(true, "x"), ["why"]);
        return
        [
            .. ScriptGenerator.Generate(
                coding.Published,
                coding.Source,
                target,
                ObjectNaming.Default with
                {
                    Schema = coding.Schema,
                }
            ),
            FixtureScript.Generate(
                coding.Published,
                coding.Source,
                target,
                [fixture],
                ObjectNaming.Default with
                {
                    Schema = coding.Schema,
                }
            ),
        ];
    }

    /// <summary>Every script that says what becomes of a row says of some rows what the model says.</summary>
    private static void RequireMeaning(ValueList<GeneratedFile> files, HostileCoding coding, string about)
    {
        var texts = files.ToDictionary(file => file.Name, file => file.Text);
        var (source, rule) = (coding.Source, coding.Published.Coding);
        var view = ScriptInterpreter.Load(texts[FileNames.View], source).Views.Single();
        var function = ScriptInterpreter.Load(texts[FileNames.Function], source).Functions.Single();
        var deployed = ScriptInterpreter.Load(texts[FileNames.Deploy], source);
        var model = files.Single(file => FileNames.IsDbtModel(file.Name)).Text;
        var query = ScriptInterpreter.Load($"CREATE VIEW [dbt].[model]\nAS\n{model}", source).Views.Single();
        var fragments = FragmentInterpreter.Load(texts[FileNames.Case], texts[FileNames.Where], source);
        foreach (var (value, other) in Values)
        {
            var row = new Row(source.Columns, [SqlValue.Of(1), SqlValue.Null, value, other]);
            var expected = new CodingEvaluator().Evaluate(rule, row);
            Assert.That(view.Evaluate(row).Result, Is.EqualTo(expected), about);
            Assert.That(query.Evaluate(row).Result, Is.EqualTo(expected), about);
            Assert.That(fragments.Evaluate(row).Result, Is.EqualTo(expected), about);
            Assert.That(function.CrossApply(row, rule.Columns).Result, Is.EqualTo(expected), about);
            Assert.That(deployed.Views.Single().Evaluate(row).Result, Is.EqualTo(expected), about);
            Assert.That(deployed.Functions.Single().CrossApply(row, rule.Columns).Result, Is.EqualTo(expected), about);
        }
    }

    /// <summary>What a script must not hold as it is.</summary>
    private static IEnumerable<string> Raw(GeneratedFile file)
    {
        foreach (var rune in file.Text.EnumerateRunes())
        {
            var isOneOfThem = rune.Value switch
            {
                '\n' => false,
                '\t' => file.Name is FileNames.Rollback or FileNames.FixturesScript or FileNames.ClrSource,
                < ' ' or (>= 0x7F and < 0xA0) or 0xAD or 0x34F or 0x61C or 0x115F or 0x2800 or 0x3164 => true,
                (>= 0x200B and <= 0x200F) or (>= 0x2028 and <= 0x202E) or (>= 0x2060 and <= 0x2069) => true,
                0xFE0F or 0xFEFF or 0xE0041 => true,
                _ => false,
            };
            if (isOneOfThem)
            {
                yield return $"{file.Name}: U+{rune.Value:X4}";
            }
        }

        foreach (Match mark in Mark().Matches(file.Text))
        {
            yield return $"{file.Name}: {mark.Value}";
        }

        foreach (var line in file.Text.Split('\n').Select(line => line.Trim()))
        {
            if (line.StartsWith(':') || line.StartsWith("!!", StringComparison.Ordinal))
            {
                yield return $"{file.Name}: {line}";
            }
        }
    }

    private static bool IsWritable(string text) =>
        !text.Any(char.IsControl) && !Raw(new GeneratedFile(FileNames.Case, text)).Any();

    private static bool HasHalf(string text) => string.Concat(text.EnumerateRunes()) != text;

    private static string Show(string text) =>
        string.Concat(text.Select(each => each is > ' ' and <= '~' ? $"{each}" : $"\\u{(int)each:X4}"));

    [GeneratedRegex(@"\$\(|\$\{|\$[\w-]+\$|\{\{|\{%|\{#|#\{")]
    private static partial Regex Mark();
}
