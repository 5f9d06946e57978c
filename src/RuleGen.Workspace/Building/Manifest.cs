using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using RuleGen.Data.Files;
using RuleGen.Model;
using RuleGen.TSql;

namespace RuleGen.Workspaces.Building;

/// <summary>
/// The list of what a build wrote into a coding's folder, with a fingerprint of each file: what it lists, and nothing
/// else, may be removed when no coding produces it any more. <c>sha256sum --check</c> understands it.
/// </summary>
internal sealed class Manifest
{
    /// <summary>The name of its file.</summary>
    public const string FileName = "rulegen.sha256";

    private const int HashLength = 64;

    // More than this says of no folder of ours.
    private const long MaximumSize = 1024 * 1024;

    private readonly Dictionary<string, string> _hashes;

    private Manifest(Dictionary<string, string> hashes) => _hashes = hashes;

    /// <summary>The list of files.</summary>
    public static GeneratedFile Of(IEnumerable<GeneratedFile> files)
    {
        var text = new StringBuilder();
        foreach (var file in files.OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            var hash = Hash(SHA256.HashData(Encoding.UTF8.GetBytes(file.Text)));
            text.Append(CultureInfo.InvariantCulture, $"{hash}  {file.Name}\n");
        }

        return new GeneratedFile(FileName, text.ToString());
    }

    /// <summary>The list in a folder; null where there is none, or something else.</summary>
    /// <exception cref="RuleGenException">RG0501: it cannot be read.</exception>
    public static Manifest? Find(string folder)
    {
        var path = Path.Combine(folder, FileName);
        try
        {
            return
                FileStatus.Of(path) is { Kind: EntryKind.File } && new FileInfo(path).Length is > 0 and <= MaximumSize
                ? Parse(File.ReadAllText(path))
                : null;
        }
        catch (Exception exception) when (InputFile.IsFileFailure(exception))
        {
            throw InputFile.Unreadable(path, exception);
        }
    }

    /// <summary>Whether it lists a file.</summary>
    /// <param name="name">The path within the folder, with slashes.</param>
    public bool Lists(string name) => _hashes.ContainsKey(name);

    /// <summary>Whether a file that it lists is as it was written.</summary>
    /// <exception cref="RuleGenException">RG0501: the file cannot be read.</exception>
    public bool Holds(string name, string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return _hashes.TryGetValue(name, out var hash) && Hash(SHA256.HashData(file)) == hash;
        }
        catch (Exception exception) when (InputFile.IsFileFailure(exception))
        {
            throw InputFile.Unreadable(path, exception);
        }
    }

    /// <summary>Every line a fingerprint, two blanks and a name; null for any other text.</summary>
    private static Manifest? Parse(string text)
    {
        var hashes = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!text.EndsWith('\n'))
        {
            return null;
        }

        foreach (var line in text[..^1].Split('\n'))
        {
            var isEntry =
                line.Length > HashLength + 2
                && line.Take(HashLength).All(char.IsAsciiHexDigitLower)
                && line[HashLength..].StartsWith("  ", StringComparison.Ordinal);
            if (!isEntry || !hashes.TryAdd(line[(HashLength + 2)..], line[..HashLength]))
            {
                return null;
            }
        }

        return new Manifest(hashes);
    }

    private static string Hash(byte[] hash) => Convert.ToHexStringLower(hash);
}
