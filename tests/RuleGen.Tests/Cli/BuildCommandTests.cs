namespace RuleGen.Tests.Cli;

/// <summary>Builds in a checkout of its own, which holds the real schema files and one published text.</summary>
public sealed class BuildCommandTests
{
    private const string Id = "2Y_back_pain_fusion";

    private static readonly string[] FileNames =
    [
        "case.sql",
        "clr-rollback.sql",
        "clr-trust-rollback.sql",
        "clr-trust.sql",
        "clr.cs",
        "clr.sql",
        $"dbt/{Id}.sql",
        "deploy.sql",
        "fixtures.csv",
        "fixtures.sql",
        "function.sql",
        "project/function.sql",
        "project/view.sql",
        "proof.json",
        "rollback.sql",
        "rulegen.sha256",
        "view.sql",
        "where.sql",
    ];

    private TemporaryFolder _folder = null!;

    private string PublishedText => _folder[$"sql/published/{Id}.sql"];

    [SetUp]
    public void MakeCheckout()
    {
        _folder = new TemporaryFolder();
        _folder.Write("RuleGen.sln", "");
        Directory.CreateDirectory(_folder["sql/schema"]);
        Directory.CreateDirectory(_folder["sql/published"]);
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("sql", "schema")))
        {
            File.Copy(file, _folder[$"sql/schema/{Path.GetFileName(file)}"]);
        }

        File.Copy(Repository.PathOf("sql", "published", Id + ".sql"), PublishedText);
    }

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public void A_first_build_writes_every_file_and_names_it()
    {
        var result = Build();

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(), Is.EqualTo(AllPaths()));
        Assert.That(
            Directory
                .GetFiles(_folder[$"generated/{Id}"], "*", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(_folder[$"generated/{Id}"], path).Replace('\\', '/'))
                .Order(),
            Is.EqualTo(FileNames)
        );
        Assert.That(
            result.Error,
            Does.StartWith(
                $"""
                +-----------------------------------------------------------------------+
                | Coding              | Text    | Arms | Clauses | Servers | Files      |
                |---------------------+---------+------+---------+---------+------------|
                | 2Y_back_pain_fusion | matches |    1 |      22 | 8 of 8  | {FileNames.Length} written |
                +-----------------------------------------------------------------------+
                2Y_back_pain_fusion: 100085 rows are the same to 4 engines.
                2Y_back_pain_fusion: 85 fixtures catch 356 of 383 mistakes; 27 are proven to change no result, 0 are undecided.
                Servers: SQL Server 2016 SP1,
                """.ReplaceLineEndings("\n")
            )
        );
    }

    [Test]
    public void A_second_build_writes_nothing()
    {
        Build();
        var written = File.GetLastWriteTimeUtc(_folder[$"generated/{Id}/view.sql"]);

        var result = Build();

        Assert.That(result.ExitCode, Is.Zero);
        Assert.That(result.Output, Is.Empty);
        Assert.That(result.Error, Does.Contain($"{FileNames.Length} unchanged"));
        Assert.That(File.GetLastWriteTimeUtc(_folder[$"generated/{Id}/view.sql"]), Is.EqualTo(written));
    }

    [Test]
    public void A_build_in_the_form_sargable_writes_other_conditions_for_another_schema_and_proves_them()
    {
        var result = Build("--form", "sargable", "--schema-name", "spells", "--out", _folder["out"]);

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        var view = File.ReadAllText(_folder[$"out/{Id}/view.sql"]);
        Assert.That(
            view,
            Does.Contain($"CREATE OR ALTER VIEW [spells].[{Id}]")
                .And.Contain("OR [APCS].[Primary_Spell_Procedure] LIKE 'V404%'")
                .And.Contain("-- Form: sargable.")
                .And.Contain(
                    "-- Published: LEFT(Primary_Spell_Procedure, 4) LIKE '%V404%'. Here: Primary_Spell_Procedure LIKE 'V404%'."
                )
        );
        Assert.That(
            File.ReadAllText(_folder[$"out/{Id}/proof.json"]),
            Does.Match("\"form sargable\",\\s+\"verdict\": \"equivalent\"")
        );
        Assert.That(File.Exists(_folder[$"generated/{Id}/view.sql"]), Is.False);
    }

    [Test]
    public void A_build_finds_the_checkout_from_any_folder_in_it()
    {
        var result = RuleGenProcess.RunIn(_folder["sql/schema"], "", "build");

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(File.Exists(_folder[$"generated/{Id}/view.sql"]), Is.True);
    }

    [Test]
    public void A_check_before_a_build_names_every_file_and_writes_none()
    {
        var result = Build("--check");

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(), Is.EqualTo(AllPaths()));
        Assert.That(
            result.Error,
            Does.Contain($"{FileNames.Length} to write").And.Contain("view.sql is not current; rulegen build would")
        );
        Assert.That(Directory.Exists(_folder["generated"]), Is.False);
    }

    [Test]
    public void A_check_after_a_build_is_clean()
    {
        Build();

        var result = Build("--check");

        Assert.That(result.ExitCode, Is.Zero);
        Assert.That(result.Output, Is.Empty);
    }

    [Test]
    public void A_file_that_was_changed_by_hand_is_found_and_mended()
    {
        Build();
        var view = _folder[$"generated/{Id}/view.sql"];
        var text = File.ReadAllText(view);
        File.WriteAllText(view, text.Replace("\n", "\r\n", StringComparison.Ordinal));

        var check = Build("--check");

        Assert.That(check.ExitCode, Is.EqualTo(1));
        Assert.That(check.Output, Is.EqualTo($"generated/{Id}/view.sql\n"));
        Assert.That(Build().ExitCode, Is.Zero);
        Assert.That(File.ReadAllText(view), Is.EqualTo(text));
    }

    [Test]
    public void A_file_of_a_coding_that_is_gone_is_found_and_removed()
    {
        Build();
        Directory.Move(_folder[$"generated/{Id}"], _folder["generated/old"]);
        _folder.Write("generated/old/notes.txt", "notes");

        var check = Build("--check");
        var build = Build();

        Assert.That(check.ExitCode, Is.EqualTo(1));
        Assert.That(check.Output, Does.Contain("generated/old/view.sql\n"));
        Assert.That(check.Error, Does.Contain("generated/old/view.sql comes from no coding, and would be removed."));
        Assert.That(build.ExitCode, Is.Zero);
        Assert.That(build.Error, Does.Contain("generated/old/view.sql came from no coding, and was removed."));
        Assert.That(
            build.Error,
            Does.Contain("generated/old/notes.txt is not RuleGen's, or not as it wrote it, and is left alone.")
        );
        Assert.That(Directory.GetFileSystemEntries(_folder["generated/old"]), Has.Length.EqualTo(1));
        Assert.That(Build("--check").ExitCode, Is.Zero);
    }

    [Test]
    public void Links_of_six_kinds_are_replaced_and_the_tree_outside_is_byte_for_byte_the_same()
    {
        Build();
        Directory.CreateDirectory(_folder["elsewhere/deep"]);
        _folder.Write("elsewhere/deep/file.txt", "file");
        var generated = Tree("generated");
        File.CreateSymbolicLink(_folder["generated/refs"], "../sql");
        File.CreateSymbolicLink(_folder["generated/link"], _folder["elsewhere"]);
        File.CreateSymbolicLink(_folder["generated/parent"], "..");
        File.CreateSymbolicLink(_folder["generated/dangling"], "none");
        File.Delete(_folder[$"generated/{Id}/view.sql"]);
        File.CreateSymbolicLink(_folder[$"generated/{Id}/view.sql"], _folder["elsewhere/deep/file.txt"]);
        Directory.Delete(_folder[$"generated/{Id}/project"], recursive: true);
        File.CreateSymbolicLink(_folder[$"generated/{Id}/project"], "../../sql/published");
        File.Delete(_folder[$"generated/{Id}/case.sql"]);
        SpecialFile.LinkHard(_folder[$"generated/{Id}/case.sql"], PublishedText);
        var outside = Tree("sql", "elsewhere");

        var check = Build("--check");
        var build = Build();

        Assert.That(check.ExitCode, Is.EqualTo(1));
        Assert.That(
            check.ErrorLines.Where(line => line.Contains(" is a link", StringComparison.Ordinal)),
            Is.EqualTo(
                new[] { $"{Id}/project", "dangling", "link", "parent", "refs" }
                    .Select(name => $"generated/{name} is a link, and would be removed; what it leads to would stay.")
                    .Append(
                        $"generated/{Id}/view.sql is a link; rulegen build would put a file in its place, and leave what it "
                            + "leads to as it is."
                    )
            )
        );
        Assert.That(build.ExitCode, Is.Zero, build.Error);
        Assert.That(build.Output, Is.EqualTo(check.Output));
        Assert.That(Tree("sql", "elsewhere"), Is.EqualTo(outside));
        Assert.That(Tree("generated"), Is.EqualTo(generated));
        Assert.That(
            Directory.EnumerateFileSystemEntries(_folder.Path).Select(Path.GetFileName),
            Is.EquivalentTo(new[] { "RuleGen.sln", "elsewhere", "generated", "sql" })
        );
    }

    [TestCase("missing")]
    [TestCase("file")]
    [TestCase("dangling")]
    public void Without_a_folder_of_published_texts_there_is_nothing_to_build(string kind)
    {
        Directory.Move(_folder["sql/published"], _folder["texts"]);
        if (kind == "file")
        {
            _folder.Write("sql/published", "");
        }
        else if (kind == "dangling")
        {
            File.CreateSymbolicLink(_folder["sql/published"], "none");
        }

        var result = Build();

        Assert.That(result.ExitCode, Is.EqualTo(5));
        Assert.That(result.Error, Does.StartWith("sql/published: RG0501: 'sql/published' cannot be read: "));
        Assert.That(Directory.Exists(_folder["generated"]), Is.False);
    }

    [Test]
    public void A_schema_file_in_the_place_of_a_generated_file_is_whole_and_the_build_refused()
    {
        Directory.CreateDirectory(_folder[$"out/{Id}"]);
        var schema = _folder[$"out/{Id}/view.sql"];
        File.Copy(_folder["sql/schema/apcs.json"], schema);
        File.CreateSymbolicLink(_folder["same"], "out");

        var result = Build("--out", "out", "--schema", $"same/{Id}/../{Id}/view.sql");

        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(result.Error, Does.Contain($"RG0503: The output 'out/{Id}/view.sql' is the file "));
        Assert.That(File.ReadAllText(schema), Is.EqualTo(File.ReadAllText(_folder["sql/schema/apcs.json"])));
        Assert.That(Directory.GetFiles(_folder[$"out/{Id}"]), Has.Length.EqualTo(1));
    }

    [Test]
    public void An_output_folder_without_a_name_is_unwritable()
    {
        var result = Build("--out", "");

        Assert.That(result.ExitCode, Is.EqualTo(5));
        Assert.That(result.Error, Does.StartWith("RG0502: '' cannot be written: The path is empty."));
    }

    [Test]
    public void A_published_text_that_differs_is_a_finding_and_nothing_is_written()
    {
        Build();
        var text = File.ReadAllText(PublishedText);
        File.WriteAllText(PublishedText, text.Replace("%M462%", "%M463%", StringComparison.Ordinal));
        File.Delete(_folder[$"generated/{Id}/case.sql"]);

        var result = Build();

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Output, Is.Empty);
        Assert.That(
            result.Error,
            Does.Contain($"{Id} differs from its published text: published text 11:29 has ''%M463%'', the fragment ")
        );
        Assert.That(File.Exists(_folder[$"generated/{Id}/view.sql"]), Is.True);
        Assert.That(File.Exists(_folder[$"generated/{Id}/case.sql"]), Is.False);
    }

    [Test]
    public void A_coding_without_published_text_is_a_finding()
    {
        File.Delete(PublishedText);

        var result = Build();

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Error, Does.Contain($"there is no sql/published/{Id}.sql"));
    }

    [Test]
    public void A_published_text_without_a_coding_in_csharp_is_a_coding()
    {
        _folder.Write("sql/published/hips.sql", "WHERE Admission_Method = '11'");

        var result = Build();

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(result.Error, Does.Contain("| hips                | is read |"));
        Assert.That(File.Exists(_folder["generated/hips/view.sql"]), Is.True);
        Assert.That(File.ReadAllText(_folder["generated/hips/proof.json"]), Does.Contain("\"sql/published/hips.sql\""));
    }

    [Test]
    public void A_published_text_that_cannot_be_read_is_invalid_input()
    {
        var text = File.ReadAllText(PublishedText);
        File.WriteAllText(PublishedText, text.Replace("Admission_Method", "Admision_Method", StringComparison.Ordinal));

        var result = Build();

        Assert.That(result.ExitCode, Is.EqualTo(3));
        Assert.That(result.Error, Does.Contain($"sql/published/{Id}.sql:18:").And.Contain("RG0105: "));
        Assert.That(result.Error, Does.Contain("| 0 of 8  |"));
    }

    [Test]
    public void A_schema_without_a_column_of_the_coding_is_invalid_input()
    {
        var schema = _folder["sql/schema/apcs.json"];
        File.WriteAllText(
            schema,
            File.ReadAllText(schema).Replace("Any_Spell", "Every_Spell", StringComparison.Ordinal)
        );

        var result = Build();

        Assert.That(result.ExitCode, Is.EqualTo(3));
        Assert.That(
            result.Error,
            Does.Contain(
                $"{Id}: RG0010: The source [dbo].[APCS] lacks a column of the coding: 'Any_Spell_Diagnosis' (varchar(4000); is it 'Every_Spell_Diagnosis'?)"
            )
        );
    }

    [Test]
    public void Another_folder_is_written_in_place_of_generated_and_nothing_in_it_is_removed()
    {
        Directory.CreateDirectory(_folder["out"]);
        _folder.Write("out/mine.txt", "mine");

        var result = Build("--out", "out");

        Assert.That(result.ExitCode, Is.Zero);
        Assert.That(result.Output, Does.Contain($"out/{Id}/view.sql\n"));
        Assert.That(File.ReadAllText(_folder["out/mine.txt"]), Is.EqualTo("mine"));
        Assert.That(Directory.Exists(_folder["generated"]), Is.False);
    }

    [Test]
    public void Another_target_gets_scripts_of_its_own()
    {
        Build();
        Build("--out", "out", "--target", "Babelfish");

        Assert.That(File.ReadAllText(_folder[$"out/{Id}/view.sql"]), Does.Contain("\nCREATE VIEW "));
        Assert.That(File.ReadAllText(_folder[$"generated/{Id}/view.sql"]), Does.Contain("\nCREATE OR ALTER VIEW "));
    }

    [Test]
    public void A_target_that_does_not_exist_is_a_mistake_of_usage()
    {
        var result = Build("--target", "oracle");

        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(result.Error, Does.StartWith("RG0603: There is no target 'oracle'. Use one of sqlserver2016,"));
    }

    [Test]
    public void An_output_folder_below_a_file_is_unwritable()
    {
        _folder.Write("generated", "a file");

        var result = Build();

        Assert.That(result.ExitCode, Is.EqualTo(5));
        Assert.That(result.Error, Does.Contain("RG0502: ").And.Not.Contain("   at "));
        Assert.That(File.ReadAllText(_folder["generated"]), Is.EqualTo("a file"));
    }

    [Test]
    public void What_is_committed_is_what_a_build_writes()
    {
        var result = RuleGenProcess.Run("build", "--check");

        Assert.That(result.ExitCode, Is.Zero, result.Error);
    }

    private ProcessResult Build(params string[] options) =>
        RuleGenProcess.RunIn(_folder.Path, "", ["build", .. options]);

    /// <summary>Every file of some folders, with its bytes.</summary>
    private List<string> Tree(params string[] names) =>
        names
            .SelectMany(name => Directory.EnumerateFileSystemEntries(_folder[name], "*", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal)
            .Select(path =>
                File.Exists(path) ? $"{path}: {Convert.ToHexString(File.ReadAllBytes(path))}" : $"{path}: a folder"
            )
            .ToList();

    private static IEnumerable<string> AllPaths() => FileNames.Select(name => $"generated/{Id}/{name}");
}
