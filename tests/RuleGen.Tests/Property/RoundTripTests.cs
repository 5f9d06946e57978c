using RuleGen.Model;
using RuleGen.Model.Describing;
using RuleGen.Tests.TestData;
using RuleGen.TSql;
using RuleGen.TSql.Read;

namespace RuleGen.Tests.Property;

/// <summary>What is written is read back, and written the same again.</summary>
public sealed class RoundTripTests
{
    /// <summary>No rows: these properties are about codings alone.</summary>
    private const int NoRows = 0;

    private static int Cases => PropertyRun.Sets / PropertyRun.RowsOfCoding / 4;

    [Test]
    public void A_coding_written_as_fragments_is_read_back_with_its_spelling() =>
        PropertyRun.Check(
            Cases,
            written =>
            {
                var text = CodingText.Of(written.Coding);
                var read = CodingReader.Read(text, written.Source);

                Require(read.Coding == written.Coding, "is read back", CodingText.Of(read.Coding));
                Require(read.Notes.Count == 0, "is read without a note", string.Join('\n', read.Notes));
                Require(CodingText.Of(read.Coding) == text, "is written the same again", CodingText.Of(read.Coding));
                Require(
                    Dump(read.Coding).SequenceEqual(Dump(Canonical.Of(written.Coding))),
                    "keeps its parentheses and forms",
                    string.Join('\n', Dump(read.Coding).Except(Dump(Canonical.Of(written.Coding))))
                );
            },
            NoRows
        );

    [Test]
    public void A_coding_written_as_scripts_is_read_back_from_each() =>
        PropertyRun.Check(
            Cases,
            written =>
            {
                foreach (var target in (Target[])[Targets.SqlServer2017, Targets.Babelfish])
                {
                    if (target.HasBracketsInNames || !HasBracket(written.Source))
                    {
                        CheckScripts(written, target);
                    }
                }
            },
            NoRows
        );

    [Test]
    public void A_coding_bound_to_its_own_source_is_itself() =>
        PropertyRun.Check(
            Cases,
            bound =>
            {
                var same = CodingBinder.Bind(bound.Coding, bound.Source);
                Require(same == bound.Coding, "is itself", CodingText.Of(same));
                Require(
                    ModelDump.Of(same).SequenceEqual(ModelDump.Of(bound.Coding)),
                    "keeps names, parentheses and forms",
                    CodingText.Of(same)
                );
            },
            NoRows
        );

    [Test]
    public void Every_coding_can_be_described() =>
        PropertyRun.Check(
            Cases,
            described =>
            {
                Require(CSharpWriter.Write(described.Published, described.Source).Length > 0, "has C#", "");
                Require(EnglishWriter.Write(described.Published).Length > 0, "has English", "");
                Require(CodingJson.Write(described.Coding).Length > 0, "has JSON", "");
            },
            NoRows
        );

    /// <summary>Every member but the spelling of names: brackets that a name needs are noted by readers alone.</summary>
    private static IEnumerable<string> Dump(Coding coding) =>
        ModelDump.Of(coding).Where(line => !line.Contains(".Written ", StringComparison.Ordinal));

    private static void CheckScripts(CodingCase written, Target target)
    {
        var files = ScriptGenerator.Generate(written.Published, written.Source, target);
        foreach (var file in files.Where(file => file.Name is "view.sql" or "function.sql" or "deploy.sql"))
        {
            if (file.Name == "deploy.sql" && !target.HasCreateOrAlter)
            {
                // It gives grants again by texts that it puts together, which nobody can read.
                var problem = Refused.Problem(() => ScriptReader.Read(file.Text, written.Source));
                Require(problem.Excerpt == "EXECUTE (@statement)", "is refused for that alone", problem.ToString());
                continue;
            }

            var objects = ScriptReader.Read(file.Text, written.Source);
            Require(objects.Count == (file.Name == "deploy.sql" ? 2 : 1), $"{file.Name} has its objects", file.Text);
            Require(objects.All(found => found.Coding == written.Coding), $"{file.Name} is read back", file.Text);
        }

        foreach (var name in (string[])["view.sql", "function.sql"])
        {
            var read = ScriptReader.Read(files.First(file => file.Name == name).Text, written.Source);
            var again = new CodingCase(written.Source, read[0].Coding, []).Published;
            var scripts = ScriptGenerator.Generate(again, written.Source, target);
            Require(
                Statements(scripts, name).SequenceEqual(Statements(files, name)),
                $"is written the same again from {name}",
                string.Join('\n', Statements(scripts, name))
            );
        }
    }

    /// <summary>
    /// The text of one object, and of the same for SQL projects, without the hash, which is of both objects: notes of the
    /// view are read back as comments, and as such stand in the function, too.
    /// </summary>
    private static IEnumerable<string> Statements(ValueList<GeneratedFile> files, string name) =>
        files
            .Where(file => file.Name == name || file.Name == $"project/{name}")
            .Select(file =>
                string.Join(
                    '\n',
                    file.Text.Split('\n')
                        .Where(line => !line.StartsWith("-- Definition hash:", StringComparison.Ordinal))
                )
            );

    private static bool HasBracket(Source source) =>
        source
            .Columns.Concat(source.Lists.SelectMany(list => list.Type.Columns.Append(list.Column)))
            .Any(column => column.Name.Contains(']', StringComparison.Ordinal));

    private static void Require(bool holds, string property, string instead)
    {
        if (!holds)
        {
            throw new DisagreementException($"It is not so that the coding {property}:\n{instead}");
        }
    }
}
