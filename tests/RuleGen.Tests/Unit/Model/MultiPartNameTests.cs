using RuleGen.Model;

namespace RuleGen.Tests.Unit.Model;

public sealed class MultiPartNameTests
{
    [TestCase("APCS", "[APCS]")]
    [TestCase("dbo.APCS", "[dbo].[APCS]")]
    [TestCase("[dbo].\"APCS\"", "[dbo].[APCS]")]
    [TestCase("Warehouse..APCS", "[Warehouse]..[APCS]")]
    [TestCase("srv.db.dbo.APCS", "[srv].[db].[dbo].[APCS]")]
    [TestCase("srv...APCS", "[srv]...[APCS]")]
    [TestCase("[a.b].[c]]d]", "[a.b].[c]]d]")]
    [TestCase("\"a\"\"b\".[ c ]", "[a\"b].[ c ]")]
    [TestCase("été.ß", "[été].[ß]")]
    public void A_name_is_read_part_by_part(string text, string written) =>
        Assert.That(MultiPartName.Parse(text).ToString(), Is.EqualTo(written));

    [TestCase("")]
    [TestCase(".")]
    [TestCase("dbo.")]
    [TestCase(".APCS")]
    [TestCase("..APCS")]
    [TestCase("a.b.c.d.e")]
    [TestCase("[dbo")]
    [TestCase("[dbo]]")]
    [TestCase("[dbo]APCS")]
    [TestCase("dbo APCS")]
    [TestCase("dbo].APCS")]
    [TestCase("[].APCS")]
    [TestCase("\"dbo")]
    [TestCase("a\nb")]
    public void What_is_no_name_is_refused(string text) =>
        Assert.That(Refused.Problem(() => MultiPartName.Parse(text)).Code.Id, Is.EqualTo("RG0009"));

    [Test]
    public void Letter_case_and_brackets_do_not_tell_names_apart()
    {
        var name = MultiPartName.Parse("dbo.APCS");

        Assert.That(MultiPartName.Parse("[DBO].apcs"), Is.EqualTo(name));
        Assert.That(MultiPartName.Parse("[DBO].apcs").GetHashCode(), Is.EqualTo(name.GetHashCode()));
        Assert.That(MultiPartName.Parse("APCS"), Is.Not.EqualTo(name));
        Assert.That(MultiPartName.Parse("[dbo.APCS]"), Is.Not.EqualTo(name));
    }
}
