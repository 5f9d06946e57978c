namespace RuleGen.Tests.Documents;

/// <summary>
/// What the documents show of the program is what it prints. RULEGEN_APPROVE=1 writes what it prints into the documents,
/// where nothing of it is left out.
/// </summary>
internal sealed class ShownOutputTests
{
    /// <summary>Documents that show commands.</summary>
    private static IEnumerable<Document> Documents => Document.All.Where(document => Commands(document).Any());

    [TestCaseSource(nameof(Documents))]
    public void A_document_shows_what_the_program_prints(Document document)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Ignore("The commands of the documents are for bash.");
        }

        using var folder = new DocumentFolder();
        var moved = 0;
        Assert.Multiple(() =>
        {
            foreach (var command in Commands(document).ToList())
            {
                var printed = folder.Run(command.Text);
                if (command.Shows(printed))
                {
                    continue;
                }

                if (Approved.IsRewritten && !command.HasOmissions)
                {
                    var lines = printed.Split('\n')[..^1];
                    document.Lines.RemoveRange(command.First + moved, command.Output.Count);
                    document.Lines.InsertRange(command.First + moved, lines);
                    moved += lines.Length - command.Output.Count;
                    document.Save();
                    continue;
                }

                Assert.Fail($"{document}:{command.Line}: '{command.Text}' prints\n{printed}");
            }
        });
    }

    [Test]
    public void The_documents_show_commands()
    {
        Assert.That(Documents.Sum(document => Commands(document).Count()), Is.GreaterThan(10));
    }

    [TestCase("a\n", "a", ExpectedResult = true)]
    [TestCase("a\nb\n", "a", ExpectedResult = false)]
    [TestCase("a\n", "b", ExpectedResult = false)]
    [TestCase("a\nb\nc\n", "a\n…\nc", ExpectedResult = true)]
    [TestCase("a\nb\nc\n", "…\nb", ExpectedResult = false)]
    [TestCase("0.5 s\n", "… s", ExpectedResult = true)]
    [TestCase("0.5 m\n", "… s", ExpectedResult = false)]
    [TestCase("", "…", ExpectedResult = true)]
    public bool Omissions_stand_for_anything_and_nothing_else_does(string printed, string shown) =>
        new ShownCommand(1, "", 1, shown.Split('\n')).Shows(printed);

    /// <summary>The commands that run anywhere: those of blocks for a live server do not.</summary>
    private static IEnumerable<ShownCommand> Commands(Document document) =>
        document.Blocks.Where(block => block.Info == "console").SelectMany(block => ShownCommand.In(document, block));
}
