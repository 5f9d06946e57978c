using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace RuleGen.Data.Files;

/// <summary>
/// Asks Linux and macOS for an entry's status. The runtime tells neither a pipe from a file nor two files apart, so these
/// are the system's own calls, of which the layouts are fixed on every processor.
/// </summary>
internal static class UnixStatus
{
    // What "nothing is there" is called: ENOENT, ENOTDIR; and ELOOP, a link that leads to itself.
    private const int NoEntry = 2;
    private const int NoFolder = 20;

    private const int BufferSize = 256;
    private const int PermissionBits = 0xFFF;

    private static int Loop => OperatingSystem.IsMacOS() ? 62 : 40;

    /// <summary>The status of a path's entry; null where there is none.</summary>
    /// <exception cref="IOException">The system does not tell.</exception>
    public static FileStatus? Read(string path, bool followsLinks)
    {
        var name = Encoding.UTF8.GetBytes(path + '\0');
        var buffer = new byte[BufferSize];
        return OperatingSystem.IsMacOS()
            ? ReadMac(followsLinks ? Mac.Stat(name, buffer) : Mac.LinkStat(name, buffer), buffer)
            : ReadLinux(
                Linux.Status(Linux.CurrentFolder, name, followsLinks ? 0 : Linux.NoFollow, Linux.Basic, buffer),
                buffer
            );
    }

    /// <summary>The status of an open file, by its number.</summary>
    /// <exception cref="IOException">The system does not tell.</exception>
    public static FileStatus? ReadOpen(int number)
    {
        var buffer = new byte[BufferSize];
        return OperatingSystem.IsMacOS()
            ? ReadMac(Mac.OpenStat(number, buffer), buffer)
            : ReadLinux(Linux.Status(number, [0], Linux.EmptyPath, Linux.Basic, buffer), buffer);
    }

    private static FileStatus? ReadLinux(int result, byte[] buffer) =>
        HasEntry(result)
            ? Create(
                BitConverter.ToUInt16(buffer, 28),
                BitConverter.ToUInt64(buffer, 32),
                $"{Number(BitConverter.ToUInt32(buffer, 136))}:{Number(BitConverter.ToUInt32(buffer, 140))}"
            )
            : null;

    private static FileStatus? ReadMac(int result, byte[] buffer) =>
        HasEntry(result)
            ? Create(
                BitConverter.ToUInt16(buffer, 4),
                BitConverter.ToUInt64(buffer, 8),
                Number(BitConverter.ToUInt32(buffer, 0))
            )
            : null;

    private static bool HasEntry(int result)
    {
        if (result == 0)
        {
            return true;
        }

        var error = Marshal.GetLastPInvokeError();
        return error is NoEntry or NoFolder || error == Loop
            ? false
            : throw new IOException(Marshal.GetPInvokeErrorMessage(error));
    }

    private static FileStatus Create(ushort mode, ulong number, string volume) =>
        new(
            (mode & 0xF000) switch
            {
                0x8000 => EntryKind.File,
                0x4000 => EntryKind.Folder,
                0xA000 => EntryKind.Link,
                _ => EntryKind.Special,
            },
            $"{volume}:{Number(number)}",
            (UnixFileMode)(mode & PermissionBits)
        );

    private static string Number(ulong number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary><c>statx</c>, whose structure is the same on every processor; that of <c>stat</c> is not.</summary>
    private static class Linux
    {
        public const int CurrentFolder = -100;
        public const int NoFollow = 0x100;
        public const int EmptyPath = 0x1000;
        public const uint Basic = 0x7FF;

        [DllImport("libc", EntryPoint = "statx", SetLastError = true)]
        public static extern int Status(int folder, byte[] path, int flags, uint mask, [Out] byte[] buffer);
    }

    /// <summary>The calls with file numbers of 64 bits, which bear other names on older processors.</summary>
    private static class Mac
    {
        private static bool IsOlder => RuntimeInformation.ProcessArchitecture == Architecture.X64;

        public static int Stat(byte[] path, byte[] buffer) =>
            IsOlder ? OlderStat(path, buffer) : NewerStat(path, buffer);

        public static int LinkStat(byte[] path, byte[] buffer) =>
            IsOlder ? OlderLinkStat(path, buffer) : NewerLinkStat(path, buffer);

        public static int OpenStat(int number, byte[] buffer) =>
            IsOlder ? OlderOpenStat(number, buffer) : NewerOpenStat(number, buffer);

        [DllImport("libc", EntryPoint = "stat", SetLastError = true)]
        private static extern int NewerStat(byte[] path, [Out] byte[] buffer);

        [DllImport("libc", EntryPoint = "stat$INODE64", SetLastError = true)]
        private static extern int OlderStat(byte[] path, [Out] byte[] buffer);

        [DllImport("libc", EntryPoint = "lstat", SetLastError = true)]
        private static extern int NewerLinkStat(byte[] path, [Out] byte[] buffer);

        [DllImport("libc", EntryPoint = "lstat$INODE64", SetLastError = true)]
        private static extern int OlderLinkStat(byte[] path, [Out] byte[] buffer);

        [DllImport("libc", EntryPoint = "fstat", SetLastError = true)]
        private static extern int NewerOpenStat(int number, [Out] byte[] buffer);

        [DllImport("libc", EntryPoint = "fstat$INODE64", SetLastError = true)]
        private static extern int OlderOpenStat(int number, [Out] byte[] buffer);
    }
}
