using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace RuleGen.Data.Files;

/// <summary>Asks Windows for an entry's status: of what it is, the runtime; for its number, the system itself.</summary>
[SupportedOSPlatform("windows")]
internal static class WindowsStatus
{
    private const uint ReadAttributes = 0x80;
    private const uint ShareAll = 7;
    private const uint OpenExisting = 3;
    private const uint AllowFolders = 0x02000000;
    private const uint NotThroughLinks = 0x00200000;

    private const int NoFile = 2;
    private const int NoFolder = 3;
    private const int InvalidName = 123;

    private const int IdentityInformation = 18;
    private const int DiskFile = 1;

    /// <summary>The status of a path's entry; null where there is none.</summary>
    /// <exception cref="IOException">The system does not tell.</exception>
    public static FileStatus? Read(string path, bool followsLinks)
    {
        // Names such as NUL and \\.\pipe\x are devices, wherever they are said to be.
        if (path.StartsWith(@"\\.\", StringComparison.Ordinal))
        {
            return new FileStatus(EntryKind.Special, path, Mode: null);
        }

        var flags = AllowFolders | (followsLinks ? 0 : NotThroughLinks);
        using var handle = CreateFile(path, ReadAttributes, ShareAll, 0, OpenExisting, flags, 0);
        if (handle.IsInvalid)
        {
            var error = Marshal.GetLastPInvokeError();
            return error is NoFile or NoFolder or InvalidName
                ? null
                : throw new IOException(Marshal.GetPInvokeErrorMessage(error));
        }

        var attributes = File.GetAttributes(handle);
        var isLink = !followsLinks && new FileInfo(path).LinkTarget is not null;
        return new FileStatus(
            isLink ? EntryKind.Link
                : (attributes & FileAttributes.Directory) != 0 ? EntryKind.Folder
                : EntryKind.File,
            Identify(handle),
            Mode: null
        );
    }

    /// <summary>The status of a standard stream, 0 or 1.</summary>
    /// <exception cref="IOException">The system does not tell.</exception>
    public static FileStatus ReadStandard(int number)
    {
        using var handle = new SafeFileHandle(GetStdHandle(-10 - number), ownsHandle: false);
        return GetFileType(handle) == DiskFile
            ? new FileStatus(EntryKind.File, Identify(handle), Mode: null)
            : new FileStatus(EntryKind.Special, $"standard stream {(number == 0 ? "in" : "out")}", Mode: null);
    }

    /// <summary>The volume's number and the file's on it: of 128 bits, or of 64 where the file system has no others.</summary>
    private static string Identify(SafeFileHandle handle)
    {
        var identity = new byte[24];
        if (GetFileInformationByHandleEx(handle, IdentityInformation, identity, identity.Length))
        {
            return Convert.ToHexString(identity);
        }

        var information = new byte[52];
        return GetFileInformationByHandle(handle, information)
            ? Convert.ToHexString(information, 28, 4) + Convert.ToHexString(information, 44, 8)
            : throw new IOException(Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError()));
    }

    [DllImport("kernel32", EntryPoint = "CreateFileW", SetLastError = true, CharSet = CharSet.Unicode)]
    private static extern SafeFileHandle CreateFile(
        string name,
        uint access,
        uint share,
        nint security,
        uint disposition,
        uint flags,
        nint template
    );

    [DllImport("kernel32", SetLastError = true)]
    private static extern bool GetFileInformationByHandleEx(
        SafeFileHandle file,
        int kind,
        [Out] byte[] information,
        int size
    );

    [DllImport("kernel32", SetLastError = true)]
    private static extern bool GetFileInformationByHandle(SafeFileHandle file, [Out] byte[] information);

    [DllImport("kernel32")]
    private static extern nint GetStdHandle(int number);

    [DllImport("kernel32")]
    private static extern int GetFileType(SafeFileHandle file);
}
