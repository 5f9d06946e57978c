using RuleGen.Rules;
using RuleGen.TSql.Read;

namespace RuleGen.Tests.Unit.Comparing;

public sealed class PublishedTextTests
{
    [TestCase("WHERE 1=1", "WHERE 1=1")]
    [TestCase("Exclusions\nWHERE 1=1", "          \nWHERE 1=1")]
    [TestCase("WHERE -- why\n1=1", "WHERE       \n1=1")]
    [TestCase("WHERE Admission_Method = ‘11’", "WHERE Admission_Method = '11'")]
    [TestCase("WHERE Admission _ Method = '11'", "WHERE Admission_Method   = '11'")]
    [TestCase("WHERE\u00A01=1\r\nAND 1=1", "WHERE 1=1\r\nAND 1=1")]
    public void Repaired_text_stands_where_the_given_text_stood(string given, string expected) =>
        Assert.That(PublishedText.ToSql(given, Apcs.Source), Is.EqualTo(expected));
}
