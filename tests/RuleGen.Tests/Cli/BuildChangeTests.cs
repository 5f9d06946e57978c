using System.Security.Cryptography;
using System.Text;

namespace RuleGen.Tests.Cli;

/// <summary><c>rulegen build --check</c> says what becomes of rows where a generated file is not what its coding makes.</summary>
public sealed class BuildChangeTests
{
    private const string Id = "2Y_back_pain_fusion";

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeCheckout()
    {
        _folder = new TemporaryFolder();
        _folder.Write("RuleGen.sln", "");
        foreach (var name in new[] { "sql/schema", $"generated/{Id}" })
        {
            Copy(Repository.PathOf(name.Split('/')), _folder[name]);
        }

        Directory.CreateDirectory(_folder["sql/published"]);
        File.Copy(Repository.PathOf("sql", "published", Id + ".sql"), _folder[$"sql/published/{Id}.sql"]);
    }

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public void What_is_current_has_changed_no_row()
    {
        var result = Check();

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(result.Error, Does.Not.Contain("against"));
    }

    [TestCase(
        "BETWEEN 19 AND 120",
        "BETWEEN 20 AND 120",
        "gains rows, for example:",
        "kept, outcome NULL",
        "kept, outcome '2Y_back_pain_fusion'"
    )]
    [TestCase(
        "BETWEEN 19 AND 120",
        "BETWEEN 18 AND 120",
        "loses rows, for example:",
        "kept, outcome '2Y_back_pain_fusion'",
        "kept, outcome NULL"
    )]
    [TestCase(
        "THEN '2Y_back_pain_fusion'",
        "THEN '2Y'",
        "relabels rows, for example:",
        "kept, outcome '2Y'",
        "kept, outcome '2Y_back_pain_fusion'"
    )]
    [TestCase("<> '02'", "<> '03'", "gains rows and loses rows, for example:", "not kept", "kept, outcome ")]
    public void A_coding_that_has_changed_since_says_how(
        string now,
        string before,
        string what,
        string old,
        string @new
    )
    {
        EditAll(now, before, isByHand: false);

        var result = Check();

        Assert.That(result.ExitCode, Is.EqualTo(1));
        var lines = result.ErrorLines;
        var place = Array.IndexOf(lines, $"{Id}, against what is in generated/{Id}/view.sql, {what}");
        Assert.That(place, Is.Positive, result.Error);
        Assert.That(lines[place + 1], Does.StartWith("  Primary_Spell_Procedure = ").Or.StartWith("  Any_Spell"));
        Assert.That(lines[place + 2], Does.StartWith($"    as generated: {old}"));
        Assert.That(lines[place + 3], Does.StartWith($"    now: {@new}"));
        Assert.That(lines.Count(line => line.Contains(", against ", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [Test]
    public void Where_only_words_have_changed_no_row_does()
    {
        EditAll("-- Publication: ", "-- Published by: ", isByHand: false);

        var result = Check();

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Error, Does.Contain($"{Id}, against what is in generated/{Id}/view.sql, changes no row.\n"));
    }

    [TestCase("view.sql")]
    [TestCase("deploy.sql")]
    [TestCase("function.sql")]
    [TestCase("project/view.sql")]
    [TestCase("dbt/2Y_back_pain_fusion.sql")]
    public void An_edit_by_hand_says_what_it_would_have_changed(string name)
    {
        Edit(name, "BETWEEN 19 AND 120", "BETWEEN 18 AND 120", isByHand: true);

        var result = Check();

        Assert.That(result.ExitCode, Is.EqualTo(1));
        var lines = result.ErrorLines;
        var place = Array.IndexOf(
            lines,
            $"generated/{Id}/{name} was edited by hand; against {Id}, the edit gains rows, for example:"
        );
        Assert.That(place, Is.Positive, result.Error);
        Assert.That(lines[place + 1], Does.Contain("= 18"));
        Assert.That(lines[place + 2], Is.EqualTo("    as it is: kept, outcome NULL"));
        Assert.That(lines[place + 3], Is.EqualTo($"    as edited: kept, outcome '{Id}'"));
    }

    [TestCase("case.sql", "BETWEEN 19", "BETWEEN 21", "loses rows")]
    [TestCase("where.sql", "<> '02'", "<> '02' AND Admission_Method <> '11'", "loses rows")]
    public void Fragments_are_read_together(string name, string before, string after, string what)
    {
        Edit(name, before, after, isByHand: true);

        var result = Check();

        Assert.That(
            result.Error,
            Does.Contain($"generated/{Id}/{name} was edited by hand; against {Id}, the edit {what}, ")
        );
    }

    [Test]
    public void Fragments_that_are_both_edited_are_named_together()
    {
        Edit("case.sql", "BETWEEN 19", "BETWEEN 21", isByHand: true);
        Edit("where.sql", "<> '02'", "<> '03'", isByHand: true);

        Assert.That(
            Check().Error,
            Does.Contain(
                $"generated/{Id}/case.sql and generated/{Id}/where.sql were edited by hand; against {Id}, the edit loses rows and "
            )
        );
    }

    [Test]
    public void An_edit_of_comments_changes_no_row()
    {
        Edit("view.sql", "-- Not in the guidance", "-- In the guidance", isByHand: true);

        Assert.That(
            Check().Error,
            Does.Contain($"generated/{Id}/view.sql was edited by hand; against {Id}, the edit changes no row.\n")
        );
    }

    [Test]
    public void A_file_that_cannot_be_read_back_says_so_and_the_check_goes_on()
    {
        Edit("view.sql", "[APCS].[Admission_Method]", "[APCS].[Admision_Method]", isByHand: true);
        Edit("function.sql", "BETWEEN 19 AND 120", "BETWEEN 18 AND 120", isByHand: true);

        var result = Check();

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(
            result.Error,
            Does.Contain($"generated/{Id}/view.sql was edited by hand, and cannot be compared with {Id}:\n")
                .And.Contain("RG0105: ")
                .And.Contain($"generated/{Id}/function.sql was edited by hand; against {Id}, the edit gains rows")
        );
    }

    [Test]
    public void A_fragment_that_was_deleted_leaves_the_other_alone()
    {
        File.Delete(_folder[$"generated/{Id}/where.sql"]);
        Edit("case.sql", "BETWEEN 19", "BETWEEN 21", isByHand: true);

        var result = Check();

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Error, Does.Not.Contain("edited by hand"));
        Assert.That(result.Error, Does.Contain($"generated/{Id}/case.sql is not current"));
    }

    [Test]
    public void A_build_that_writes_compares_nothing()
    {
        Edit("view.sql", "BETWEEN 19 AND 120", "BETWEEN 18 AND 120", isByHand: true);

        var result = RuleGenProcess.RunIn(_folder.Path, "", "build");

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(result.Error, Does.Not.Contain("edited by hand"));
    }

    private ProcessResult Check() => RuleGenProcess.RunIn(_folder.Path, "", "build", "--check");

    /// <summary>Every file that has a text gets another; if not by hand, as if an earlier build had written them so.</summary>
    private void EditAll(string before, string after, bool isByHand)
    {
        foreach (var path in Directory.GetFiles(_folder[$"generated/{Id}"], "*.sql", SearchOption.AllDirectories))
        {
            if (File.ReadAllText(path).Contains(before, StringComparison.Ordinal))
            {
                Edit(
                    Path.GetRelativePath(_folder[$"generated/{Id}"], path).Replace('\\', '/'),
                    before,
                    after,
                    isByHand
                );
            }
        }
    }

    private void Edit(string name, string before, string after, bool isByHand)
    {
        var path = _folder[$"generated/{Id}/{name}"];
        var text = File.ReadAllText(path);
        Assert.That(text, Does.Contain(before));
        File.WriteAllText(path, text.Replace(before, after, StringComparison.Ordinal));
        if (isByHand)
        {
            return;
        }

        var manifest = _folder[$"generated/{Id}/rulegen.sha256"];
        var lines = File.ReadAllLines(manifest);
        var place = Array.FindIndex(lines, line => line.EndsWith($"  {name}", StringComparison.Ordinal));
        lines[place] =
            $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(File.ReadAllText(path))))}  {name}";
        File.WriteAllText(manifest, string.Join('\n', lines) + "\n");
    }

    private static void Copy(string from, string to)
    {
        foreach (var path in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(path, target);
        }
    }
}
