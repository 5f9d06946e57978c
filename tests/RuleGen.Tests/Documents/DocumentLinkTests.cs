namespace RuleGen.Tests.Documents;

/// <summary>The documents' links lead somewhere.</summary>
internal sealed class DocumentLinkTests
{
    [TestCaseSource(typeof(Document), nameof(Document.All))]
    public void Every_link_within_the_repository_leads_to_a_file_and_a_heading(Document document)
    {
        Assert.Multiple(() =>
        {
            foreach (var (line, target) in document.Links)
            {
                if (target.Contains("://", StringComparison.Ordinal))
                {
                    continue;
                }

                var parts = target.Split('#', 2);
                var folder = Path.GetDirectoryName(document.Path)!;
                var path = parts[0].Length == 0 ? document.Path : Path.Combine(folder, parts[0]);
                var full = Path.GetFullPath(Repository.PathOf(path));
                Assert.That(
                    File.Exists(full) || Directory.Exists(full),
                    Is.True,
                    $"{document}:{line}: there is no {target}"
                );
                if (parts.Length == 2 && File.Exists(full))
                {
                    var relative = Path.GetRelativePath(Repository.Root, full).Replace('\\', '/');
                    Assert.That(
                        new Document(relative).Anchors,
                        Does.Contain(parts[1]),
                        $"{document}:{line}: {relative} has no heading #{parts[1]}"
                    );
                }
            }
        });
    }
}
