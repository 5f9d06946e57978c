using System.Net.Sockets;
using RuleGen.Data.Files;

namespace RuleGen.Tests.Unit.Files;

public sealed class FileStatusTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public void Nothing_has_no_status()
    {
        _folder.Write("file", "");
        File.CreateSymbolicLink(_folder["dangling"], "none");
        File.CreateSymbolicLink(_folder["loop"], "loop");

        Assert.That(FileStatus.Of(_folder["none"]), Is.Null);
        Assert.That(FileStatus.Of(_folder["file/none"]), Is.Null);
        Assert.That(FileStatus.OfTarget(_folder["dangling"]), Is.Null);
        Assert.That(FileStatus.OfTarget(_folder["loop"]), Is.Null);
    }

    [Test]
    [Platform("Linux,MacOsX")]
    public void Every_kind_of_entry_is_known_and_none_is_opened()
    {
        _folder.Write("file", "");
        Directory.CreateDirectory(_folder["folder"]);
        File.CreateSymbolicLink(_folder["link"], "file");
        SpecialFile.MakePipe(_folder["pipe"]);
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(_folder["socket"]));

        Assert.That(FileStatus.Of(_folder["file"])?.Kind, Is.EqualTo(EntryKind.File));
        Assert.That(FileStatus.Of(_folder["folder"])?.Kind, Is.EqualTo(EntryKind.Folder));
        Assert.That(FileStatus.Of(_folder["link"])?.Kind, Is.EqualTo(EntryKind.Link));
        Assert.That(FileStatus.OfTarget(_folder["link"])?.Kind, Is.EqualTo(EntryKind.File));
        Assert.That(FileStatus.Of(_folder["pipe"])?.Kind, Is.EqualTo(EntryKind.Special));
        Assert.That(FileStatus.Of(_folder["socket"])?.Kind, Is.EqualTo(EntryKind.Special));
        Assert.That(FileStatus.Of("/dev/null")?.Kind, Is.EqualTo(EntryKind.Special));
    }

    [Test]
    public void Every_path_to_a_file_gives_one_identity_and_every_other_file_another()
    {
        var file = _folder.Write("file", "text");
        _folder.Write("copy", "text");
        Directory.CreateDirectory(_folder["folder"]);
        File.CreateSymbolicLink(_folder["link"], "file");
        Directory.CreateSymbolicLink(_folder["same"], _folder.Path);
        SpecialFile.LinkHard(_folder["hard"], file);
        string[] names = ["file", "./file", "folder/../file", "link", "same/link", "hard"];

        Assert.That(
            names.Select(name => FileStatus.OfTarget(_folder[name])!.Identity).Distinct().ToList(),
            Has.Count.EqualTo(1)
        );
        Assert.That(
            FileStatus.OfTarget(_folder["copy"])!.Identity,
            Is.Not.EqualTo(FileStatus.OfTarget(file)!.Identity)
        );
        Assert.That(FileStatus.Of(_folder["link"])!.Identity, Is.Not.EqualTo(FileStatus.Of(file)!.Identity));
    }

    [Test]
    [Platform("Linux,MacOsX")]
    public void A_mode_is_what_the_runtime_says()
    {
        var file = _folder.Write("file", "");
        var mode = UnixFileMode.UserRead | UnixFileMode.OtherExecute | UnixFileMode.SetGroup;
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, mode);
        }

        Assert.That(FileStatus.Of(file)!.Mode, Is.EqualTo(mode));
        Assert.That(FileStatus.Of(file)!.IsExecutable, Is.True);
    }
}
