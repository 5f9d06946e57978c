using RuleGen.Data.Files;
using RuleGen.Model;
using RuleGen.TSql;
using RuleGen.Workspaces.Building;

namespace RuleGen.Tests.Unit.Building;

/// <summary>
/// A folder of generated files, of two files for a coding, in a folder with other things that must stay as they are.
/// </summary>
public sealed class GeneratedFolderTests
{
    private const string Id = "hips";

    private static readonly ValueList<GeneratedFile> Files =
    [
        new GeneratedFile("view.sql", "view\n"),
        new GeneratedFile("project/view.sql", "project\n"),
    ];

    private static readonly string[] AllNames = ["project/view.sql", "rulegen.sha256", "view.sql"];

    private TemporaryFolder _folder = null!;

    private string Root => _folder["generated"];

    [SetUp]
    public void MakeFolder()
    {
        _folder = new TemporaryFolder();
        Directory.CreateDirectory(_folder["sql/published"]);
        _folder.Write("sql/published/hips.sql", "published");
        _folder.Write("sql/view.sql", "mine");
        Directory.CreateDirectory(_folder["elsewhere/deep"]);
        _folder.Write("elsewhere/deep/a.txt", "a");
    }

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public void A_build_writes_its_files_and_a_list_of_them()
    {
        Build();

        Assert.That(Names(), Is.EqualTo(AllNames));
        Assert.That(
            File.ReadAllText(At("rulegen.sha256")),
            Does.Match("^[0-9a-f]{64}  project/view\\.sql\n[0-9a-f]{64}  view\\.sql\n$")
        );
        Assert.That(Check(), Is.Empty);
    }

    [TestCase("link", "../elsewhere", TestName = "A link to a folder")]
    [TestCase("refs", "../sql", TestName = "A link to the published texts")]
    [TestCase("parent", "..", TestName = "A link to the parent")]
    [TestCase("self", ".", TestName = "A link to the folder itself")]
    [TestCase("dangling", "../none", TestName = "A link to nothing")]
    [TestCase("file", "../sql/view.sql", TestName = "A link to a file")]
    [TestCase("hips/deep", "../../elsewhere/deep", TestName = "A link in the folder of a coding")]
    [TestCase("README.md", "../sql/view.sql", TestName = "A link of a welcome name")]
    public void A_link_is_found_and_removed_and_nothing_behind_it(string name, string target)
    {
        Build();
        var outside = Outside();
        File.CreateSymbolicLink(Path.Combine(Root, name), target);

        var expected = new[] { (name, FileChangeKind.Stale, FileChangeReason.Link) };
        Assert.That(Check(), Is.EqualTo(expected));
        Assert.That(Build(), Is.EqualTo(expected));
        Assert.That(new FileInfo(Path.Combine(Root, name)).LinkTarget, Is.Null);
        Assert.That(Names(), Is.EqualTo(AllNames));
        Assert.That(Outside(), Is.EqualTo(outside));
        Assert.That(Check(), Is.Empty);
    }

    [TestCase("view.sql", "../../sql/view.sql")]
    [TestCase("view.sql", "../../elsewhere")]
    [TestCase("view.sql", "../../none")]
    [TestCase("view.sql", "view.sql")]
    [TestCase("project/view.sql", "../view.sql")]
    [TestCase("rulegen.sha256", "../../sql/view.sql")]
    public void A_link_in_the_place_of_a_file_is_replaced_and_not_written_through(string name, string target)
    {
        Build();
        var outside = Outside();
        File.Delete(At(name));
        File.CreateSymbolicLink(At(name), target);

        Assert.That(Check(), Is.EqualTo(new[] { ($"{Id}/{name}", FileChangeKind.Written, FileChangeReason.Link) }));
        Build();

        Assert.That(Names(), Is.EqualTo(AllNames));
        Assert.That(Outside(), Is.EqualTo(outside));
        Assert.That(Check(), Is.Empty);
    }

    [TestCase("", "sql")]
    [TestCase("", "none")]
    [TestCase("hips", "../sql")]
    [TestCase("hips", "../none")]
    [TestCase("hips/project", "../../sql")]
    [TestCase("hips/project", "..")]
    public void A_link_in_the_place_of_a_folder_is_replaced(string name, string target)
    {
        Build();
        var outside = Outside();
        Directory.Delete(Path.Combine(Root, name), recursive: true);
        File.CreateSymbolicLink(name.Length == 0 ? Root : Path.Combine(Root, name), target);

        var stale = Check().Where(change => change.Kind == FileChangeKind.Stale);
        Assert.That(
            stale,
            Is.EqualTo(new[] { (name.Length == 0 ? "." : name, FileChangeKind.Stale, FileChangeReason.Link) })
        );
        Build();

        Assert.That(Names(), Is.EqualTo(AllNames));
        Assert.That(Outside(), Is.EqualTo(outside));
        Assert.That(Check(), Is.Empty);
    }

    [Test]
    public void A_folder_that_the_user_names_may_be_a_link_and_what_is_in_it_may_not()
    {
        Directory.CreateDirectory(_folder["real"]);
        Directory.CreateSymbolicLink(_folder["out"], "real");
        Directory.CreateSymbolicLink(_folder["real/hips"], "../sql");
        var outside = Outside();
        var folder = new GeneratedFolder(_folder["out"], isOwned: false);

        foreach (var change in folder.Compare(Id, Files).ToList())
        {
            folder.Apply(change);
        }

        Assert.That(File.ReadAllText(_folder["real/hips/view.sql"]), Is.EqualTo("view\n"));
        Assert.That(Outside(), Is.EqualTo(outside));
    }

    [Test]
    public void Another_name_of_a_file_keeps_the_text_that_it_had()
    {
        Build();
        File.WriteAllText(At("view.sql"), "old");
        SpecialFile.LinkHard(_folder["hard"], At("view.sql"));

        Build();

        Assert.That(File.ReadAllText(_folder["hard"]), Is.EqualTo("old"));
        Assert.That(File.ReadAllText(At("view.sql")), Is.EqualTo("view\n"));
    }

    [Test]
    [Platform("Linux,MacOsX")]
    public void A_pipe_is_not_opened()
    {
        Build();
        File.Delete(At("view.sql"));
        SpecialFile.MakePipe(At("view.sql"));
        SpecialFile.MakePipe(At("other"));
        SpecialFile.MakePipe(_folder["generated/pipe"]);

        Assert.That(Check(), Is.EqualTo(new[] { ("hips/view.sql", FileChangeKind.Written, FileChangeReason.Special) }));
        Build();

        Assert.That(File.ReadAllText(At("view.sql")), Is.EqualTo("view\n"));
        Assert.That(Foreign(), Is.EqualTo(new[] { "hips/other", "pipe" }));
    }

    [Test]
    [Platform("Linux,MacOsX")]
    public void A_list_that_is_a_pipe_is_not_opened()
    {
        Directory.CreateDirectory(_folder["generated/old"]);
        SpecialFile.MakePipe(_folder["generated/old/rulegen.sha256"]);
        Build();

        Assert.That(Foreign(), Is.EqualTo(new[] { "old/rulegen.sha256" }));
    }

    [Test]
    [Platform("Linux,MacOsX")]
    public void A_file_that_can_be_run_is_made_plain()
    {
        Build();
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(At("view.sql"), File.GetUnixFileMode(At("view.sql")) | UnixFileMode.GroupExecute);
        }

        Assert.That(
            Check(),
            Is.EqualTo(new[] { ("hips/view.sql", FileChangeKind.Written, FileChangeReason.Executable) })
        );
        Build();

        Assert.That(FileStatus.Of(At("view.sql"))!.IsExecutable, Is.False);
        Assert.That(Check(), Is.Empty);
    }

    [Test]
    public void Empty_folders_are_found_and_removed()
    {
        Build();
        Directory.CreateDirectory(_folder["generated/a/b/c"]);
        Directory.CreateDirectory(At("empty"));

        Assert.That(
            Check(),
            Is.EqualTo(
                new[]
                {
                    ("a/b/c", FileChangeKind.Stale, FileChangeReason.EmptyFolder),
                    ("hips/empty", FileChangeKind.Stale, FileChangeReason.EmptyFolder),
                }
            )
        );
        Build();

        Assert.That(Directory.GetDirectories(Root).Select(Path.GetFileName), Is.EqualTo(new[] { Id }));
        Assert.That(Check(), Is.Empty);
    }

    [Test]
    public void An_empty_folder_in_the_place_of_a_file_is_replaced()
    {
        Build();
        File.Delete(At("view.sql"));
        Directory.CreateDirectory(At("view.sql"));

        Build();

        Assert.That(File.ReadAllText(At("view.sql")), Is.EqualTo("view\n"));
    }

    [Test]
    public void What_an_earlier_build_wrote_is_removed_when_no_coding_produces_it()
    {
        Build();
        Directory.Move(_folder["generated/hips"], _folder["generated/old"]);

        Assert.That(
            Check().Where(change => change.Kind == FileChangeKind.Stale),
            Is.EqualTo(AllNames.Select(name => ($"old/{name}", FileChangeKind.Stale, FileChangeReason.NoCoding)))
        );
        Build();

        Assert.That(Directory.Exists(_folder["generated/old"]), Is.False);
        Assert.That(Check(), Is.Empty);
    }

    [Test]
    public void What_nobody_knows_to_be_a_builds_stays_and_is_named()
    {
        Build();
        Directory.Move(_folder["generated/hips"], _folder["generated/old"]);
        File.WriteAllText(_folder["generated/old/view.sql"], "edited");
        _folder.Write("generated/old/notes.txt", "notes");
        Directory.CreateDirectory(_folder["generated/mine/deep"]);
        _folder.Write("generated/mine/deep/view.sql", "view\n");
        Build();
        _folder.Write("generated/hips/notes.txt", "notes");
        _folder.Write("generated/README.md", "read me");
        _folder.Write("generated/.gitignore", "*.tmp");

        Assert.That(Check(), Is.Empty);
        Assert.That(
            Foreign(),
            Is.EqualTo(new[] { "hips/notes.txt", "mine/deep/view.sql", "old/notes.txt", "old/view.sql" })
        );
        Build();
        Assert.That(
            Foreign().Select(name => File.ReadAllText(Path.Combine(Root, name))),
            Is.EqualTo(new[] { "notes", "view\n", "notes", "edited" })
        );
    }

    [TestCase("{0}  ../../sql/view.sql\n")]
    [TestCase("{0}  /etc/passwd\n")]
    [TestCase("{0} *notes.txt\n")]
    [TestCase("{0}  notes.txt")]
    [TestCase("{0}  notes.txt\n{0}  notes.txt\n")]
    [TestCase("{0}  notes.txt\nand more\n")]
    [TestCase("")]
    public void A_list_that_no_build_wrote_gives_nothing_away(string list)
    {
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("mine"u8));
        Directory.CreateDirectory(_folder["generated/old"]);
        _folder.Write("generated/old/notes.txt", "mine");
        _folder.Write(
            "generated/old/rulegen.sha256",
            string.Format(System.Globalization.CultureInfo.InvariantCulture, list, hash)
        );
        var outside = Outside();

        Build();

        Assert.That(File.ReadAllText(_folder["generated/old/notes.txt"]), Is.EqualTo("mine"));
        Assert.That(Outside(), Is.EqualTo(outside));
    }

    [Test]
    public void A_coding_that_could_not_be_compiled_keeps_everything()
    {
        Build();
        Directory.CreateSymbolicLink(At("link"), "../../sql");
        Directory.CreateDirectory(At("empty"));

        var (stale, foreign) = new GeneratedFolder(Root, isOwned: true).FindStale([], [Id]);

        Assert.That(stale, Is.Empty);
        Assert.That(foreign, Is.Empty);
    }

    [TestCase("generated")]
    [TestCase("generated/hips")]
    [TestCase("generated/hips/project")]
    public void A_file_in_the_place_of_a_folder_is_in_the_way(string name)
    {
        Build();
        Directory.Delete(_folder[name], recursive: true);
        _folder.Write(name, "mine");

        Assert.That(Refused.Problem(() => Check()).Code, Is.EqualTo(ErrorCodes.UnwritableFile));
        Assert.That(File.ReadAllText(_folder[name]), Is.EqualTo("mine"));
    }

    [Test]
    public void A_folder_with_something_in_it_in_the_place_of_a_file_is_in_the_way()
    {
        Build();
        File.Delete(At("view.sql"));
        Directory.CreateDirectory(At("view.sql"));
        File.WriteAllText(At("view.sql/mine"), "mine");

        Assert.That(
            Refused.Problem(() => Check()).Message,
            Is.EqualTo($"'{At("view.sql")}' cannot be written: It is a folder, and not RuleGen's to remove")
        );
    }

    private string At(string name) => Path.Combine(Root, Id, name);

    private List<(string Name, FileChangeKind Kind, FileChangeReason Reason)> Check() =>
        Changes().Changes.Select(change => (NameOf(change.Path), change.Kind, change.Reason)).ToList();

    private List<string> Foreign() => Changes().Foreign.Select(NameOf).ToList();

    private List<(string Name, FileChangeKind Kind, FileChangeReason Reason)> Build()
    {
        var folder = new GeneratedFolder(Root, isOwned: true);
        var changes = Changes().Changes;
        foreach (var change in changes.OrderBy(change => change.Kind == FileChangeKind.Stale ? 0 : 1))
        {
            folder.Apply(change);
        }

        return changes.Select(change => (NameOf(change.Path), change.Kind, change.Reason)).ToList();
    }

    private (List<FileChange> Changes, ValueList<string> Foreign) Changes()
    {
        var folder = new GeneratedFolder(Root, isOwned: true);
        var files = folder.Compare(Id, Files).ToList();
        var (stale, foreign) = folder.FindStale(files.Select(file => file.Path), []);
        return ([.. files.Where(file => file.Kind != FileChangeKind.Unchanged), .. stale], foreign);
    }

    private string NameOf(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    /// <summary>The ordinary files of the coding's folder.</summary>
    private List<string> Names() =>
        Directory
            .EnumerateFiles(Path.Combine(Root, Id), "*", SearchOption.AllDirectories)
            .Where(path => FileStatus.Of(path)!.Kind == EntryKind.File)
            .Select(path => Path.GetRelativePath(Path.Combine(Root, Id), path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .ToList();

    /// <summary>Every file beside the folder, with its text.</summary>
    private List<(string, string)> Outside() =>
        new[] { "sql", "elsewhere" }
            .SelectMany(name => Directory.EnumerateFiles(_folder[name], "*", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal)
            .Select(path => (path, File.ReadAllText(path)))
            .ToList();
}
