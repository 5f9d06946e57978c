using System.Text;
using RuleGen.Model;

namespace RuleGen.Tests.Unit;

public sealed class InputFileTests
{
    [TestCase("")]
    [TestCase("a")]
    [TestCase("héllo – 😀\n")]
    public void Utf8_is_read_as_it_is(string text) => Assert.That(Read(Encoding.UTF8.GetBytes(text)), Is.EqualTo(text));

    [Test]
    public void A_byte_order_mark_is_skipped() => Assert.That(Read([0xEF, 0xBB, 0xBF, (byte)'a']), Is.EqualTo("a"));

    [Test]
    public void Characters_that_straddle_blocks_stay_whole()
    {
        var text = "a" + new string('é', 20_000) + string.Concat(Enumerable.Repeat("😀", 20_000));

        Assert.That(Read(Encoding.UTF8.GetBytes(text)), Is.EqualTo(text));
    }

    [Test]
    public void A_stream_that_gives_one_byte_at_a_time_reads_the_same()
    {
        using var reader = new Utf8Reader(new DribblingStream(Encoding.UTF8.GetBytes("é😀z")));

        Assert.That(reader.ReadToEnd(), Is.EqualTo("é😀z"));
    }

    [TestCase(new byte[] { 0xFF, 0xFE, (byte)'a', 0, 0xE9, 0 })]
    [TestCase(new byte[] { 0xFE, 0xFF, 0, (byte)'a', 0, 0xE9 })]
    public void Utf16_with_a_byte_order_mark_is_read(byte[] bytes) => Assert.That(Read(bytes), Is.EqualTo("aé"));

    [TestCase(new byte[] { 0xFF, 0xFE, (byte)'a' })]
    [TestCase(new byte[] { 0xFF, 0xFE, 0, 0xD8, (byte)'a', 0 })]
    public void Utf16_that_is_broken_is_refused(byte[] bytes)
    {
        var problem = ProblemOf(bytes);

        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.WrongEncoding));
        Assert.That(problem.Message, Is.EqualTo("The text begins as UTF-16, and is not UTF-16 all through"));
    }

    [TestCase(new byte[] { (byte)'a', 0, (byte)'b', 0 })]
    [TestCase(new byte[] { 0, (byte)'a', 0, (byte)'b' })]
    public void Utf16_is_recognised(byte[] bytes)
    {
        var problem = ProblemOf(bytes);

        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.WrongEncoding));
        Assert.That(problem.Message, Does.Contain("UTF-16"));
        Assert.That(problem.Remedy, Does.Contain("iconv -f UTF-16 -t UTF-8"));
    }

    [Test]
    public void A_bad_byte_is_reported_with_its_line_and_offset()
    {
        var problem = ProblemOf([.. "one\ntwo "u8, 0x96, .. " three"u8]);

        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.WrongEncoding));
        Assert.That(problem.Message, Is.EqualTo("Line 2 is not UTF-8: byte 0x96 at offset 8"));
        Assert.That(problem.Position, Is.EqualTo(new TextPosition(2, 5)));
        Assert.That(problem.File, Is.EqualTo("name"));
    }

    [Test]
    public void A_bad_byte_after_many_blocks_has_the_right_place()
    {
        byte[] bytes = [.. Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("0123456789\n", 10_000))), 0xC3];

        Assert.That(ProblemOf(bytes).Message, Is.EqualTo("Line 10001 is not UTF-8: byte 0xC3 at offset 110000"));
    }

    [Test]
    public void A_file_that_is_not_there_is_unreadable()
    {
        var path = Path.Combine(Path.GetTempPath(), "rulegen-no-such-file");

        var problem = Refused.Problem(() => _ = InputFile.Open(path));

        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.UnreadableFile));
        Assert.That(problem.Message, Does.Contain(path).And.Contain("does not exist"));
    }

    [Test]
    public void A_folder_is_unreadable() =>
        Assert.That(
            Refused.Problem(() => _ = InputFile.Open(Path.GetTempPath())).ToString(),
            Does.Contain("RG0501").And.Contain("It is a folder")
        );

    [TestCase("")]
    [TestCase("a\0b")]
    public void A_path_that_is_no_path_is_unreadable(string path) =>
        Assert.That(Refused.Problem(() => _ = InputFile.Open(path)).Code, Is.EqualTo(ErrorCodes.UnreadableFile));

    private static string Read(byte[] bytes) => InputFile.ReadText(new MemoryStream(bytes), "name");

    private static Problem ProblemOf(byte[] bytes) => Refused.Problem(() => _ = Read(bytes));

    private sealed class DribblingStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 1));
    }
}
