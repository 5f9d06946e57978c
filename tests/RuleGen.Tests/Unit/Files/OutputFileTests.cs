using System.Runtime.Versioning;
using RuleGen.Data.Files;
using RuleGen.Model;

namespace RuleGen.Tests.Unit.Files;

public sealed class OutputFileTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public void A_file_appears_when_it_is_committed()
    {
        using (var file = OutputFile.Open(_folder["a.csv"]))
        {
            file.Writer.Write("é\n");
            Assert.That(File.Exists(_folder["a.csv"]), Is.False);
            file.Commit();
        }

        Assert.That(File.ReadAllBytes(_folder["a.csv"]), Is.EqualTo("é\n"u8.ToArray()));
        Assert.That(_folder.Names, Is.EqualTo(new[] { "a.csv" }));
    }

    [Test]
    public void A_file_that_is_not_committed_leaves_the_old_one_whole()
    {
        _folder.Write("a.csv", "old");

        using (var file = OutputFile.Open(_folder["a.csv"]))
        {
            file.Writer.Write("new");
            file.Writer.Flush();
        }

        Assert.That(File.ReadAllText(_folder["a.csv"]), Is.EqualTo("old"));
        Assert.That(_folder.Names, Is.EqualTo(new[] { "a.csv" }));
    }

    [Test]
    public void A_link_stays_a_link()
    {
        _folder.Write("real", "old");
        File.CreateSymbolicLink(_folder["link"], _folder["real"]);

        Write("link", "new");

        Assert.That(new FileInfo(_folder["link"]).LinkTarget, Is.Not.Null);
        Assert.That(File.ReadAllText(_folder["real"]), Is.EqualTo("new"));
        Assert.That(_folder.Names, Is.EqualTo(new[] { "link", "real" }));
    }

    [Test]
    public void A_link_to_nothing_gets_its_file()
    {
        File.CreateSymbolicLink(_folder["link"], "real");

        Write("link", "new");

        Assert.That(new FileInfo(_folder["link"]).LinkTarget, Is.EqualTo("real"));
        Assert.That(File.ReadAllText(_folder["real"]), Is.EqualTo("new"));
    }

    [Test]
    public void A_link_to_itself_is_unwritable()
    {
        File.CreateSymbolicLink(_folder["link"], "link");

        Assert.That(
            Refused.Problem(() => _ = OutputFile.Open(_folder["link"])).Code,
            Is.EqualTo(ErrorCodes.UnwritableFile)
        );
        Assert.That(_folder.Names, Is.EqualTo(new[] { "link" }));
    }

    [Test]
    public void What_replaces_a_link_leaves_what_it_led_to()
    {
        _folder.Write("real", "old");
        File.CreateSymbolicLink(_folder["link"], _folder["real"]);

        OutputFile.Replace(_folder["link"], "new");

        Assert.That(new FileInfo(_folder["link"]).LinkTarget, Is.Null);
        Assert.That(File.ReadAllText(_folder["link"]), Is.EqualTo("new"));
        Assert.That(File.ReadAllText(_folder["real"]), Is.EqualTo("old"));
    }

    [Test]
    public void Two_outputs_of_one_name_have_two_temporary_files_that_nobody_can_guess()
    {
        using var first = OutputFile.Open(_folder["a.csv"]);
        using var second = OutputFile.Open(_folder["a.csv"]);

        Assert.That(_folder.Names.ToList(), Has.Count.EqualTo(2).And.All.Match(@"^\.[a-z0-9]{8}\.[a-z0-9]{3}\.tmp$"));
    }

    [Test]
    public void A_name_as_long_as_a_file_can_have_is_written()
    {
        var name = new string('x', 255);

        Write(name, "new");

        Assert.That(File.ReadAllText(_folder[name]), Is.EqualTo("new"));
    }

    [Test]
    [Platform("Linux,MacOsX")]
    public void A_pipe_is_written_to_and_stays_one()
    {
        SpecialFile.MakePipe(_folder["pipe"]);
        var read = Task.Run(() => File.ReadAllText(_folder["pipe"]));

        Write("pipe", "new");

        Assert.That(read.Wait(TimeSpan.FromSeconds(30)), Is.True);
        Assert.That(read.Result, Is.EqualTo("new"));
        Assert.That(FileStatus.Of(_folder["pipe"])?.Kind, Is.EqualTo(EntryKind.Special));
        Assert.That(_folder.Names, Is.EqualTo(new[] { "pipe" }));
    }

    [Test]
    [Platform("Linux")]
    public void A_file_in_a_folder_of_devices_is_a_file()
    {
        var path = $"/dev/shm/rulegen-test-{Path.GetRandomFileName()}";
        try
        {
            using (var file = OutputFile.Open(path))
            {
                file.Writer.Write("new");
                file.Commit();
            }

            Assert.That(File.ReadAllText(path), Is.EqualTo("new"));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Test]
    public void An_empty_path_is_unwritable() =>
        Assert.That(
            Refused.Problem(() => _ = OutputFile.Open("")).ToString(),
            Does.StartWith("RG0502: '' cannot be written: The path is empty. ")
        );

    [Test]
    [Platform("Linux,MacOsX")]
    [UnsupportedOSPlatform("windows")]
    public void The_rights_of_a_file_stay()
    {
        _folder.Write("a.csv", "old");
        File.SetUnixFileMode(_folder["a.csv"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);

        Write("a.csv", "new");

        Assert.That(
            File.GetUnixFileMode(_folder["a.csv"]),
            Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead)
        );
    }

    [Test]
    [Platform("Linux,MacOsX")]
    [UnsupportedOSPlatform("windows")]
    public void What_is_generated_is_no_program()
    {
        _folder.Write("a.sql", "old");
        File.SetUnixFileMode(
            _folder["a.sql"],
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.SetUser
        );

        OutputFile.Replace(_folder["a.sql"], "new");

        Assert.That(File.GetUnixFileMode(_folder["a.sql"]), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Test]
    public void A_path_below_a_file_is_unwritable()
    {
        var path = Path.Combine(_folder.Write("a.csv", "old"), "b.csv");

        Assert.That(Refused.Problem(() => _ = OutputFile.Open(path)).Code, Is.EqualTo(ErrorCodes.UnwritableFile));
        Assert.That(Refused.Problem(() => OutputFile.Replace(path, "new")).Code, Is.EqualTo(ErrorCodes.UnwritableFile));
    }

    [Test]
    public void A_folder_is_unwritable() =>
        Assert.That(
            Refused.Problem(() => _ = OutputFile.Open(_folder.Path)).Message,
            Is.EqualTo($"'{_folder.Path}' cannot be written: It is a folder")
        );

    [Test]
    public void A_folder_that_is_not_there_is_named()
    {
        var path = _folder[Path.Combine("none", "a.csv")];

        Assert.That(
            Refused.Problem(() => _ = OutputFile.Open(path)).Message,
            Is.EqualTo($"'{path}' cannot be written: There is no folder '{_folder["none"]}'")
        );
    }

    [Test]
    [Platform("Linux")]
    public void A_full_disk_is_reported()
    {
        using var file = OutputFile.Open("/dev/full");
        file.Writer.Write("x");

        Assert.That(
            Refused.Problem(file.Commit).ToString(),
            Does.StartWith("/dev/full: RG0502: '/dev/full' cannot be")
        );
    }

    private void Write(string name, string text)
    {
        using var file = OutputFile.Open(_folder[name]);
        file.Writer.Write(text);
        file.Commit();
    }
}
