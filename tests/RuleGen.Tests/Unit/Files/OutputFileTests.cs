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

        OutputFile.Write(_folder["link"], "new");

        Assert.That(new FileInfo(_folder["link"]).LinkTarget, Is.Not.Null);
        Assert.That(File.ReadAllText(_folder["real"]), Is.EqualTo("new"));
    }

    [Test]
    [Platform("Linux,MacOsX")]
    [UnsupportedOSPlatform("windows")]
    public void The_rights_of_a_file_stay()
    {
        _folder.Write("a.csv", "old");
        File.SetUnixFileMode(_folder["a.csv"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);

        OutputFile.Write(_folder["a.csv"], "new");

        Assert.That(
            File.GetUnixFileMode(_folder["a.csv"]),
            Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead)
        );
    }

    [Test]
    public void A_path_below_a_file_is_unwritable()
    {
        var path = Path.Combine(_folder.Write("a.csv", "old"), "b.csv");

        Assert.That(Refused.Problem(() => _ = OutputFile.Open(path)).Code, Is.EqualTo(ErrorCodes.UnwritableFile));
        Assert.That(Refused.Problem(() => OutputFile.Write(path, "new")).Code, Is.EqualTo(ErrorCodes.UnwritableFile));
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
}
