using System.Text.RegularExpressions;

namespace RuleGen.Tests.Documents;

/// <summary>A Markdown document of the repository.</summary>
/// <param name="path">Its path from the repository's root, with slashes.</param>
internal sealed partial class Document(string path)
{
    /// <summary>Every document that is written by hand.</summary>
    public static IReadOnlyList<Document> All { get; } =
    [
        .. new[] { "", "src", "sql", "generated", "tests" }
            .SelectMany(folder =>
                Directory.EnumerateFiles(
                    Repository.PathOf(folder),
                    "*.md",
                    folder.Length == 0 ? SearchOption.TopDirectoryOnly : SearchOption.AllDirectories
                )
            )
            .Select(file => System.IO.Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(part => part is "bin" or "obj" or "TestData"))
            .Order(StringComparer.Ordinal)
            .Select(file => new Document(file)),
    ];

    /// <summary>Its path from the repository's root.</summary>
    public string Path { get; } = path;

    /// <summary>Its lines.</summary>
    public List<string> Lines { get; } = [.. File.ReadAllLines(Repository.PathOf(path))];

    /// <summary>Its fenced blocks, in order.</summary>
    public IEnumerable<FencedBlock> Blocks
    {
        get
        {
            for (var first = 0; first < Lines.Count; first++)
            {
                if (!Lines[first].StartsWith("```", StringComparison.Ordinal))
                {
                    continue;
                }

                var last = Lines.FindIndex(first + 1, line => line.TrimEnd() == "```");
                Assert.That(last, Is.GreaterThan(first), $"{Path}:{first + 1}: the block has no end");
                yield return new FencedBlock(Lines[first][3..].Trim(), first + 1, last);
                first = last;
            }
        }
    }

    /// <summary>The anchors of its headings, as GitHub makes them.</summary>
    public HashSet<string> Anchors =>
        [
            .. Prose()
                .Select(line => Heading().Match(line))
                .Where(match => match.Success)
                .Select(match => NotInAnchor().Replace(match.Groups[1].Value.ToLowerInvariant(), "").Replace(' ', '-')),
        ];

    /// <summary>Its links, with their lines.</summary>
    public IEnumerable<(int Line, string Target)> Links =>
        Prose().SelectMany((line, index) => Link().Matches(line).Select(match => (index + 1, match.Groups[1].Value)));

    /// <inheritdoc/>
    public override string ToString() => Path;

    /// <summary>Writes its lines back.</summary>
    public void Save() => File.WriteAllText(Repository.PathOf(Path), string.Join('\n', Lines) + "\n");

    /// <summary>Its lines, empty where they are part of a block.</summary>
    private IEnumerable<string> Prose()
    {
        var isBlock = false;
        foreach (var line in Lines)
        {
            var isFence = line.StartsWith("```", StringComparison.Ordinal);
            yield return isBlock || isFence ? "" : line;
            isBlock ^= isFence;
        }
    }

    [GeneratedRegex(@"^#+ (.*)$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]")]
    private static partial Regex NotInAnchor();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}

/// <summary>A fenced block.</summary>
/// <param name="Info">What stands after the opening fence.</param>
/// <param name="First">The index of its first line.</param>
/// <param name="End">The index of the closing fence.</param>
internal sealed record FencedBlock(string Info, int First, int End);
