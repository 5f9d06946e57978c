using System.Diagnostics;

namespace RuleGen.Tests;

/// <summary>Makes entries of a folder that the runtime cannot make.</summary>
internal static class SpecialFile
{
    /// <summary>Makes a named pipe.</summary>
    public static void MakePipe(string path) => Run("mkfifo", path);

    /// <summary>Gives a file another name, as good as its first.</summary>
    public static void LinkHard(string path, string target) => Run("ln", target, path);

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero);
    }
}
